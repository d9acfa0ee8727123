#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = x^2 - y^2: uphill along x, downhill along y, level at the origin. No minimum: a ball that is
/// not placed perfectly leaves for good.
struct Saddle {
  static constexpr double domain[] = {-2, 2, -2, 2};
  static constexpr double start[] = {1.5, 0.01};
  static constexpr FunctionInfo info = {
      .name = "saddle",
      .label = "saddle",
      .formula = "x^2 - y^2",
      .source = "the hyperbolic paraboloid",
      .dimension = 2,
      .domain = domain,
      .start = start,
  };

  explicit Saddle(const double* /*shape*/) {}

  double value(const double* x) const { return x[0] * x[0] - x[1] * x[1]; }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = 2 * x[0];
    gradient[1] = -2 * x[1];
    return value(x);
  }
  void hessian(const double* /*x*/, double* h) const {
    h[0] = 2;
    h[1] = h[2] = 0;
    h[3] = -2;
  }
};

}  // namespace descent
