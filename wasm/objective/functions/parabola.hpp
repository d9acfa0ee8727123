#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x) = c/2 x^2 + 5 with curvature c; c = 2 gives x^2 + 5. Minimum 5 at 0. Plain descent on it
/// diverges exactly when the rate exceeds 2 / c.
struct Parabola {
  static constexpr double domain[] = {-4, 4};
  static constexpr double start[] = {3};
  static constexpr double minima[] = {0};
  static constexpr double minimum_values[] = {5};
  static constexpr Parameter shape[] = {{"curvature", "curvature", 2, 0.01, 10000, Scale::log}};
  static constexpr FunctionInfo info = {
      .name = "parabola",
      .label = "parabola",
      .formula = R"(\tfrac{c}{2}x^2 + 5)",
      .source = "the simplest curve with a minimum",
      .dimension = 1,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
      .parameters = shape,
  };

  explicit Parabola(const double* values) : curvature(values[0]) {}

  double value(const double* x) const { return 0.5 * curvature * x[0] * x[0] + 5; }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = curvature * x[0];
    return value(x);
  }
  void hessian(const double* /*x*/, double* h) const { h[0] = curvature; }

  double curvature;
};

}  // namespace descent
