#include "objective/objective.hpp"

#include <cmath>
#include <limits>

namespace descent {

template <typename Scalar>
Matrix<Scalar> Objective<Scalar>::hessian(const Vector<Scalar>& at) const {
  const Index n = dimension();
  Matrix<Scalar> result(n, n);
  Vector<Scalar> moved = at;
  Vector<Scalar> ahead(n);
  Vector<Scalar> behind(n);
  // The cube root of the machine precision balances rounding against the h^2 error of the quotient.
  const Scalar relative = std::cbrt(std::numeric_limits<Scalar>::epsilon());
  for (Index i = 0; i < n; ++i) {
    const Scalar width = relative * std::max(Scalar(1), std::abs(at[i]));
    moved[i] = at[i] + width;
    const Scalar right = moved[i];
    value_and_gradient(moved, ahead);
    moved[i] = at[i] - width;
    const Scalar left = moved[i];
    value_and_gradient(moved, behind);
    moved[i] = at[i];
    // The difference of what was really evaluated, not 2 * width, which rounding has changed.
    result.col(i) = (ahead - behind) / (right - left);
  }
  return (result + result.transpose()) / Scalar(2);
}

template <typename Scalar>
void Objective<Scalar>::values(const Scalar* points, Index count, Scalar* values) const {
  const Index n = dimension();
  Vector<Scalar> at(n);
  for (Index k = 0; k < count; ++k) {
    at = Eigen::Map<const Vector<Scalar>>(points + k * n, n);
    values[k] = value(at);
  }
}

template <typename Scalar>
void Objective<Scalar>::values_and_gradients(const Scalar* points, Index count, Scalar* values,
                                             Scalar* gradients) const {
  const Index n = dimension();
  Vector<Scalar> at(n);
  Vector<Scalar> gradient(n);
  for (Index k = 0; k < count; ++k) {
    at = Eigen::Map<const Vector<Scalar>>(points + k * n, n);
    values[k] = value_and_gradient(at, gradient);
    Eigen::Map<Vector<Scalar>>(gradients + k * n, n) = gradient;
  }
}

template class Objective<double>;
template class Objective<float>;

}  // namespace descent
