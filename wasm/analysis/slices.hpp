#pragma once

#include <array>
#include <memory>
#include <vector>

#include "analysis/coarse_to_fine.hpp"
#include "objective/objective.hpp"

namespace descent {

/// The loss over a plane through the space of parameters.
class PlaneLoss {
 public:
  PlaneLoss() = default;
  PlaneLoss(const PlaneLoss&) = delete;
  PlaneLoss& operator=(const PlaneLoss&) = delete;
  virtual ~PlaneLoss() = default;
  /// At `at + x * directions[0] + y * directions[1]`.
  virtual double value(double x, double y) = 0;
};

/// Asks the objective, which outlives it, at each place.
std::unique_ptr<PlaneLoss> plain_losses(const Objective<double>& objective, const Vector<double>& at,
                                        const std::array<Vector<double>, 2>& directions);

/// The loss at `count` (at least 2) places along the first direction, x running evenly over `bounds`, both
/// included; NaN where it is not finite.
std::vector<double> line_values(PlaneLoss& losses, const std::array<double, 2>& bounds, Index count);

/// Places of a plane, a grid.
struct PlaneRequest {
  std::array<double, 2> x;  ///< first and last x, both on the plane's edge
  std::array<double, 2> y;
  Index columns;  ///< at least 2
  Index rows;     ///< at least 2
};

/// The loss over a plane, computed in slices, coarse first and then finer.
class Plane {
 public:
  Plane(std::unique_ptr<PlaneLoss> losses, const PlaneRequest& request);

  /// Computes up to `work` more values; a fraction counts as one.
  void advance(double work);

  Index done() const { return order_.done(); }
  Index total() const { return order_.total(); }

  /// columns x rows, row by row with the lowest y first. A place that is to come answers as the nearest
  /// one that was computed; NaN where the loss is not finite, and before there is any.
  const std::vector<double>& values() const { return values_; }

 private:
  std::unique_ptr<PlaneLoss> losses_;
  PlaneRequest request_;
  CoarseToFine order_;
  std::vector<double> values_;
};

}  // namespace descent
