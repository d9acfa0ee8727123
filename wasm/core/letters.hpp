#pragma once

namespace descent {

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace descent
