#pragma once

#include <array>
#include <span>
#include <vector>

#include "objective/objective.hpp"

namespace descent {

bool all_finite(std::span<const double> numbers);

/// Replaces what is not finite by NaN.
void mark_infinite(std::span<double> numbers);

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

/// The value at each of as many points (dimension numbers each) as there are `values`; NaN where it is not
/// finite.
void values_at(const Objective<double>& objective, const double* points, std::span<double> values);

/// Values and gradients (dimension numbers each) at as many points as there are `values`; NaN for each
/// number that is not finite.
void gradients_at(const Objective<double>& objective, const double* points, std::span<double> values,
                  std::span<double> gradients);

}  // namespace descent
