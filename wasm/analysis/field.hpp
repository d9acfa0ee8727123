#pragma once

#include <array>
#include <vector>

#include "objective/objective.hpp"

namespace descent {

/// Replaces what is not finite by NaN.
void mark_infinite(std::vector<double>& numbers);

/// Place `k` of `count` (at least 2) evenly spaced ones between two bounds; the first and the last are
/// exactly the bounds.
double between(const std::array<double, 2>& bounds, Index k, Index count);

/// A regular grid over two parameters, the others held.
struct GridRequest {
  std::array<double, 2> x;  ///< lower and upper bound along axes[0]
  std::array<double, 2> y;  ///< lower and upper bound along axes[1]
  Index columns;            ///< at least 2
  Index rows;               ///< at least 2
  Vector<double> at;        ///< the parameters that are held (size: dimension)
  std::array<Index, 2> axes;
};

/// columns x rows values, row by row with the lowest y first; NaN where the value is not finite.
std::vector<double> value_grid(const Objective<double>& objective, const GridRequest& request);

/// The value at each of `points` (dimension numbers each); NaN where it is not finite.
std::vector<double> values_at(const Objective<double>& objective, const std::vector<double>& points);

/// Values and gradients (dimension numbers each) at many points; NaN for each number that is not finite.
struct Gradients {
  std::vector<double> values;
  std::vector<double> gradients;
};
Gradients gradients_at(const Objective<double>& objective, const std::vector<double>& points);

}  // namespace descent
