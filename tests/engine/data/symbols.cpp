#include "data/symbols.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

using namespace descent;

namespace {

/// The text that a sequence of symbols spells.
std::u32string spelled(const SymbolText& text) {
  std::u32string result;
  for (const std::uint8_t number : text.sequence) result += text.alphabet[number];
  return result;
}

std::u32string alphabet(const SymbolText& text) { return {text.alphabet.begin(), text.alphabet.end()}; }

}  // namespace

TEST_CASE("a text becomes numbers into its sorted alphabet, and can be spelled again") {
  const SymbolText text = read_symbols(u"gradient", 64).value();
  CHECK(alphabet(text) == U"adeginrt");
  CHECK(spelled(text) == U"gradient");
  CHECK(text.pairs() == 7);
}

TEST_CASE("a symbol is a code point, however many units it takes") {
  const SymbolText text = read_symbols(u"∇\U0001D453 = 0, \U0001F3D4\U0001F3D4", 64).value();
  CHECK(spelled(text) == U"∇\U0001D453 = 0, \U0001F3D4\U0001F3D4");
  CHECK(text.alphabet.back() == U'\U0001F3D4');
}

TEST_CASE("beyond the limit the rarest characters become one symbol, at the end of the alphabet") {
  // e: 5, a and b: 3 each, c: 1, z: 1
  const SymbolText text = read_symbols(u"eeeeeaaabbbcz", 3).value();
  CHECK(alphabet(text) == U"ae\uFFFD");
  CHECK(spelled(text) == U"eeeeeaaa\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(alphabet(read_symbols(u"eeeeeaaabbbcz", 4).value()) == U"abe\uFFFD");
  CHECK(alphabet(read_symbols(u"eeeeeaaabbbcz", 5).value()) == U"abcez");
  // A character of its own until something is merged, then one of the rare.
  CHECK(alphabet(read_symbols(u"\uFFFD\uFFFD\uFFFDaab\U0001F3D4", 4).value()) == U"ab\uFFFD\U0001F3D4");
  CHECK(alphabet(read_symbols(u"\uFFFD\uFFFD\uFFFDaab\U0001F3D4", 3).value()) == U"ab\uFFFD");
}

TEST_CASE("256 symbols fit into an alphabet") {
  std::u16string text;
  for (char16_t unit = 0x4E00; unit < 0x4F10; ++unit) text += unit;
  const SymbolText read = read_symbols(text, max_symbols).value();
  CHECK(read.symbols() == 256);
  CHECK(read.sequence[0] == 0);
  CHECK(read.sequence[254] == 254);
  CHECK(read.sequence[255] == 255);
  CHECK(read.sequence[271] == 255);
}

TEST_CASE("pairs are counted row by row: the first symbol's row, the second's column") {
  const SymbolText text = read_symbols(u"abbab", 64).value();
  const Vector<double> counts = count_pairs(text);
  REQUIRE(counts.size() == 4);
  CHECK(counts[0] == 0);  // aa
  CHECK(counts[1] == 2);  // ab
  CHECK(counts[2] == 1);  // ba
  CHECK(counts[3] == 1);  // bb
}

TEST_CASE("a text without a pair, with half a character, or too long is refused") {
  CHECK(read_symbols(u"", 64).error().message == "This text is empty.");
  CHECK_FALSE(read_symbols(u"a", 64).ok());
  CHECK_FALSE(read_symbols(u"\U0001F3D4", 64).ok());
  CHECK(read_symbols(u"aa", 64).ok());
  for (const char16_t unit : {char16_t(0xD800), char16_t(0xDBFF), char16_t(0xDC00), char16_t(0xDFFF)}) {
    for (const std::size_t place : {std::size_t(0), std::size_t(2), std::size_t(4)}) {
      std::u16string broken = u"a\u00E4bc";
      broken.insert(place, 1, unit);
      const auto read = read_symbols(broken, 64);
      REQUIRE_FALSE(read.ok());
      CHECK(read.error().position == static_cast<int>(place));
    }
  }
  CHECK(read_symbols(std::u16string(max_text_units, u'a'), 64).ok());
  CHECK_FALSE(read_symbols(std::u16string(max_text_units + 1, u'a'), 64).ok());
}
