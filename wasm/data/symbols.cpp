#include "data/symbols.hpp"

#include <algorithm>
#include <string>

namespace descent {
namespace {

struct Frequency {
  char32_t code;
  Index count;
};

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

constexpr std::size_t all_codes = 0x110000;

/// Every code point that occurs, in ascending order.
std::vector<Frequency> frequencies(const std::vector<char32_t>& codes) {
  std::vector<Index> counts(all_codes);
  for (const char32_t code : codes) ++counts[code];
  std::vector<Frequency> list;
  for (std::size_t code = 0; code < all_codes; ++code) {
    if (counts[code] > 0) list.push_back({static_cast<char32_t>(code), counts[code]});
  }
  return list;
}

std::vector<char32_t> choose_alphabet(std::vector<Frequency> found, std::size_t most) {
  const bool merges = found.size() > most;
  if (merges) {
    // A replacement character in the text itself is one of the rare ones, however frequent.
    std::sort(found.begin(), found.end(), [](const Frequency& a, const Frequency& b) {
      if ((a.code == rare_symbol) != (b.code == rare_symbol)) return b.code == rare_symbol;
      return a.count != b.count ? a.count > b.count : a.code < b.code;
    });
    found.resize(most - 1);
  }
  std::vector<char32_t> alphabet;
  for (const Frequency& entry : found) alphabet.push_back(entry.code);
  std::sort(alphabet.begin(), alphabet.end());
  if (merges) alphabet.push_back(rare_symbol);
  return alphabet;
}

}  // namespace

Result<std::vector<char32_t>> code_points(std::u16string_view text) {
  std::vector<char32_t> codes;
  codes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    if (!is_high(unit) && !is_low(unit)) {
      codes.push_back(unit);
      continue;
    }
    if (is_low(unit) || i + 1 == text.size() || !is_low(text[i + 1])) {
      return Error{"", "Here stands half of a character: a surrogate without its partner.",
                   "Cut texts between whole characters, or take this one out.", static_cast<int>(i)};
    }
    codes.push_back(0x10000U + ((static_cast<char32_t>(unit) - 0xD800U) << 10U) + (text[i + 1] - 0xDC00U));
    ++i;
  }
  return codes;
}

Result<SymbolText> read_symbols(std::u16string_view text, Index most) {
  if (text.size() > max_text_units) {
    return Error{"", "This text is longer than " + std::to_string(max_text_units) + " characters.",
                 "Give a part of it."};
  }
  const auto codes = code_points(text);
  if (!codes.ok()) return codes.error();
  const std::size_t count = codes.value().size();
  if (count < 2) {
    return Error{"", count == 0 ? "This text is empty." : "This text has one character only, so no pair of them.",
                 "Give a text of at least two characters."};
  }
  SymbolText result{choose_alphabet(frequencies(codes.value()), static_cast<std::size_t>(most)), {}};
  // Whatever is not in the alphabet becomes its last symbol.
  std::vector<std::uint8_t> numbers(all_codes, static_cast<std::uint8_t>(result.symbols() - 1));
  for (std::size_t i = 0; i < result.alphabet.size(); ++i) numbers[result.alphabet[i]] = static_cast<std::uint8_t>(i);
  result.sequence.reserve(count);
  for (const char32_t code : codes.value()) result.sequence.push_back(numbers[code]);
  return result;
}

Vector<double> count_pairs(const SymbolText& text) {
  Vector<double> counts = Vector<double>::Zero(text.symbols() * text.symbols());
  for (std::size_t i = 1; i < text.sequence.size(); ++i) {
    counts[text.sequence[i - 1] * text.symbols() + text.sequence[i]] += 1;
  }
  return counts;
}

}  // namespace descent
