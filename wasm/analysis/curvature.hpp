#pragma once

#include "objective/objective.hpp"

namespace descent {

/// Extremes of the second derivative at a point. What cannot be told from 0 is 0.
struct Curvature {
  double smallest;   ///< smallest eigenvalue of the Hessian
  double largest;    ///< largest eigenvalue of the Hessian
  double threshold;  ///< 2 / largest: beyond this rate plain descent on this quadratic diverges; 0 if largest <= 0
  double condition_number;  ///< largest / smallest where both are positive, else 0
};

/// Most parameters for which all eigenvalues are worked out.
inline constexpr Index max_curvature_dimension = 256;

/// Not finite where the Hessian is not.
Curvature curvature_at(const Objective<double>& objective, const Vector<double>& at);

}  // namespace descent
