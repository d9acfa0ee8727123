#include "objective/objective.hpp"

#include <algorithm>
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
    for (Index j = 0; j < n; ++j) result(j, i) = (ahead[j] - behind[j]) / (right - left);
  }
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j < i; ++j) result(i, j) = result(j, i) = (result(i, j) + result(j, i)) / Scalar(2);
  }
  return result;
}

template <typename Scalar>
Matrix<Scalar> Objective<Scalar>::hessian_doubt(const Vector<Scalar>& /*at*/, const Matrix<Scalar>& hessian) const {
  // The quotients' own error, the two thirds of the machine precision, with a margin.
  const Scalar share = 10 * std::pow(std::numeric_limits<Scalar>::epsilon(), Scalar(2) / 3);
  Scalar largest = 0;
  for (Index i = 0; i < hessian.size(); ++i) largest = std::max(largest, std::abs(hessian.data()[i]));
  return Matrix<Scalar>::Constant(hessian.rows(), hessian.cols(), share * largest);
}

template <typename Scalar>
Matrix<Scalar> Objective<Scalar>::rounding_of(const Vector<Scalar>& at, const Matrix<Scalar>& hessian) const {
  constexpr Scalar precision = std::numeric_limits<Scalar>::epsilon();
  Vector<Scalar> moved(at.size());
  for (Index i = 0; i < at.size(); ++i) moved[i] = at[i] * (1 + 4 * precision);
  Matrix<Scalar> doubt = this->hessian(moved);
  for (Index i = 0; i < hessian.size(); ++i) {
    const Scalar entry = hessian.data()[i];
    const Scalar change = std::abs(doubt.data()[i] - entry);
    // Beyond the edge of a domain there is nothing to compare with.
    doubt.data()[i] =
        static_cast<Scalar>(dimension()) * precision * std::abs(entry) + (std::isfinite(change) ? change : 0);
  }
  return doubt;
}

template <typename Scalar>
void Objective<Scalar>::values(const Scalar* points, Index count, Scalar* values) const {
  const Index n = dimension();
  Vector<Scalar> at(n);
  for (Index k = 0; k < count; ++k) {
    std::copy_n(points + k * n, n, at.data());
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
    std::copy_n(points + k * n, n, at.data());
    values[k] = value_and_gradient(at, gradient);
    std::copy_n(gradient.data(), n, gradients + k * n);
  }
}

template class Objective<double>;
template class Objective<float>;

}  // namespace descent
