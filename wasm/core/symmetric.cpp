#include "core/symmetric.hpp"

#include <cmath>
#include <limits>

namespace descent {
namespace {

/// Turns columns p and q of `a` into each other by the angle of cosine c and sine s.
void turn_columns(Matrix<double>& a, Index p, Index q, double c, double s) {
  for (Index k = 0; k < a.rows(); ++k) {
    const double left = a(k, p);
    const double right = a(k, q);
    a(k, p) = c * left - s * right;
    a(k, q) = s * left + c * right;
  }
}

/// Makes entry (p, q) of a symmetric matrix zero by turning its plane.
void rotate(Matrix<double>& a, Matrix<double>* vectors, Index p, Index q) {
  const double tau = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double t = (tau >= 0 ? 1.0 : -1.0) / (std::abs(tau) + std::hypot(1.0, tau));
  const double c = 1 / std::sqrt(1 + t * t);
  const double s = t * c;
  const double moved = t * a(p, q);
  const double first = a(p, p) - moved;
  const double second = a(q, q) + moved;
  turn_columns(a, p, q, c, s);
  if (vectors != nullptr) turn_columns(*vectors, p, q, c, s);
  for (Index k = 0; k < a.rows(); ++k) {
    a(p, k) = a(k, p);
    a(q, k) = a(k, q);
  }
  // The plane itself, where the angle's own rounding would enter twice: what is exact stays so.
  a(p, p) = first;
  a(q, q) = second;
  a(p, q) = a(q, p) = 0;
}

}  // namespace

void diagonalise(Matrix<double>& a, Matrix<double>* vectors) {
  if (vectors != nullptr) vectors->setIdentity(a.rows(), a.rows());
  constexpr int most_sweeps = 30;  // convergence is quadratic; ten are rarely needed
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    bool done = true;
    for (Index p = 0; p < a.rows(); ++p) {
      for (Index q = p + 1; q < a.rows(); ++q) {
        const double negligible = std::numeric_limits<double>::epsilon() * std::sqrt(std::abs(a(p, p) * a(q, q)));
        if (std::abs(a(p, q)) <= negligible * 0.5) continue;
        if (std::abs(a(p, q)) < std::numeric_limits<double>::min()) continue;
        rotate(a, vectors, p, q);
        done = false;
      }
    }
    if (done) return;
  }
}

}  // namespace descent
