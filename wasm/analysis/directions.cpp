#include "analysis/directions.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "core/random.hpp"
#include "core/symmetric.hpp"
#include "network/shape.hpp"

namespace descent {
namespace {

/// Takes out of column `j` what lies along the columns before it, and gives it length 1. False, with
/// nothing useful left, where it lies along them altogether.
bool orthonormalise(Matrix<double>& columns, Index j) {
  const double before = columns.col(j).norm();
  // Twice is enough: what the first pass leaves through cancellation, the second takes (Kahan).
  for (int pass = 0; pass < 2; ++pass) {
    for (Index k = 0; k < j; ++k) columns.col(j) -= columns.col(k) * columns.col(k).dot(columns.col(j));
  }
  constexpr double negligible = 1e-10;
  const double norm = columns.col(j).norm();
  if (!(norm > negligible * before)) return false;
  columns.col(j) /= norm;
  return true;
}

/// Makes column `j` any direction at right angles to those before it: the axis that is least along
/// them, straightened. j < dimension.
void make_up(Matrix<double>& columns, Index j) {
  Index axis = 0;
  columns.leftCols(j).rowwise().squaredNorm().minCoeff(&axis);
  columns.col(j).setZero();
  columns(axis, j) = 1;
  orthonormalise(columns, j);
}

/// Scales the weights into every neuron to the length they have at `at`; holds biases.
void normalise_filters(const NetworkShape& shape, const Vector<double>& at, double* direction) {
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const Index in = shape.in(layer);
    const Index out = shape.out(layer);
    const Eigen::Map<const Matrix<double>> weights(at.data() + shape.offset(layer), out, in);
    Eigen::Map<Matrix<double>> moves(direction + shape.offset(layer), out, in + 1);
    for (Index neuron = 0; neuron < out; ++neuron) {
      const double length = moves.row(neuron).head(in).norm();
      moves.row(neuron) *= length > 0 ? weights.row(neuron).norm() / length : 0;
    }
    moves.col(in).setZero();
  }
}

}  // namespace

Matrix<double> random_directions(const Objective<double>& objective, const Vector<double>& at, std::uint64_t seed,
                                 Index count, bool filter_normalised) {
  Matrix<double> directions(objective.dimension(), count);
  for (Index j = 0; j < count; ++j) {
    Random random = Random::member(seed, static_cast<std::uint64_t>(j));
    for (double& number : directions.col(j)) number = random.normal();
    if (filter_normalised) {
      normalise_filters(*objective.network(), at, directions.col(j).data());
    } else if (j >= directions.rows() || !orthonormalise(directions, j)) {
      directions.col(j).normalize();
    }
  }
  return directions;
}

PrincipalDirections principal_directions(const Matrix<double>& points, Index count) {
  const Matrix<double> centred = points.colwise() - points.rowwise().mean();
  const bool by_points = points.cols() < points.rows();
  // The variances are the eigenvalues of the covariance, and, times the same number, of the Gram
  // matrix, of which there is one row per point instead of one per parameter.
  const Index size = by_points ? points.cols() : points.rows();
  Matrix<double> products(size, size);
  for (Index j = 0; j < size; ++j) {
    for (Index i = 0; i <= j; ++i) {
      products(i, j) = products(j, i) =
          by_points ? centred.col(i).dot(centred.col(j)) : centred.row(i).dot(centred.row(j));
    }
  }
  const double variance = products.trace();
  Matrix<double> vectors;
  diagonalise(products, &vectors);
  std::vector<Index> order(static_cast<std::size_t>(size));
  std::iota(order.begin(), order.end(), Index(0));
  std::sort(order.begin(), order.end(), [&](Index a, Index b) { return products(a, a) > products(b, b); });

  const double negligible = 4 * static_cast<double>(size) * std::numeric_limits<double>::epsilon() * variance;
  PrincipalDirections result{Matrix<double>(points.rows(), count), Vector<double>::Zero(count), {}};
  for (Index j = 0; j < count; ++j) {
    const Index k = j < size ? order[static_cast<std::size_t>(j)] : 0;
    const bool spreads = j < size && products(k, k) > negligible;
    if (spreads && by_points) {
      result.directions.col(j) = centred * vectors.col(k);
    } else if (spreads) {
      result.directions.col(j) = vectors.col(k);
    }
    if (spreads && orthonormalise(result.directions, j)) {
      result.explained[j] = products(k, k) / variance;
    } else {
      make_up(result.directions, j);
    }
  }
  const auto last = points.cols() - 1;
  for (Index j = 0; j < count; ++j) {
    const double way = result.directions.col(j).dot(points.col(0) - points.col(last));
    if (way < 0) result.directions.col(j) *= -1;
  }
  result.coordinates.resize(count, points.cols());
  for (Index p = 0; p < points.cols(); ++p) {
    for (Index j = 0; j < count; ++j) {
      result.coordinates(j, p) = result.directions.col(j).dot(points.col(p) - points.col(last));
    }
  }
  return result;
}

}  // namespace descent
