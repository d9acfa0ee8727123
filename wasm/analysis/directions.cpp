#include "analysis/directions.hpp"

#include <cmath>
#include <limits>

#include "core/columns.hpp"
#include "core/random.hpp"
#include "core/symmetric.hpp"
#include "network/shape.hpp"

namespace descent {
namespace {

double* column(Matrix<double>& matrix, Index j) { return matrix.data() + j * matrix.rows(); }
const double* column(const Matrix<double>& matrix, Index j) { return matrix.data() + j * matrix.rows(); }

/// Takes out of column `j` what lies along the columns before it, and gives it length 1. False, with
/// nothing useful left, where it lies along them altogether.
bool orthonormalise(Matrix<double>& columns, Index j) {
  const Index n = columns.rows();
  double* it = column(columns, j);
  const double before = std::sqrt(dot(it, it, n));
  // Twice is enough: what the first pass leaves through cancellation, the second takes (Kahan).
  for (int pass = 0; pass < 2; ++pass) {
    for (Index k = 0; k < j; ++k) add(it, -dot(column(columns, k), it, n), column(columns, k), n);
  }
  constexpr double negligible = 1e-10;
  const double norm = std::sqrt(dot(it, it, n));
  if (!(norm > negligible * before)) return false;
  add(it, 1 / norm - 1, it, n);
  return true;
}

/// Makes column `j` any direction at right angles to those before it: the axis that is least along
/// them, straightened. j < dimension.
void make_up(Matrix<double>& columns, Index j) {
  Index axis = 0;
  double least = std::numeric_limits<double>::infinity();
  for (Index i = 0; i < columns.rows(); ++i) {
    double along = 0;
    for (Index k = 0; k < j; ++k) along += columns(i, k) * columns(i, k);
    if (along < least) {
      least = along;
      axis = i;
    }
  }
  double* it = column(columns, j);
  std::fill(it, it + columns.rows(), 0.0);
  it[axis] = 1;
  orthonormalise(columns, j);
}

/// Scales the weights into every neuron to the length they have at `at`; holds biases.
void normalise_filters(const NetworkShape& shape, const Vector<double>& at, double* direction) {
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const Index out = shape.out(layer);
    const Index bias = shape.in(layer)*out;
    const double* weights = at.data() + shape.offset(layer);
    double* moves = direction + shape.offset(layer);
    for (Index neuron = 0; neuron < out; ++neuron) {
      double wanted = 0;
      double drawn = 0;
      for (Index k = neuron; k < bias; k += out) {
        wanted += weights[k] * weights[k];
        drawn += moves[k] * moves[k];
      }
      const double factor = drawn > 0 ? std::sqrt(wanted / drawn) : 0;
      for (Index k = neuron; k < bias; k += out) moves[k] *= factor;
      moves[bias + neuron] = 0;
    }
  }
}

/// The products of all columns with one another.
Matrix<double> gram(const Matrix<double>& columns) {
  Matrix<double> products(columns.cols(), columns.cols());
  for (Index j = 0; j < columns.cols(); ++j) {
    for (Index i = 0; i <= j; ++i) {
      products(i, j) = products(j, i) = dot(column(columns, i), column(columns, j), columns.rows());
    }
  }
  return products;
}

/// Each column less their mean.
Matrix<double> centred(const Matrix<double>& points) {
  const Index n = points.rows();
  Matrix<double> result = points;
  Vector<double> mean = Vector<double>::Zero(n);
  for (Index p = 0; p < points.cols(); ++p) add(mean.data(), 1, column(points, p), n);
  const double share = -1 / static_cast<double>(points.cols());
  for (Index p = 0; p < points.cols(); ++p) add(column(result, p), share, mean.data(), n);
  return result;
}

/// Turns a direction so that the way from the last point to the first is not against it, and writes
/// down every point's coordinate along it.
void measure(const Matrix<double>& points, Index j, PrincipalDirections& found) {
  const Index n = points.rows();
  double* direction = column(found.directions, j);
  const double* last = column(points, points.cols() - 1);
  Vector<double> way(n);
  for (int turn = 0; turn < 2; ++turn) {
    for (Index p = 0; p < points.cols(); ++p) {
      std::copy(column(points, p), column(points, p) + n, way.data());
      add(way.data(), -1, last, n);
      found.coordinates(j, p) = dot(way.data(), direction, n);
    }
    if (found.coordinates(j, 0) >= 0) return;
    add(direction, -2, direction, n);
  }
}

}  // namespace

Matrix<double> random_directions(const Objective<double>& objective, const Vector<double>& at, std::uint64_t seed,
                                 Index count, bool filter_normalised) {
  const Index n = objective.dimension();
  Matrix<double> directions(n, count);
  for (Index j = 0; j < count; ++j) {
    Random random = Random::member(seed, static_cast<std::uint64_t>(j));
    double* it = column(directions, j);
    for (Index i = 0; i < n; ++i) it[i] = random.normal();
    if (filter_normalised) {
      normalise_filters(*objective.network(), at, it);
    } else if (j < n) {
      orthonormalise(directions, j);
    } else {
      add(it, 1 / std::sqrt(dot(it, it, n)) - 1, it, n);
    }
  }
  return directions;
}

PrincipalDirections principal_directions(const Matrix<double>& points, Index count) {
  const Index n = points.rows();
  const bool by_points = points.cols() < n;
  // The variances are the eigenvalues of the covariance, and, times the same number, of the Gram
  // matrix, of which there is one row per point instead of one per parameter.
  const Matrix<double> spread = centred(points);
  Matrix<double> products = by_points ? gram(spread) : gram(spread.transpose());
  const double variance = products.trace();
  Matrix<double> vectors;
  diagonalise(products, &vectors);

  const Index size = products.rows();
  const double negligible = 4 * static_cast<double>(size) * std::numeric_limits<double>::epsilon() * variance;
  PrincipalDirections found{Matrix<double>::Zero(n, count), Vector<double>::Zero(count),
                            Matrix<double>(count, points.cols())};
  for (Index j = 0; j < count; ++j) {
    Index k = 0;
    for (Index i = 1; i < size; ++i) k = products(i, i) > products(k, k) ? i : k;
    const double along = products(k, k);
    products(k, k) = 0;  // the next one is to be found
    if (along > negligible) {
      double* direction = column(found.directions, j);
      const double* vector = column(vectors, k);
      if (!by_points) add(direction, 1, vector, n);
      for (Index p = 0; by_points && p < size; ++p) add(direction, vector[p], column(spread, p), n);
    }
    if (along > negligible && orthonormalise(found.directions, j)) {
      found.explained[j] = along / variance;
    } else {
      make_up(found.directions, j);
    }
    measure(points, j, found);
  }
  return found;
}

}  // namespace descent
