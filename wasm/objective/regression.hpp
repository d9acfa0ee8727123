#pragma once

#include "objective/objective.hpp"

namespace descent {

enum class SquaredLoss { mean_squares, sum_squares };

/// Linear regression: prediction = inputs . weights + bias, parameters [weight_1 ... weight_d, bias].
/// Loss: the sum of squared residuals, over n for `mean_squares`.
class Regression final : public Objective<double> {
 public:
  /// inputs: n x d, targets: n; n, d >= 1.
  Regression(Matrix<double> inputs, Vector<double> targets, SquaredLoss loss);

  Index dimension() const override { return inputs_.cols() + 1; }
  Index sample_count() const override { return inputs_.rows(); }
  double value(const Vector<double>& at) const override;
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override;
  double batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                  Vector<double>& gradient) const override;
  Matrix<double> hessian(const Vector<double>& at) const override;
  Matrix<double> hessian_doubt(const Vector<double>& at, const Matrix<double>& hessian) const override;
  double work() const override { return static_cast<double>(inputs_.size()); }
  double bytes() const override { return 8.0 * static_cast<double>(inputs_.size() + 2 * targets_.size()); }

 private:
  double scale(Index count) const;

  Matrix<double> inputs_;
  Vector<double> targets_;
  SquaredLoss loss_;
  mutable Vector<double> residuals_;  // kept between calls, so that a step allocates nothing
};

}  // namespace descent
