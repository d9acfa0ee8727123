#pragma once

#include <cstdint>
#include <string_view>

namespace descent::expression {

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

}  // namespace descent::expression
