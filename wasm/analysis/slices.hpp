#pragma once

#include <array>
#include <vector>

#include "analysis/coarse_to_fine.hpp"
#include "objective/objective.hpp"

namespace descent {

/// The loss at `count` (at least 2) places `at + t * direction`, t running evenly over `bounds`, both
/// included; NaN where it is not finite.
std::vector<double> line_values(const Objective<double>& objective, const Vector<double>& at,
                                const Vector<double>& direction, const std::array<double, 2>& bounds, Index count);

/// A plane through the space of parameters: the places `at + x * directions[0] + y * directions[1]`.
struct PlaneRequest {
  Vector<double> at;
  std::array<Vector<double>, 2> directions;
  std::array<double, 2> x;  ///< first and last x, both on the plane's edge
  std::array<double, 2> y;
  Index columns;  ///< at least 2
  Index rows;     ///< at least 2
};

/// The loss over a plane, computed in slices, coarse first and then finer.
class Plane {
 public:
  explicit Plane(PlaneRequest request);

  /// Computes up to `work` more values; a fraction counts as one.
  void advance(const Objective<double>& objective, double work);

  Index done() const { return order_.done(); }
  Index total() const { return order_.total(); }

  /// columns x rows, row by row with the lowest y first. A place that is to come answers as the nearest
  /// one that was computed; NaN where the loss is not finite, and before there is any.
  const std::vector<double>& values() const { return values_; }

 private:
  PlaneRequest request_;
  CoarseToFine order_;
  Vector<double> point_;
  std::vector<double> values_;
};

}  // namespace descent
