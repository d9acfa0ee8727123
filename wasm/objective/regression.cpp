#include "objective/regression.hpp"

#include <utility>

namespace descent {

Regression::Regression(Matrix<double> inputs, Vector<double> targets, SquaredLoss loss)
    : inputs_(std::move(inputs)), targets_(std::move(targets)), loss_(loss), residuals_(targets_.size()) {}

double Regression::scale(Index count) const {
  return loss_ == SquaredLoss::mean_squares ? 1.0 / static_cast<double>(count) : 1.0;
}

double Regression::value(const Vector<double>& at) const {
  const Index features = inputs_.cols();
  residuals_ = -targets_;
  residuals_.noalias() += inputs_ * at.head(features);
  residuals_.array() += at[features];
  return scale(sample_count()) * residuals_.squaredNorm();
}

double Regression::value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const {
  const double loss = value(at);
  const Index features = inputs_.cols();
  const double slope = 2 * scale(sample_count());
  gradient.head(features).noalias() = inputs_.transpose() * residuals_;
  gradient[features] = residuals_.sum();
  gradient *= slope;
  return loss;
}

double Regression::batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                            Vector<double>& gradient) const {
  const Index features = inputs_.cols();
  double squares = 0;
  gradient.setZero();
  for (Index k = 0; k < count; ++k) {
    const auto row = inputs_.row(batch[k]);
    const double residual = row.dot(at.head(features)) + at[features] - targets_[batch[k]];
    squares += residual * residual;
    gradient.head(features) += residual * row.transpose();
    gradient[features] += residual;
  }
  gradient *= 2 * scale(count);
  return scale(count) * squares;
}

Matrix<double> Regression::hessian(const Vector<double>& /*at*/) const {
  // One example at a time: the Hessian is small, and a matrix product would double the module's size.
  Matrix<double> result = Matrix<double>::Zero(dimension(), dimension());
  Vector<double> row(dimension());
  for (Index k = 0; k < sample_count(); ++k) {
    row << inputs_.row(k).transpose(), 1.0;
    for (Index j = 0; j < dimension(); ++j) result.col(j) += row[j] * row;
  }
  return 2 * scale(sample_count()) * result;
}

}  // namespace descent
