#include "analysis/curvature.hpp"

#include <limits>

#include "core/symmetric.hpp"

namespace descent {

Curvature curvature_at(const Objective<double>& objective, const Vector<double>& at) {
  Matrix<double> hessian = objective.hessian(at);
  if (!hessian.allFinite()) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan, nan, nan};
  }
  diagonalise(hessian);
  const double smallest = hessian.diagonal().minCoeff();
  const double largest = hessian.diagonal().maxCoeff();
  return {smallest, largest, largest > 0 ? 2 / largest : 0, smallest > 0 ? largest / smallest : 0};
}

}  // namespace descent
