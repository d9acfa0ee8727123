#pragma once

#include "core/eigen.hpp"
#include "core/error.hpp"

namespace descent {

/// Ordinary least squares in closed form.
struct LeastSquares {
  Vector<double> parameters;  ///< [weight_1 ... weight_d, bias], as in the regression objective
  double sum_of_squares;      ///< of the residuals
  double mean_of_squares;
};

/// inputs: n x d, targets: n. By a QR factorisation of the features about their middles: unlike the normal
/// equations it does not square the condition number, and time stamps are as good as small numbers. Refuses (field
/// `inputs`) inputs that leave more than one answer open: fewer than d + 1 examples, or columns that depend on one
/// another.
Result<LeastSquares> least_squares(const Matrix<double>& inputs, const Vector<double>& targets);

}  // namespace descent
