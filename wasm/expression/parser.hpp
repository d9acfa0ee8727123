#pragma once

#include <string_view>

#include "core/error.hpp"
#include "expression/tree.hpp"

namespace descent::expression {

/// Deepest nesting of parentheses, functions, exponents and signs.
inline constexpr int max_depth = 100;

/// Reads a formula; README.md in this folder gives the grammar. The names it uses decide how many
/// variables it has: x alone, or none at all: `x`; y: `x`, `y`; w: `w`; w1 or w2: `w1`, `w2`.
///
/// Errors have field `formula` and the position of what was not understood.
Result<Tree> parse(std::string_view text);

}  // namespace descent::expression
