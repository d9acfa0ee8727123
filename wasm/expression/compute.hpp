#pragma once

#include "expression/operation.hpp"

namespace descent::expression {

/// What an operation gives at one pair of operands.
struct Local {
  double value = 0;
  double a = 0, b = 0;            ///< first derivatives
  double aa = 0, ab = 0, bb = 0;  ///< second derivatives
};

/// An operation that is no leaf, at one pair of operands (an operation of one value passes over `b`).
/// `constant` is the exponent of a constant power. Derivatives are right up to the asked order: 0, 1 or 2.
Local compute(Operation operation, double a, double b, double constant, int order);

}  // namespace descent::expression
