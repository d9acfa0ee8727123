#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace descent::expression {

/// A piece of a formula.
struct Token {
  enum class Kind {
    number,    ///< `value`
    word,      ///< `text`: a name, known or not
    exponent,  ///< raised figures such as ²; `value`
    sign,      ///< `sign`: one of + - * / ^ ( ) , | and r for the root sign
    end
  };
  Kind kind = Kind::end;
  char sign = 0;
  double value = 0;
  std::string text;  ///< as written, for messages
  int position = 0;  ///< of its first character, in UTF-16 units from 0
};

/// Longest formula, in UTF-16 units.
inline constexpr int max_length = 1000;

/// Cuts a formula into tokens, the last of which is `end`. Besides ASCII it reads what people paste:
/// − – ‐ · ⋅ ∙ ∗ × ÷ ∕ ⁄ √ π, raised figures (x², x⁻¹), lowered figures (w₁), `**` for `^`, wide letters and
/// signs (ｘ＋１), and the spaces of other keyboards; it passes over marks that show nothing. Errors have field
/// `formula` and the position.
Result<std::vector<Token>> tokenize(std::string_view text);

}  // namespace descent::expression
