#include "analysis/least_squares.hpp"

#include <cmath>
#include <limits>

namespace descent {
namespace {

/// A middle of the numbers; which one hardly matters, so rounding does not.
double middle_of(const Vector<double>& numbers) {
  double mean = 0;
  for (const double number : numbers) mean += number / static_cast<double>(numbers.size());
  return mean;
}

/// Features about their middles, and the bias's, which is always 1, as columns of length one: neither a
/// far origin nor a small unit must make a feature look like a dependent one.
struct Design {
  Matrix<double> columns;
  Vector<double> middle;    ///< what was taken off each feature; 0 for the bias
  Vector<double> length;    ///< what each column was divided by
  Vector<double> rounding;  ///< how far rounding of the numbers given may have moved each column
};

Design design_of(const Matrix<double>& inputs) {
  constexpr double precision = std::numeric_limits<double>::epsilon();
  const Index features = inputs.cols();
  Design design = {Matrix<double>::Ones(inputs.rows(), features + 1), Vector<double>::Zero(features + 1),
                   Vector<double>::Ones(features + 1), Vector<double>::Zero(features + 1)};
  for (Index j = 0; j <= features; ++j) {
    auto column = design.columns.col(j);
    if (j < features) {
      design.middle[j] = middle_of(inputs.col(j));
      column = inputs.col(j).array() - design.middle[j];
    }
    const double largest = column.cwiseAbs().maxCoeff();
    if (largest > 0) design.length[j] = largest * (column / largest).norm();
    column /= design.length[j];
    if (j < features) design.rounding[j] = precision * (inputs.col(j).cwiseAbs().maxCoeff() / design.length[j]);
  }
  return design;
}

/// Solves min |design x - targets| in place by Householder reflections (Golub and Van Loan, "Matrix
/// Computations", 4th ed., algorithms 5.1.1 and 5.2.1). Columns have length one, so each diagonal
/// entry of R is how far a column stands off the ones before it. False when one does not.
bool reduce(Matrix<double>& design, const Vector<double>& rounding, Vector<double>& targets) {
  const Index rows = design.rows();
  const double dependent = static_cast<double>(rows) * std::numeric_limits<double>::epsilon();
  for (Index j = 0; j < design.cols(); ++j) {
    double squares = 0;
    for (Index i = j; i < rows; ++i) squares += design(i, j) * design(i, j);
    const double norm = std::sqrt(squares);
    if (!(norm > dependent + rounding[j])) return false;
    // The sign that adds, so that nothing cancels.
    const double diagonal = design(j, j) > 0 ? -norm : norm;
    design(j, j) -= diagonal;
    const double scale = 1 / (-diagonal * design(j, j));
    const auto reflect = [&](double* column) {
      double product = 0;
      for (Index i = j; i < rows; ++i) product += design(i, j) * column[i];
      for (Index i = j; i < rows; ++i) column[i] -= scale * product * design(i, j);
    };
    for (Index k = j + 1; k < design.cols(); ++k) reflect(design.col(k).data());
    reflect(targets.data());
    design(j, j) = diagonal;
  }
  return true;
}

/// Solves R x = targets, R being the upper triangle that `reduce` leaves.
Vector<double> substitute_back(const Matrix<double>& design, const Vector<double>& targets) {
  Vector<double> x(design.cols());
  for (Index j = design.cols() - 1; j >= 0; --j) {
    double rest = targets[j];
    for (Index k = j + 1; k < design.cols(); ++k) rest -= design(j, k) * x[k];
    x[j] = rest / design(j, j);
  }
  return x;
}

}  // namespace

Result<LeastSquares> least_squares(const Matrix<double>& inputs, const Vector<double>& targets) {
  const Index features = inputs.cols();
  const Index examples = inputs.rows();
  Design design = design_of(inputs);
  const double level = middle_of(targets);
  Vector<double> rotated = targets.array() - level;
  if (examples <= features || !reduce(design.columns, design.rounding, rotated)) {
    return Error{"inputs", "These examples leave more than one answer open.",
                 "Give more examples than features, and no feature that is constant or follows from the others."};
  }
  LeastSquares fit;
  fit.parameters = substitute_back(design.columns, rotated).cwiseQuotient(design.length);
  // Back from the middles to where the features and the targets have their zero.
  double bias = fit.parameters[features] + level;
  for (Index j = 0; j < features; ++j) bias -= fit.parameters[j] * design.middle[j];
  fit.parameters[features] = bias;
  // What the reflections could not bring into the first rows is the residual.
  fit.sum_of_squares = rotated.tail(examples - features - 1).squaredNorm();
  fit.mean_of_squares = fit.sum_of_squares / static_cast<double>(examples);
  return fit;
}

}  // namespace descent
