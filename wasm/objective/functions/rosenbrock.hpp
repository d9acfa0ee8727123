#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (1 - x)^2 + 100 (y - x^2)^2: a curved valley with a nearly level floor. Minimum 0 at (1, 1).
/// Source: H. H. Rosenbrock, "An Automatic Method for Finding the Greatest or Least Value of a
/// Function", 1960; the start is his.
struct Rosenbrock {
  static constexpr double domain[] = {-2, 2, -1, 3};
  static constexpr double start[] = {-1.2, 1};
  static constexpr double minima[] = {1, 1};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "rosenbrock",
      .label = "Rosenbrock",
      .formula = R"((1 - x)^2 + 100\,(y - x^2)^2)",
      .source = "Rosenbrock 1960",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Rosenbrock(const double* /*shape*/) {}

  double value(const double* x) const {
    const double a = 1 - x[0];
    const double b = x[1] - x[0] * x[0];
    return a * a + 100 * b * b;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double a = 1 - x[0];
    const double b = x[1] - x[0] * x[0];
    gradient[0] = -2 * a - 400 * x[0] * b;
    gradient[1] = 200 * b;
    return a * a + 100 * b * b;
  }
  void hessian(const double* x, double* h) const {
    h[0] = 2 - 400 * (x[1] - 3 * x[0] * x[0]);
    h[1] = h[2] = -400 * x[0];
    h[3] = 200;
  }
};

}  // namespace descent
