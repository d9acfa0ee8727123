#include "analysis/curvature.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace descent {
namespace {

/// Makes entry (p, q) of a symmetric matrix zero by turning its plane.
void rotate(Matrix<double>& a, Index p, Index q) {
  const double tau = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double t = (tau >= 0 ? 1.0 : -1.0) / (std::abs(tau) + std::hypot(1.0, tau));
  const double c = 1 / std::sqrt(1 + t * t);
  const double s = t * c;
  for (Index k = 0; k < a.rows(); ++k) {
    const double left = a(k, p);
    const double right = a(k, q);
    a(k, p) = c * left - s * right;
    a(k, q) = s * left + c * right;
  }
  for (Index k = 0; k < a.rows(); ++k) {
    const double upper = a(p, k);
    const double lower = a(q, k);
    a(p, k) = c * upper - s * lower;
    a(q, k) = s * upper + c * lower;
  }
}

/// Turns a symmetric matrix until only its diagonal, the eigenvalues, is left: the cyclic Jacobi
/// method (Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5). Short, and as accurate
/// as any for the small Hessians looked at here.
void diagonalise(Matrix<double>& a) {
  constexpr int most_sweeps = 30;  // convergence is quadratic; ten are rarely needed
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    bool done = true;
    for (Index p = 0; p < a.rows(); ++p) {
      for (Index q = p + 1; q < a.rows(); ++q) {
        const double negligible = std::numeric_limits<double>::epsilon() * std::sqrt(std::abs(a(p, p) * a(q, q)));
        if (std::abs(a(p, q)) <= negligible * 0.5) continue;
        if (std::abs(a(p, q)) < std::numeric_limits<double>::min()) continue;
        rotate(a, p, q);
        done = false;
      }
    }
    if (done) return;
  }
}

}  // namespace

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
