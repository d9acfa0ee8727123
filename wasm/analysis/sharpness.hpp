#pragma once

#include "objective/objective.hpp"

namespace descent {

struct SharpnessRequest {
  /// Where to begin looking, such as what was found at a place nearby (size: dimension, not all zero). Empty: a
  /// direction that is drawn, the same each time.
  Vector<double> direction;
  /// How well `value` is to be known, relative to itself.
  double tolerance = 1e-6;
  /// Products of the Hessian with a vector at the most, at least 1.
  Index most_products = 100;
};

/// The steepest bend of a loss at a point: 2 / value is the rate beyond which plain descent on this quadratic diverges.
struct Sharpness {
  double value;  ///< largest eigenvalue of the Hessian; NaN where the gradient around the point is not finite
  Vector<double> direction;  ///< its eigenvector, of length 1
  /// How far some eigenvalue of the Hessian is from `value` at most: the length of what is left of H d - value d, or
  /// less, its square over the distance to the next eigenvalue as far as that was seen (Kato and Temple's bound).
  double doubt;
  Index products;  ///< of the Hessian with a vector
  bool exact;      ///< whether these were exact; otherwise differences of two gradients each
};

/// The largest eigenvalue of the Hessian, without the Hessian: Lanczos' method with full reorthogonalisation (Golub and
/// Van Loan, "Matrix Computations", 4th ed., sections 10.1 and 10.3) on a network's exact products, and on central
/// differences of the gradient for anything else. For many parameters it takes some dozens of products, and from a
/// direction that was found nearby a few.
Sharpness sharpness_at(const Objective<double>& objective, const Vector<double>& at, const SharpnessRequest& request);

}  // namespace descent
