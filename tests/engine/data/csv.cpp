#include "data/csv.hpp"

#include <doctest/doctest.h>

#include "core/random.hpp"
#include "core/text.hpp"
#include "data/number.hpp"
#include "support.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

using Numbers = std::vector<double>;
using Names = std::vector<std::string>;

Numbers values(std::string_view text, const CsvSettings& settings = {}) {
  const auto table = read_csv(text, settings);
  if (!table.ok()) {
    FAIL_CHECK(table.error().message);
    return {};
  }
  return table.value().values;
}

Error refusal(std::string_view text, const CsvSettings& settings = {}) {
  const auto table = read_csv(text, settings);
  CHECK_FALSE(table.ok());
  if (table.ok()) return {};
  CHECK(table.error().field == "text");
  CHECK_FALSE(table.error().remedy.empty());
  return table.error();
}

}  // namespace

TEST_CASE("commas, semicolons, tabs and spaces all separate") {
  const Numbers expected = {1, 2, 3, 4};
  for (const char* text : {"1,2\n3,4", "1;2\n3;4", "1\t2\n3\t4", "1 2\n3 4", " 1 ,  2 \n3,4\n", "1   2\n  3 \t 4  "}) {
    CAPTURE(text);
    CHECK(values(text) == expected);
  }
}

TEST_CASE("lines may end in any of the three ways, and blank and commented ones do not count") {
  const Numbers expected = {1, 2, 3, 4};
  for (const char* text : {"1,2\r\n3,4\r\n", "1,2\r3,4\r", "\n\n1,2\n \t\n# note\n3,4\n\n",
                           "\xEF\xBB\xBF"
                           "1,2\n3,4"}) {
    CHECK(values(text) == expected);
  }
}

TEST_CASE("a first line of names is a header, in any script") {
  CHECK(read_csv("distance, velocity \n1,2", {}).value().names == Names{"distance", "velocity"});
  CHECK(read_csv("\"r, Mpc\";\"say \"\"v\"\"\"\n1;2", {}).value().names == Names{"r, Mpc", "say \"v\""});
  CHECK(read_csv("距離\té\n1\t2", {}).value().names == Names{"距離", "é"});
  CHECK(read_csv("\"r; t\",v\n1,2", {}).value().names == Names{"r; t", "v"});
  CHECK(read_csv("1,2", {}).value().names == Names{"", ""});
}

TEST_CASE("a first line that is a broken row is refused, not taken for a header") {
  CHECK(refusal("1,abc\n2,3").row == 1);
  CHECK(refusal("nan,inf\n2,3").row == 1);
  CHECK(refusal("1,5;2,5\n2;3").row == 1);
  CHECK(refusal("-,x\n2,3").row == 1);
}

TEST_CASE("a first row of numbers that were not understood is no header") {
  for (const char* text : {"\"1,024\",\"2,048\"\n512,1024",
                           "\"1,5\";\"2,5\"\n3;4",
                           "\u20131,\u20132\n3,4",
                           "\u22121,\u22122\n3,4",
                           "\u20141,\u20142\n3,4",
                           "\u20ac1,\u20ac2\n3,4",
                           "$1,$2\n3,4",
                           "\"$1\",\"$2\"\n3,4",
                           "\"\u20ac1\",\"$2\"\n3,4",
                           "\uff11,\uff12\n3,4",
                           "\u0661,\u0662\n3,4",
                           "\u0967,\u0968\n3,4",
                           "\u00bd,\u00bc\n3,4",
                           "\"1 024\",\"2 048\"\n3,4",
                           "\"-inf\",\"inf\"\n3,4",
                           "true,false\n1,0",
                           "#N/A,#N/A\n3,4",
                           "\"#DIV/0!\",\"#NV\"\n3,4",
                           "\"5 kg\",\"6 m\"\n3,4",
                           "\u2116,\u2030\n3,4"}) {
    CAPTURE(text);
    CHECK(refusal(text).row == 1);
  }
  CHECK(values("\u00a01,\u00a02\n\u200b3\u200b,4\u2009") == Numbers{1, 2, 3, 4});
  CHECK(read_csv("\"(mm)\",\u00b0C\n1,2", {}).value().names == Names{"(mm)", "\u00b0C"});
  CHECK(read_csv("_a,\"% fat\"\n1,2", {}).value().names == Names{"_a", "% fat"});
  CHECK(read_csv("\u0434\u043b\u0438\u043d\u0430,\u03bb1\n1,2", {}).value().names ==
        Names{"\u0434\u043b\u0438\u043d\u0430", "\u03bb1"});
}

TEST_CASE("a spreadsheet's error is a wrong value, wherever it stands, and a remark is none") {
  for (const char* text : {"x,y\n#N/A,5", "1,2\n#DIV/0!,#REF!", "1;2\n#NV;7", "1,2\n#NAME?,3", "1,2\n #n/a,3", "1\n#NV",
                           "1\n#VALUE!", "1 2\n#N/A 7", "1 2\n#NV 7", "1\n#YOK", "1,2\n#\u0414\u0415\u041b/0!,3",
                           "1,2\n#\u00a1REF!,3", "1\t2\n#BEZUG!\t3", "1,2\n3,#N/A"}) {
    CAPTURE(text);
    const Error error = refusal(text);
    CHECK(error.row == 2);
    CHECK(contains(error.message, "spreadsheet"));
  }
  CHECK(contains(refusal("1,2\n#TOTAL,3").remedy, "blank behind the `#`"));
  for (const char* remark : {"#", "##########", "# made by hand", "#1,2", "#x,y", "#see https://a.b/c", "# N/A,3",
                             "#TODO", "# WARNING!", "#!"}) {
    CAPTURE(remark);
    CHECK(values("1,2\n" + std::string(remark) + "\n3,4") == Numbers{1, 2, 3, 4});
  }
}

TEST_CASE("what a comma means is not guessed where it may mean two things") {
  const auto remedy = [](std::string_view text) { return parse_number(text).error().remedy; };
  CHECK(contains(remedy("1,024"), "1024 or 1.024"));
  CHECK(contains(remedy("-12,345"), "-12345 or -12.345"));
  CHECK(contains(remedy("1,024,000.5"), "1024000.5"));
  CHECK(contains(remedy("1,02"), "1.02"));
  CHECK_FALSE(contains(remedy("1,02"), "102"));
  CHECK_FALSE(contains(remedy("1234,567"), "1234567"));
}

TEST_CASE("a message prints nothing that does not show or turns the line") {
  const Error error = refusal("1,2\n\u202e3x,\u0007");
  CHECK(contains(refusal("1,2\n3\u202e4,5").message, "`3[U+202E]4`"));
  CHECK_FALSE(contains(error.message, "\u202e"));
}

TEST_CASE("an error names the row, counting every line, and what was found there") {
  const Error error = refusal("x,y\n\n1,2\n# note\n3,four\n5,6");
  CHECK(error.row == 5);
  CHECK(contains(error.message, "`four`"));
  CHECK(contains(error.message, "column 2"));
  CHECK(refusal("1,2\n3").row == 2);
  CHECK(refusal("1,2\n3,4,5").row == 2);
  CHECK(contains(refusal("1,2\n3,").message, "column 2 is empty"));
  CHECK(contains(refusal("1,2\n3,\"4").message, "quotation mark"));
  CHECK(refusal("1,2\n3,\"4\"5x").row == 2);
  CHECK(refusal("1,2\n" + std::string(10000, 'x') + ",2").message.size() < 120);
}

TEST_CASE("decimal commas and typographic signs are refused with what to write instead") {
  CHECK(contains(refusal("1;2\n3,5;4").remedy, "3.5"));
  CHECK(contains(refusal("1\t2\n-3,5e2\t4").remedy, "-3.5e2"));
  CHECK(contains(refusal("1;2\n\xE2\x88\x92"
                         "3;4")
                     .remedy,
                 "-3"));
}

TEST_CASE("the number of rows and columns is held to what was asked for") {
  CHECK(contains(refusal("1,2,3", {.columns = 2}).remedy, "2 columns"));
  CHECK(refusal("a,b,c\n1,2,3", {.columns = 2}).row == 1);
  CHECK(contains(refusal("", {}).remedy, "at least 1 row"));
  CHECK(contains(refusal("x,y\n", {}).message, "0 rows"));
  CHECK(refusal("1\n2\n3", {.max_rows = 2}).row == 3);
  CHECK(values("1\n2\n3", {.max_rows = 3}) == Numbers{1, 2, 3});
  CHECK(values("", {.min_rows = 0}).empty());
  std::string wide = "1";
  for (int i = 0; i < 64; ++i) wide += ",1";
  CHECK(contains(refusal(wide).remedy, "at most 64 columns"));
}

TEST_CASE("only decimal numbers are numbers") {
  for (const char* text : {"1", "-1", "+1", ".5", "5.", "1e5", "1E-5", "-0.25e+3", "00012", "1e-400"}) {
    CAPTURE(text);
    CHECK(parse_number(text).ok());
  }
  for (const char* text : {"", "-", ".", "e5", "1e", "1e+", "0x10", "inf", "nan", "1 2", "1_000", "1.2.3", "--1", "1f",
                           "1e400", "1,5", "\u22121"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text).ok());
  }
}

TEST_CASE("a table that is written out reads back to the same bits") {
  Random random(61);
  for (const char separator : {',', ';', '\t', ' '}) {
    Numbers numbers;
    std::string text;
    for (int row = 0; row < 200; ++row) {
      for (int column = 0; column < 3; ++column) {
        numbers.push_back(random.uniform(-1, 1) * std::pow(10, random.uniform(-300, 300)));
        text += text_of(numbers.back());
        text += column < 2 ? separator : '\n';
      }
    }
    CHECK(values(text) == numbers);
  }
}

TEST_CASE("no text, however broken, is more than refused") {
  Random random(62);
  constexpr std::string_view letters = "0123456789.,;\t \n\r\"#-+eExyz\xEF\xBB\xBF\xE2\x88\x92";
  for (int trial = 0; trial < 20000; ++trial) {
    std::string text;
    const auto length = random.next() % 60;
    for (std::uint32_t i = 0; i < length; ++i) text += letters[random.next() % letters.size()];
    const auto table = read_csv(text, {.min_rows = 0});
    if (table.ok()) {
      const Table& read = table.value();
      CHECK(read.values.size() == static_cast<std::size_t>(read.rows * read.columns));
      for (const double value : read.values) CHECK(std::isfinite(value));
    } else {
      CHECK(table.error().row >= 1);
    }
  }
}
