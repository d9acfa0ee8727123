#include "analysis/field.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace descent {

// Both without a branch, so that they become SIMD: x - x is 0 for a finite x and NaN for any other.

bool all_finite(std::span<const double> numbers) {
  std::uint64_t infinite = 0;
  for (const double number : numbers) infinite |= number - number == 0 ? 0U : 1U;
  return infinite == 0;
}

void mark_infinite(std::span<double> numbers) {
  for (double& number : numbers) number = number - number == 0 ? number : std::numeric_limits<double>::quiet_NaN();
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

void values_at(const Objective<double>& objective, const double* points, std::span<double> values) {
  objective.values(points, static_cast<Index>(values.size()), values.data());
  mark_infinite(values);
}

void gradients_at(const Objective<double>& objective, const double* points, std::span<double> values,
                  std::span<double> gradients) {
  objective.values_and_gradients(points, static_cast<Index>(values.size()), values.data(), gradients.data());
  mark_infinite(values);
  mark_infinite(gradients);
}

}  // namespace descent
