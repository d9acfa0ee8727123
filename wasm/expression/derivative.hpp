#pragma once

#include <array>

#include "expression/algebra.hpp"

namespace descent::expression {

/// The partial derivatives of a formula as formulas.
struct Gradient {
  Algebra algebra;
  /// By the first and second variable; -1 for a variable the formula does not have, and for both where
  /// the formula is too long for its derivative to be of use to a reader.
  std::array<int, 2> by{-1, -1};

  /// One of them as a tree.
  Tree tree(std::size_t place, const Tree& of) const { return {algebra.nodes(), by[place], of.variables}; }
};

/// Applies the chain rule from the leaves to the root, with the slopes of `OperationInfo`.
Gradient differentiate(const Tree& tree);

}  // namespace descent::expression
