#include "analysis/matching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/columns.hpp"
#include "network/inspect.hpp"

namespace descent {

std::vector<Index> best_assignment(const Matrix<double>& gains) {
  const auto n = static_cast<std::size_t>(gains.rows());
  constexpr double infinity = std::numeric_limits<double>::infinity();
  // Prices of rows and columns; the row that holds each column, column `n` being where a new row waits.
  std::vector<double> row_price(n, 0);
  std::vector<double> column_price(n + 1, 0);
  std::vector<std::size_t> holder(n + 1, n);
  std::vector<std::size_t> came_from(n + 1, n);
  for (std::size_t row = 0; row < n; ++row) {
    std::vector<double> distance(n + 1, infinity);
    std::vector<char> reached(n + 1, 0);
    std::size_t column = n;
    holder[n] = row;
    // The shortest way from the new row to a column that nobody holds.
    while (holder[column] != n || column == n) {
      reached[column] = 1;
      const std::size_t from = holder[column];
      double nearest = infinity;
      std::size_t next = n;
      for (std::size_t j = 0; j < n; ++j) {
        if (reached[j] != 0) continue;
        const double cost = -gains(static_cast<Index>(from), static_cast<Index>(j)) - row_price[from] - column_price[j];
        if (cost < distance[j]) {
          distance[j] = cost;
          came_from[j] = column;
        }
        if (distance[j] < nearest) {
          nearest = distance[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (reached[j] != 0) {
          row_price[holder[j]] += nearest;
          column_price[j] -= nearest;
        } else {
          distance[j] -= nearest;
        }
      }
      column = next;
    }
    // Everybody on that way moves on by one.
    while (column != n) {
      const std::size_t before = came_from[column];
      holder[column] = holder[before];
      column = before;
    }
  }
  std::vector<Index> result(n);
  for (std::size_t j = 0; j < n; ++j) result[holder[j]] = static_cast<Index>(j);
  return result;
}

/// Every neuron's activations over the examples as a column, about their mean and of length 1, or 0 where it never
/// changes.
static Matrix<double> profiles(const NetworkShape& shape, const Vector<double>& parameters,
                               const Matrix<double>& inputs) {
  Matrix<double> result = neuron_maps(shape, parameters, inputs).activations;
  const Index rows = result.rows();
  for (Index j = 0; j < result.cols(); ++j) {
    double* column = result.data() + j * rows;
    double mean = 0;
    for (Index e = 0; e < rows; ++e) mean += column[e] / static_cast<double>(rows);
    for (Index e = 0; e < rows; ++e) column[e] -= mean;
    const double length = std::sqrt(dot(column, column, rows));
    // Beneath this it is the rounding of the mean. What is no number is not above it.
    const double negligible = 1e-12 * std::abs(mean) * std::sqrt(static_cast<double>(rows));
    const bool known = length > negligible;
    for (Index e = 0; e < rows; ++e) column[e] = known ? column[e] / length : 0;
  }
  return result;
}

Matching match_neurons(const NetworkShape& shape, const AnyExamples& examples, const Vector<double>& at,
                       const Vector<double>& other) {
  const Matrix<double> inputs = examples.inputs(0, std::min(most_compared, examples.count()));
  const Matrix<double> ours = profiles(shape, at, inputs);
  const Matrix<double> theirs = profiles(shape, other, inputs);
  Matching matching;
  matching.parameters = other;
  std::vector<Index> moved(static_cast<std::size_t>(shape.inputs()));
  for (std::size_t k = 0; k < moved.size(); ++k) moved[k] = static_cast<Index>(k);
  Index first = 0;
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const Index in = shape.in(layer);
    const Index out = shape.out(layer);
    std::vector<Index> order(static_cast<std::size_t>(out));
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Index>(i);
    if (layer + 1 < shape.depth()) {
      Matrix<double> alike(out, out);
      for (Index i = 0; i < out; ++i) {
        for (Index j = 0; j < out; ++j) {
          alike(i, j) =
              dot(ours.data() + (first + i) * ours.rows(), theirs.data() + (first + j) * ours.rows(), ours.rows());
        }
      }
      order = best_assignment(alike);
      for (Index i = 0; i < out; ++i) {
        const Index from = order[static_cast<std::size_t>(i)];
        matching.order.push_back(static_cast<double>(from));
        matching.correlation.push_back(alike(i, from));
        matching.before.push_back(alike(i, i));
      }
    }
    // Row i of [W | b] is that of the neuron that comes here, and column k that of the input that does.
    for (Index k = 0; k <= in; ++k) {
      const Index input = k < in ? moved[static_cast<std::size_t>(k)] : in;
      for (Index i = 0; i < out; ++i) {
        matching.parameters[shape.offset(layer) + k * out + i] =
            other[shape.offset(layer) + input * out + order[static_cast<std::size_t>(i)]];
      }
    }
    moved = order;
    first += out;
  }
  return matching;
}

}  // namespace descent
