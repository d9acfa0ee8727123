#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2: four minima, all of value 0.
/// Source: D. M. Himmelblau, "Applied Nonlinear Programming", 1972, p. 428.
struct Himmelblau {
  static constexpr double domain[] = {-5, 5, -5, 5};
  static constexpr double start[] = {0, 0};
  static constexpr double minima[] = {3,
                                      2,
                                      -2.8051180869527449,
                                      3.1313125182505730,
                                      -3.7793102533777469,
                                      -3.2831859912861694,
                                      3.5844283403304917,
                                      -1.8481265269644036};
  static constexpr double minimum_values[] = {0, 0, 0, 0};
  static constexpr FunctionInfo info = {
      .name = "himmelblau",
      .label = "Himmelblau",
      .formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
      .source = "Himmelblau 1972",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Himmelblau(const double* /*shape*/) {}

  double value(const double* x) const {
    const double a = x[0] * x[0] + x[1] - 11;
    const double b = x[0] + x[1] * x[1] - 7;
    return a * a + b * b;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double a = x[0] * x[0] + x[1] - 11;
    const double b = x[0] + x[1] * x[1] - 7;
    gradient[0] = 4 * x[0] * a + 2 * b;
    gradient[1] = 2 * a + 4 * x[1] * b;
    return a * a + b * b;
  }
  void hessian(const double* x, double* h) const {
    h[0] = 12 * x[0] * x[0] + 4 * x[1] - 42;
    h[1] = h[2] = 4 * (x[0] + x[1]);
    h[3] = 4 * x[0] + 12 * x[1] * x[1] - 26;
  }
};

}  // namespace descent
