#pragma once

#include <string>

#include "expression/tree.hpp"

namespace descent::expression {

/// Longest TeX that is written.
inline constexpr std::size_t max_tex = 4000;

/// A formula as TeX for KaTeX or MathJax, with the parentheses it needs and no others. Empty where
/// there is none, where it would be longer than `max_tex`, or contain a number that is not finite.
std::string to_tex(const Tree& tree);

}  // namespace descent::expression
