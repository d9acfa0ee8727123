#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2. Minimum 0 at (3, 0.5), in a
/// flat valley; steep towards the corners.
/// Source: E. M. L. Beale, "On an Iterative Method for Finding a Local Minimum of a Function of More
/// than One Variable", 1958.
struct Beale {
  static constexpr double domain[] = {-1, 4.5, -1.5, 1.5};
  static constexpr double start[] = {1, 1};
  static constexpr double minima[] = {3, 0.5};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "beale",
      .label = "Beale",
      .formula = "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
      .source = "Beale 1958",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Beale(const double* /*shape*/) {}

  double value(const double* x) const {
    double ignored[2];
    return value_and_gradient(x, ignored);
  }
  double value_and_gradient(const double* x, double* gradient) const {
    constexpr double targets[] = {1.5, 2.25, 2.625};
    double value = 0;
    double power = 1;  // y^k
    gradient[0] = gradient[1] = 0;
    for (int k = 0; k < 3; ++k) {
      const double slope = (k + 1) * power;  // derivative of y^(k+1)
      power *= x[1];
      const double residual = targets[k] - x[0] + x[0] * power;
      value += residual * residual;
      gradient[0] += 2 * residual * (power - 1);
      gradient[1] += 2 * residual * x[0] * slope;
    }
    return value;
  }
};

}  // namespace descent
