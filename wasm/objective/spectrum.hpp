#pragma once

#include <cmath>

#include "objective/objective.hpp"

namespace descent {

/// Curvatures along the axes of a Hessian, which are its eigenvalues and eigenvectors, and how far rounding
/// may have moved each: to first order |v| . doubt |v|. A curvature within its doubt is flat, and its sign
/// must decide nothing.
struct Spectrum {
  Vector<double> curvatures;
  Vector<double> doubts;
  Matrix<double> axes;  ///< one per column

  bool flat(Index axis) const { return !(std::abs(curvatures[axis]) > doubts[axis]); }
};

/// `hessian` is what the objective's `hessian(at)` gave, and finite.
Spectrum spectrum_at(const Objective<double>& objective, const Vector<double>& at, Matrix<double> hessian);

}  // namespace descent
