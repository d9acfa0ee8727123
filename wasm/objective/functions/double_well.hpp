#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x) = (x^2 - 1)^2 + 0.3 x + 0.5: two wells, the left one deeper; the hill between them, at
/// x = 0.0754, decides which one a start falls into. Minima rounded from 50-digit roots of
/// 4 x^3 - 4 x + 0.3. The tilted quartic double well of the physics texts.
struct DoubleWell {
  static constexpr double tilt = 0.3;
  static constexpr double domain[] = {-2, 2};
  static constexpr double start[] = {1.6};
  static constexpr double minima[] = {-1.0355787140888538, 0.96014955551910552};
  static constexpr double minimum_values[] = {0.19457151625608403, 0.79414648102826285};
  static constexpr FunctionInfo info = {
      .name = "double_well",
      .label = "double well",
      .formula = R"((x^2 - 1)^2 + 0.3\,x + 0.5)",
      .source = "the tilted quartic double well",
      .dimension = 1,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit DoubleWell(const double* /*shape*/) {}

  double value(const double* x) const {
    const double well = x[0] * x[0] - 1;
    return well * well + tilt * x[0] + 0.5;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = 4 * x[0] * (x[0] * x[0] - 1) + tilt;
    return value(x);
  }
  void hessian(const double* x, double* h) const { h[0] = 12 * x[0] * x[0] - 4; }
};

}  // namespace descent
