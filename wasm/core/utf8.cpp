#include "core/utf8.hpp"

namespace descent {

std::string code_name(std::uint32_t code) {
  constexpr std::string_view figures = "0123456789ABCDEF";
  std::string name;
  for (; code != 0 || name.size() < 4; code /= 16) name.insert(name.begin(), figures[code % 16]);
  return name.insert(0, "U+");
}

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Character here = first_character(text);
    const auto bytes = static_cast<std::size_t>(here.bytes);
    if (is_printable(here.code)) {
      result += text.substr(0, bytes);
    } else if (here.code == broken) {
      result += '?';
    } else {
      result.append("[").append(code_name(here.code)).append("]");
    }
    text.remove_prefix(bytes);
  }
  return result;
}

}  // namespace descent
