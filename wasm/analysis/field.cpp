#include "analysis/field.hpp"

#include <cmath>
#include <limits>

namespace descent {
namespace {

double finite_or_nan(double value) { return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN(); }

/// Weighted so that the last one is exactly the upper bound.
double between(const std::array<double, 2>& bounds, Index k, Index count) {
  const double t = static_cast<double>(k) / static_cast<double>(count - 1);
  return bounds[0] * (1 - t) + bounds[1] * t;
}

}  // namespace

std::vector<double> value_grid(const Objective<double>& objective, const GridRequest& request) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(request.columns * request.rows));
  Vector<double> at = request.at;
  for (Index row = 0; row < request.rows; ++row) {
    at[request.axes[1]] = between(request.y, row, request.rows);
    for (Index column = 0; column < request.columns; ++column) {
      at[request.axes[0]] = between(request.x, column, request.columns);
      values.push_back(finite_or_nan(objective.value(at)));
    }
  }
  return values;
}

std::vector<double> values_at(const Objective<double>& objective, const std::vector<double>& points) {
  const Index dimension = objective.dimension();
  const auto count = static_cast<Index>(points.size()) / dimension;
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(count));
  Vector<double> at(dimension);
  for (Index k = 0; k < count; ++k) {
    at = Eigen::Map<const Vector<double>>(points.data() + k * dimension, dimension);
    values.push_back(finite_or_nan(objective.value(at)));
  }
  return values;
}

}  // namespace descent
