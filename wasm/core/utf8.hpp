#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace descent {

/// One character of a text in UTF-8.
struct Character {
  std::uint32_t code = 0;  ///< Unicode code point; `broken` where the bytes are no UTF-8
  int bytes = 1;
  int units = 1;  ///< how long it is in UTF-16, JavaScript's measure
};

inline constexpr std::uint32_t broken = 0xFFFFFFFFU;

/// The character at the beginning of a text that is not empty. Bytes that are no UTF-8 count one by
/// one; overlong forms, surrogates and codes beyond U+10FFFF are none either.
inline Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return {lead, 1, 1};
  const int bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < static_cast<std::size_t>(bytes)) return {broken, 1, 1};
  std::uint32_t code = lead & (0xFFU >> static_cast<unsigned>(bytes + 1));
  for (int i = 1; i < bytes; ++i) {
    const unsigned next = byte(static_cast<std::size_t>(i));
    if ((next & 0xC0U) != 0x80U) return {broken, 1, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  const bool overlong = (bytes == 3 && code < 0x800U) || (bytes == 4 && code < 0x10000U);
  const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
  if (overlong || surrogate || code > 0x10FFFFU) return {broken, 1, 1};
  return {code, bytes, code >= 0x10000U ? 2 : 1};
}

/// Whether a character shows nothing although it is no blank: marks of direction, joins and breaks, soft
/// hyphens, variants. Pages and word processors put them into what people copy.
constexpr bool is_unseen(std::uint32_t code) {
  return code == 0xAD || code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
         (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

/// Whether a message may hold a character: not where it shows nothing, attaches to what stands beside it,
/// turns the direction of reading, or has no agreed look.
constexpr bool is_printable(std::uint32_t code) {
  const bool control = code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
  const bool combining = (code >= 0x300 && code <= 0x36F) || (code >= 0x20D0 && code <= 0x20FF);
  const bool private_use = (code >= 0xE000 && code <= 0xF8FF) || (code >= 0xE0000 && code <= 0x10FFFF);
  return code != broken && !control && !combining && !private_use && !is_unseen(code);
}

/// Whether a character is one of the dashes that stand where a hyphen, a minus, belongs.
constexpr bool is_dash(std::uint32_t code) {
  return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xFE63 || code == 0xFF0D;
}

/// Whether a character is a letter of any script, nearly: no figure, sign, blank, or mark.
constexpr bool is_letter(std::uint32_t code) {
  if (code < 0x80) return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
  if (code < 0x100) return code >= 0xC0 ? code != 0xD7 && code != 0xF7 : code == 0xAA || code == 0xB5 || code == 0xBA;
  // Figures of other scripts: Arabic, N'Ko, those of India (in the same place of every block), and beyond.
  const bool figure =
      (code >= 0x660 && code <= 0x669) || (code >= 0x6F0 && code <= 0x6F9) || (code >= 0x7C0 && code <= 0x7C9) ||
      (code >= 0x900 && code < 0xD80 && (code & 0x7FU) >= 0x66 && (code & 0x7FU) <= 0x6F) ||
      (code >= 0xE50 && code <= 0xE59) || (code >= 0xED0 && code <= 0xED9) || (code >= 0xF20 && code <= 0xF33) ||
      (code >= 0x1040 && code <= 0x1049) || (code >= 0x17E0 && code <= 0x17E9) || (code >= 0x1810 && code <= 0x1819);
  const bool sign = (code >= 0x2000 && code < 0x2C00) || (code >= 0x3000 && code < 0x3041 && code != 0x3005) ||
                    (code >= 0xFE10 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF21) ||
                    (code >= 0xFFE0 && code < 0x10000) || (code >= 0x1D7CE && code < 0x1D800) ||
                    (code >= 0x1F000 && code < 0x20000);
  return is_printable(code) && !figure && !sign;
}

/// A character's number as Unicode writes it: U+00A0.
std::string code_name(std::uint32_t code);

/// A text for a message: what may not be printed is named instead.
std::string printable(std::string_view text);

}  // namespace descent
