#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = x^3 - 3 x y^2: three ways down (two for the legs, one for the tail) and three up. Gradient
/// and Hessian both vanish at the origin. No minimum.
struct MonkeySaddle {
  static constexpr double domain[] = {-2, 2, -2, 2};
  static constexpr double start[] = {1.2, 0.02};
  static constexpr FunctionInfo info = {
      .name = "monkey_saddle",
      .label = "monkey saddle",
      .formula = R"(x^3 - 3\,x\,y^2)",
      .source = "Hilbert and Cohn-Vossen 1932",
      .dimension = 2,
      .domain = domain,
      .start = start,
  };

  explicit MonkeySaddle(const double* /*shape*/) {}

  double value(const double* x) const { return x[0] * (x[0] * x[0] - 3 * x[1] * x[1]); }
  double value_and_gradient(const double* x, double* gradient) const {
    gradient[0] = 3 * (x[0] * x[0] - x[1] * x[1]);
    gradient[1] = -6 * x[0] * x[1];
    return value(x);
  }
  void hessian(const double* x, double* h) const {
    h[0] = 6 * x[0];
    h[1] = h[2] = -6 * x[1];
    h[3] = -6 * x[0];
  }
};

}  // namespace descent
