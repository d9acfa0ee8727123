#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (x^2 + k y^2) / 2 with condition number k: the Hessian's eigenvalues are 1 and k, along the
/// axes. Minimum 0 at the origin.
struct Bowl {
  static constexpr double domain[] = {-4, 4, -4, 4};
  static constexpr double start[] = {-3.5, 1.5};
  static constexpr double minima[] = {0, 0};
  static constexpr double minimum_values[] = {0};
  static constexpr Parameter shape[] = {{"conditionNumber", "condition number", 10, 1, 10000, Scale::log}};
  static constexpr FunctionInfo info = {
      .name = "bowl",
      .label = "bowl",
      .formula = R"(\tfrac{1}{2}(x^2 + \kappa\,y^2))",
      .source = "the quadratic every minimum looks like from close by",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
      .parameters = shape,
  };

  explicit Bowl(const double* values) : condition(values[0]) {}

  double value(const double* x) const { return 0.5 * (x[0] * x[0] + condition * x[1] * x[1]); }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = x[0];
    gradient[1] = condition * x[1];
    return value(x);
  }
  void hessian(const double* /*x*/, double* h) const {
    h[0] = 1;
    h[1] = h[2] = 0;
    h[3] = condition;
  }

  double condition;
};

}  // namespace descent
