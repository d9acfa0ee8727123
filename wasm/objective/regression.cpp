#include "objective/regression.hpp"

#include <cmath>
#include <limits>
#include <utility>

// Plain loops: Eigen's products of matrices and vectors would be as much code as all of a network's passes.
namespace descent {

Regression::Regression(Matrix<double> inputs, Vector<double> targets, SquaredLoss loss)
    : inputs_(std::move(inputs)), targets_(std::move(targets)), loss_(loss), residuals_(targets_.size()) {}

double Regression::scale(Index count) const {
  return loss_ == SquaredLoss::mean_squares ? 1.0 / static_cast<double>(count) : 1.0;
}

double Regression::value(const Vector<double>& at) const {
  const Index features = inputs_.cols();
  const Index count = sample_count();
  for (Index k = 0; k < count; ++k) residuals_[k] = at[features] - targets_[k];
  for (Index j = 0; j < features; ++j) {
    const double* feature = inputs_.data() + j * count;
    for (Index k = 0; k < count; ++k) residuals_[k] += feature[k] * at[j];
  }
  double squares = 0;
  for (Index k = 0; k < count; ++k) squares += residuals_[k] * residuals_[k];
  return scale(count) * squares;
}

double Regression::value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const {
  const double loss = value(at);
  const Index features = inputs_.cols();
  const Index count = sample_count();
  const double slope = 2 * scale(count);
  for (Index j = 0; j <= features; ++j) {
    const double* feature = inputs_.data() + j * count;
    double sum = 0;
    for (Index k = 0; k < count; ++k) sum += j < features ? feature[k] * residuals_[k] : residuals_[k];
    gradient[j] = slope * sum;
  }
  return loss;
}

double Regression::batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                            Vector<double>& gradient) const {
  const Index features = inputs_.cols();
  double squares = 0;
  gradient.setZero();
  for (Index k = 0; k < count; ++k) {
    double residual = at[features] - targets_[batch[k]];
    for (Index j = 0; j < features; ++j) residual += inputs_(batch[k], j) * at[j];
    squares += residual * residual;
    for (Index j = 0; j < features; ++j) gradient[j] += residual * inputs_(batch[k], j);
    gradient[features] += residual;
  }
  const double slope = 2 * scale(count);
  for (Index j = 0; j <= features; ++j) gradient[j] *= slope;
  return scale(count) * squares;
}

Matrix<double> Regression::hessian(const Vector<double>& /*at*/) const {
  const Index features = inputs_.cols();
  const Index count = sample_count();
  const double slope = 2 * scale(count);
  // The features, and the bias's, which is always 1.
  const auto feature = [&](Index k, Index j) { return j < features ? inputs_(k, j) : 1.0; };
  Matrix<double> result(features + 1, features + 1);
  for (Index i = 0; i <= features; ++i) {
    for (Index j = 0; j <= i; ++j) {
      double sum = 0;
      for (Index k = 0; k < count; ++k) sum += feature(k, i) * feature(k, j);
      result(i, j) = result(j, i) = slope * sum;
    }
  }
  return result;
}

/// Each entry is a sum over the examples; it is the same everywhere.
Matrix<double> Regression::hessian_doubt(const Vector<double>& /*at*/, const Matrix<double>& hessian) const {
  const double share = static_cast<double>(dimension()) * std::sqrt(static_cast<double>(sample_count())) *
                       std::numeric_limits<double>::epsilon();
  Matrix<double> doubt = hessian;
  for (Index j = 0; j < hessian.cols(); ++j) {
    for (Index i = 0; i < hessian.rows(); ++i) doubt(i, j) = share * std::sqrt(hessian(i, i) * hessian(j, j));
  }
  return doubt;
}

}  // namespace descent
