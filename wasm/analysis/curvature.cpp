#include "analysis/curvature.hpp"

#include <limits>

namespace descent {

Curvature curvature_at(const Objective<double>& objective, const Vector<double>& at) {
  const Matrix<double> hessian = objective.hessian(at);
  if (!hessian.allFinite()) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan, nan, nan};
  }
  const Eigen::SelfAdjointEigenSolver<Matrix<double>> solver(hessian, Eigen::EigenvaluesOnly);
  const double smallest = solver.eigenvalues().minCoeff();
  const double largest = solver.eigenvalues().maxCoeff();
  return {smallest, largest, largest > 0 ? 2 / largest : 0, smallest > 0 ? largest / smallest : 0};
}

}  // namespace descent
