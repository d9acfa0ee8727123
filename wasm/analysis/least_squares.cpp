#include "analysis/least_squares.hpp"

#include <cmath>
#include <limits>

namespace descent {
namespace {

/// Solves min |design x - targets| in place by Householder reflections (Golub and Van Loan, "Matrix
/// Computations", 4th ed., algorithms 5.1.1 and 5.2.1). Columns have length one, so each diagonal
/// entry of R is how far a column stands off the ones before it. False when one does not.
bool reduce(Matrix<double>& design, Vector<double>& targets) {
  const Index rows = design.rows();
  const double dependent = static_cast<double>(rows) * std::numeric_limits<double>::epsilon();
  for (Index j = 0; j < design.cols(); ++j) {
    double squares = 0;
    for (Index i = j; i < rows; ++i) squares += design(i, j) * design(i, j);
    const double norm = std::sqrt(squares);
    if (!(norm > dependent)) return false;
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
  Matrix<double> design = Matrix<double>::Ones(examples, features + 1);
  Vector<double> length(features + 1);
  for (Index j = 0; j <= features; ++j) {
    if (j < features) design.col(j) = inputs.col(j);
    // Columns of length one: a feature in small units must not be mistaken for a dependent one.
    const double largest = design.col(j).cwiseAbs().maxCoeff();
    length[j] = largest > 0 ? largest * (design.col(j) / largest).norm() : 1;
    design.col(j) /= length[j];
  }
  Vector<double> rotated = targets;
  if (examples <= features || !reduce(design, rotated)) {
    return Error{"inputs", "These examples leave more than one answer open.",
                 "Give more examples than features, and no feature that is constant or follows from the others."};
  }
  LeastSquares fit;
  fit.parameters = substitute_back(design, rotated).cwiseQuotient(length);
  // What the reflections could not bring into the first rows is the residual.
  fit.sum_of_squares = rotated.tail(examples - features - 1).squaredNorm();
  fit.mean_of_squares = fit.sum_of_squares / static_cast<double>(examples);
  return fit;
}

}  // namespace descent
