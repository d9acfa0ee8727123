#pragma once

#include "optimizer/point.hpp"

namespace descent {

/// What a line search found: how far to go along its direction.
template <typename Scalar>
struct Found {
  Index trials = 0;     ///< lengths tried
  bool passed = false;  ///< whether `length` meets the search's conditions
  Scalar length = 0;
  Scalar value = 0;  ///< the loss there
  Scalar slope = 0;  ///< the loss's derivative along the direction there; `strong_wolfe` only
  // The trial before the last, `backtrack` only: the one that was refused.
  Scalar refused_length = 0;
  Scalar refused_value = 0;
};

/// The loss that a step of `length` has to reach: f + c length slope. Also for explaining it.
template <typename Number>
Number armijo_bound(const Number& value, const Number& c, const Number& length, const Number& slope) {
  return value + c * length * slope;
}

/// The c that is usual where nobody chooses it.
inline constexpr double sufficient_decrease = 1e-4;

/// Backtracking: `first`, then `shrink` times as much and so on, until the loss is both lower than
/// at `from` and within `armijo_bound` with c = `decrease`. `slope` is the derivative along
/// `direction`, below 0. Gives up, not passed, when the length no longer moves any parameter.
/// Source: L. Armijo, "Minimization of functions having Lipschitz continuous first partial
/// derivatives", 1966; J. Nocedal, S. Wright, "Numerical Optimization", 2006, algorithm 3.1.
template <typename Scalar>
Found<Scalar> backtrack(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope, Scalar first,
                        Scalar shrink, Scalar decrease);

/// Constants of the strong Wolfe conditions.
template <typename Scalar>
struct Wolfe {
  Scalar decrease;   ///< c1: the loss falls below `armijo_bound` with this c
  Scalar curvature;  ///< c2: the slope's magnitude falls to this share of where it began
};

/// A length that meets the strong Wolfe conditions: steps outwards until it has such a length between
/// two others, then closes in by cubic interpolation. At most 25 trials; the best one where none meets
/// them. Where the loss is finite it makes the decisions of PyTorch's `LBFGS(line_search_fn=
/// 'strong_wolfe')`, which are minFunc's; where it is not, it halves.
/// Source: J. Nocedal, S. Wright, "Numerical Optimization", 2006, algorithms 3.5 and 3.6; interpolation
/// equation 3.59.
template <typename Scalar>
Found<Scalar> strong_wolfe(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope, Scalar first,
                           const Wolfe<Scalar>& wolfe);

}  // namespace descent
