#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = ((x + y)^2 + k (x - y)^2) / 4: a bowl with condition number k, turned by 45 degrees, so that
/// its narrow valley lies across both axes. Minimum 0 at the origin.
struct Ravine {
  static constexpr double domain[] = {-4, 4, -4, 4};
  static constexpr double start[] = {-3.5, -2.5};
  static constexpr double minima[] = {0, 0};
  static constexpr double minimum_values[] = {0};
  static constexpr Parameter shape[] = {{"conditionNumber", "condition number", 50, 1, 10000, Scale::log}};
  static constexpr FunctionInfo info = {
      .name = "ravine",
      .label = "ravine",
      .formula = R"(\tfrac{1}{4}\left((x + y)^2 + \kappa\,(x - y)^2\right))",
      .source = "a rotated quadratic",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
      .parameters = shape,
  };

  explicit Ravine(const double* values) : condition(values[0]) {}

  double value(const double* x) const {
    const double along = x[0] + x[1];
    const double across = x[0] - x[1];
    return 0.25 * (along * along + condition * across * across);
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double along = 0.5 * (x[0] + x[1]);
    const double across = 0.5 * condition * (x[0] - x[1]);
    gradient[0] = along + across;
    gradient[1] = along - across;
    return value(x);
  }
  void hessian(const double* /*x*/, double* h) const {
    h[0] = h[3] = 0.5 * (1 + condition);
    h[1] = h[2] = 0.5 * (1 - condition);
  }

  double condition;
};

}  // namespace descent
