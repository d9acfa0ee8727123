#include <doctest/doctest.h>

#include <string>

#include "core/utf8.hpp"
#include "expression/lexer.hpp"
#include "expression/operation.hpp"
#include "expression/parser.hpp"
#include "support.hpp"

// Whoever follows a remedy gets what was meant.

using namespace descent;
using namespace descent::testing;
using namespace descent::expression;

namespace {

std::string remedy(const std::string& formula) {
  const auto tree = parse(formula);
  CHECK_FALSE(tree.ok());
  return tree.ok() ? "" : tree.error().remedy;
}

/// What stands between the first two backquotes.
std::string quoted(const std::string& text) {
  const std::size_t from = text.find('`');
  return from == std::string::npos ? "" : text.substr(from + 1, text.find('`', from + 1) - from - 1);
}

}  // namespace

TEST_CASE("a function of another language is written with what there is here") {
  for (const auto& [name, text] : {std::pair{"lg", "log10(x)"},
                                   {"ld", "log2(x)"},
                                   {"pow", "x^2"},
                                   {"sqr", "x^2"},
                                   {"coth", "1/tanh(x)"},
                                   {"exp2", "2^x"},
                                   {"tg", "tan(x)"},
                                   {"arctan2", "atan2(x, y)"},
                                   {"cosd", "cos(x pi/180)"},
                                   {"LG", "log10(x)"},
                                   {"log3", "log(x)/log(3)"},
                                   {"arsinh", "log(x + sqrt(x^2 + 1))"}}) {
    const std::string word = name;  // clang captures no structured binding
    CAPTURE(word);
    CHECK(quoted(remedy(word + "(x)")) == text);
    CHECK(parse(quoted(remedy(word + "(x)"))).ok());
  }
}

TEST_CASE("no remedy names another function than the one that was meant") {
  for (const char* word : {"mod", "cbrt", "gelu", "selu", "erf", "floor", "log12", "asec", "min2", "sinn3", "round",
                           "csc", "sec", "cot", "sinc", "tand", "sech"}) {
    CAPTURE(word);
    CHECK_FALSE(contains(remedy(std::string(word) + "(x)"), "Did you mean"));
  }
}

TEST_CASE("a slip of the hand is mended, and where it may be several, each is named") {
  CHECK(remedy("srqt(x)") == "Did you mean `sqrt`?");
  CHECK(remedy("Sin(x)") == "Did you mean `sin`?");
  CHECK(remedy("sigmod(x)") == "Did you mean `sigmoid`?");
  CHECK(contains(remedy("sinn(x)"), "`sin`"));
  CHECK(contains(remedy("sinn(x)"), "`sinh`"));
  CHECK(contains(remedy("sinx"), "`sin(x)`"));
}

TEST_CASE("numbered variables are told which there are") {
  CHECK(contains(remedy("x1^2 + x2^2"), "`x` and `y`"));
  CHECK_FALSE(contains(remedy("x1"), "x^1"));
  CHECK(contains(remedy("x2"), "`x^2` or `2x`"));
  CHECK(contains(remedy("x2"), "`w1` and `w2`"));
}

TEST_CASE("what has a meaning elsewhere is never to be left out") {
  for (const char* text :
       {"\u00bdx^2", "x!", "50%", "30\u00b0", "\u221bx", "x \u2264 1", "\u2211x", "x'", "\u03b1x", "\u0445^2",
        "x\u2014"
        "1",
        "x : 2", "\U0001d465^2", "x \u2022 2", "x \u2295 1", "x & 1"}) {
    CAPTURE(text);
    CHECK_FALSE(contains(remedy(text), "Leave it out"));
  }
  CHECK(contains(remedy("\u00bdx^2"), "`(1/2)`"));
  CHECK(contains(remedy("x^\u215c"), "`(3/8)`"));
  CHECK(quoted(remedy("\u0445^2")) == "x");
  CHECK(quoted(remedy("\U0001d465^2")) == "x");
  CHECK(quoted(remedy("3\U0001d7d8")) == "0");
  CHECK(contains(remedy("x \U0001f4a5"), "Leave it out"));
}

TEST_CASE("what people paste is read: wide letters, word processors' hyphens, marks that show nothing") {
  const auto same = [](const std::string& pasted, const std::string& typed) {
    CAPTURE(pasted);
    const auto a = tokenize(pasted);
    const auto b = tokenize(typed);
    REQUIRE(a.ok());
    REQUIRE(b.ok());
    REQUIRE(a.value().size() == b.value().size());
    for (std::size_t k = 0; k < a.value().size(); ++k) {
      CHECK(a.value()[k].kind == b.value()[k].kind);
      CHECK(a.value()[k].sign == b.value()[k].sign);
      CHECK(a.value()[k].value == b.value()[k].value);
    }
  };
  same("\uff08x\uff0b\uff11\uff0e\uff15\uff09^2", "(x+1.5)^2");
  same("\uff53\uff49\uff4e\uff08\uff58\uff09", "sin(x)");
  for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\ufe63", "\uff0d"}) {
    same("x" + std::string(dash) + "1", "x-1");
  }
  same("\u202dx^2\u202c", "x^2");
  same("x\u00ad + \ufeff1\u200d\u2060 \ufe0f* 2", "x + 1 * 2");
  same(
      "1\u2044"
      "2 x \u2219 3",
      "1/2 x * 3");
  // Places are still counted as JavaScript does.
  CHECK(parse("\uff08x\uff0b\u202d?").error().position == 4);
  std::string wide;
  for (int k = 0; k < max_length; ++k) wide += "\uff58";
  CHECK(tokenize(wide).ok());
  CHECK_FALSE(tokenize(wide + "1").ok());
}

TEST_CASE("a character that shows nothing, or attaches to another, is named and not printed") {
  for (const char* text : {"x\u0302", "x\ue000", "x\u0085", "x\u0007"}) {
    const auto tree = parse(text);
    REQUIRE_FALSE(tree.ok());
    CHECK(printable(tree.error().message) == tree.error().message);
  }
  CHECK(contains(parse("x\u0302").error().message, "U+0302"));
  CHECK(code_name(0x1F600) == "U+1F600");
  CHECK(printable("a\u202e\u0301\xff") == "a[U+202E][U+0301]?");
  CHECK(printable("\u00e9 \u6f22") == "\u00e9 \u6f22");
}
