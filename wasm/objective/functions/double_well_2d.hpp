#pragma once

#include "objective/functions/double_well.hpp"

namespace descent {

/// f(x, y) = (x^2 - 1)^2 + 0.3 x + y^2 + 0.5: the double well of one variable, made a valley. A saddle at
/// (0.0754, 0) parts the wells.
struct DoubleWell2d {
  static constexpr double domain[] = {-2, 2, -1.5, 1.5};
  static constexpr double start[] = {0.2, 1.2};
  static constexpr double minima[] = {-1.0355787140888538, 0, 0.96014955551910552, 0};
  static constexpr double minimum_values[] = {0.19457151625608403, 0.79414648102826285};
  static constexpr FunctionInfo info = {
      .name = "double_well_2d",
      .label = "double well in two dimensions",
      .formula = R"((x^2 - 1)^2 + 0.3\,x + y^2 + 0.5)",
      .source = "the tilted quartic double well",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit DoubleWell2d(const double* shape) : well(shape) {}

  double value(const double* x) const { return well.value(x) + x[1] * x[1]; }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[1] = 2 * x[1];
    return well.value_and_gradient(x, gradient) + x[1] * x[1];
  }
  void hessian(const double* x, double* h) const {
    well.hessian(x, h);
    h[1] = h[2] = 0;
    h[3] = 2;
  }

  DoubleWell well;
};

}  // namespace descent
