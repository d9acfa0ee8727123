#include "analysis/field.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace descent {

void mark_infinite(std::vector<double>& numbers) {
  for (double& number : numbers) {
    if (!std::isfinite(number)) number = std::numeric_limits<double>::quiet_NaN();
  }
}

double between(const std::array<double, 2>& bounds, Index k, Index count) {
  // Weighted, because lower + k * width would miss the upper bound by rounding.
  const double t = static_cast<double>(k) / static_cast<double>(count - 1);
  return bounds[0] * (1 - t) + bounds[1] * t;
}

std::vector<double> value_grid(const Objective<double>& objective, const GridRequest& request) {
  std::vector<double> values(static_cast<std::size_t>(request.columns * request.rows));
  // Many points at once, as far as a handful of cache lines goes: some objectives have thousands of
  // parameters.
  constexpr Index most_numbers = 4096;
  const Index dimension = objective.dimension();
  const Index block = std::clamp<Index>(most_numbers / dimension, 1, request.columns);
  Matrix<double> points = request.at.replicate(1, block);
  double* next = values.data();
  for (Index row = 0; row < request.rows; ++row) {
    points.row(request.axes[1]).setConstant(between(request.y, row, request.rows));
    for (Index column = 0; column < request.columns; column += block) {
      const Index count = std::min(block, request.columns - column);
      for (Index k = 0; k < count; ++k) {
        points(request.axes[0], k) = between(request.x, column + k, request.columns);
      }
      objective.values(points.data(), count, next);
      next += count;
    }
  }
  mark_infinite(values);
  return values;
}

std::vector<double> values_at(const Objective<double>& objective, const std::vector<double>& points) {
  const auto count = points.size() / static_cast<std::size_t>(objective.dimension());
  std::vector<double> values(count);
  objective.values(points.data(), static_cast<Index>(count), values.data());
  mark_infinite(values);
  return values;
}

Gradients gradients_at(const Objective<double>& objective, const std::vector<double>& points) {
  const auto dimension = static_cast<std::size_t>(objective.dimension());
  const std::size_t count = points.size() / dimension;
  Gradients result = {std::vector<double>(count), std::vector<double>(count * dimension)};
  objective.values_and_gradients(points.data(), static_cast<Index>(count), result.values.data(),
                                 result.gradients.data());
  mark_infinite(result.values);
  mark_infinite(result.gradients);
  return result;
}

}  // namespace descent
