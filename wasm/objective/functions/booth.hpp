#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (x + 2 y - 7)^2 + (2 x + y - 5)^2: a quadratic, turned. Minimum 0 at (1, 3).
/// Source: M. Jamil and X.-S. Yang, "A Literature Survey of Benchmark Functions for Global Optimisation
/// Problems", 2013.
struct Booth {
  static constexpr double domain[] = {-10, 10, -10, 10};
  static constexpr double start[] = {-8, -4};
  static constexpr double minima[] = {1, 3};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "booth",
      .label = "Booth",
      .formula = "(x + 2y - 7)^2 + (2x + y - 5)^2",
      .source = "Jamil and Yang 2013",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Booth(const double* /*shape*/) {}

  double value(const double* x) const {
    const double a = x[0] + 2 * x[1] - 7;
    const double b = 2 * x[0] + x[1] - 5;
    return a * a + b * b;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double a = x[0] + 2 * x[1] - 7;
    const double b = 2 * x[0] + x[1] - 5;
    gradient[0] = 2 * a + 4 * b;
    gradient[1] = 4 * a + 2 * b;
    return a * a + b * b;
  }
  void hessian(const double* /*x*/, double* h) const {
    h[0] = h[3] = 10;
    h[1] = h[2] = 8;
  }
};

}  // namespace descent
