#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = 0.26 (x^2 + y^2) - 0.48 x y: a shallow quadratic with condition number 25. Minimum 0 at the
/// origin. Source: J. Matyas, "Random Optimization", 1965.
struct Matyas {
  static constexpr double domain[] = {-10, 10, -10, 10};
  static constexpr double start[] = {-3, -9};
  static constexpr double minima[] = {0, 0};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "matyas",
      .label = "Matyas",
      .formula = R"(0.26\,(x^2 + y^2) - 0.48\,xy)",
      .source = "Matyas 1965",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Matyas(const double* /*shape*/) {}

  double value(const double* x) const { return 0.26 * (x[0] * x[0] + x[1] * x[1]) - 0.48 * x[0] * x[1]; }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = 0.52 * x[0] - 0.48 * x[1];
    gradient[1] = 0.52 * x[1] - 0.48 * x[0];
    return value(x);
  }
  void hessian(const double* /*x*/, double* h) const {
    h[0] = h[3] = 0.52;
    h[1] = h[2] = -0.48;
  }
};

}  // namespace descent
