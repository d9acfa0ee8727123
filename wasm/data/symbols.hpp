#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/eigen.hpp"
#include "core/error.hpp"

namespace descent {

/// Longest text that is read, in UTF-16 units: two million, a few novels.
inline constexpr std::size_t max_text_units = std::size_t(1) << 21;

/// Most different symbols: what a byte can number.
inline constexpr Index max_symbols = 256;

/// The symbol that stands for all rare characters together: U+FFFD, the replacement character.
inline constexpr char32_t rare_symbol = 0xFFFD;

/// A text as a sequence of symbols. A symbol is a Unicode code point.
struct SymbolText {
  std::vector<char32_t> alphabet;      ///< in ascending order; `rare_symbol`, where characters were merged, last
  std::vector<std::uint8_t> sequence;  ///< one number into `alphabet` per character; at least 2

  Index symbols() const { return static_cast<Index>(alphabet.size()); }
  Index pairs() const { return static_cast<Index>(sequence.size()) - 1; }
};

/// The code points of a text in UTF-16. Refuses, with its position, half of a surrogate pair; the
/// caller names the field.
Result<std::vector<char32_t>> code_points(std::u16string_view text);

/// Reads a text in UTF-16, JavaScript's own form. Where it has more than `most` (2 ... max_symbols)
/// different characters, the `most - 1` most frequent stay (of equally frequent ones the lower code
/// point), and all others become `rare_symbol`.
///
/// Refuses what `code_points` refuses, a text of fewer than two characters, and one longer than
/// `max_text_units`. The caller names the field.
Result<SymbolText> read_symbols(std::u16string_view text, Index most);

/// How often each symbol followed each: row by row, entry `first * symbols + second`.
Vector<double> count_pairs(const SymbolText& text);

}  // namespace descent
