#pragma once

#include <cmath>

#include "objective/function.hpp"

namespace descent {

/// LINEX (linear-exponential): f(x) = exp(-x) + x - 1. Convex; climbs exponentially to the left and
/// no faster than a straight line to the right. Minimum 0 at 0.
/// Source: H. R. Varian, "A Bayesian Approach to Real Estate Assessment", 1975, with a = -1, b = 1.
struct Linex {
  static constexpr double domain[] = {-3, 6};
  static constexpr double start[] = {5};
  static constexpr double minima[] = {0};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "linex",
      .label = "steep and gentle (LINEX)",
      .formula = "e^{-x} + x - 1",
      .source = "Varian 1975",
      .dimension = 1,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Linex(const double* /*shape*/) {}

  // expm1 keeps all digits near the minimum, where exp(-x) - 1 + x would cancel.
  double value(const double* x) const { return std::expm1(-x[0]) + x[0]; }
  double value_and_gradient(const double* x, double* gradient) const {
    const double rise = std::expm1(-x[0]);
    gradient[0] = -rise;
    return rise + x[0];
  }
  void hessian(const double* x, double* h) const { h[0] = std::exp(-x[0]); }
};

}  // namespace descent
