#include "analysis/least_squares.hpp"

namespace descent {

Result<LeastSquares> least_squares(const Matrix<double>& inputs, const Vector<double>& targets) {
  const Index features = inputs.cols();
  Matrix<double> design(inputs.rows(), features + 1);
  design.leftCols(features) = inputs;
  design.col(features).setOnes();
  // Columns of length one, so that a feature in small units is not mistaken for a dependent one.
  Vector<double> length(features + 1);
  for (Index j = 0; j <= features; ++j) {
    length[j] = design.col(j).stableNorm();
    if (length[j] > 0) design.col(j) /= length[j];
  }
  const Eigen::ColPivHouseholderQR<Matrix<double>> factors(design);
  if (factors.rank() <= features) {
    return Error{"inputs", "These examples leave more than one answer open.",
                 "Give more examples than features, and no feature that is constant or follows from the others."};
  }
  const Vector<double> scaled = factors.solve(targets);
  const double squares = (design * scaled - targets).squaredNorm();
  return LeastSquares{scaled.cwiseQuotient(length), squares, squares / static_cast<double>(targets.size())};
}

}  // namespace descent
