#pragma once

#include <cmath>
#include <numbers>

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = 20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y): a bowl covered with pits. Minimum 0 at the
/// origin. Source: L. A. Rastrigin, "Systems of Extremal Control", 1974.
struct Rastrigin {
  static constexpr double domain[] = {-5.12, 5.12, -5.12, 5.12};
  static constexpr double start[] = {3.4, -2.3};
  static constexpr double minima[] = {0, 0};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "rastrigin",
      .label = "Rastrigin",
      .formula = R"(20 + x^2 - 10\cos 2\pi x + y^2 - 10\cos 2\pi y)",
      .source = "Rastrigin 1974",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Rastrigin(const double* /*shape*/) {}

  double value(const double* x) const {
    double sum = 20;
    for (int i = 0; i < 2; ++i) sum += x[i] * x[i] - 10 * std::cos(turn * x[i]);
    return sum;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    for (int i = 0; i < 2; ++i) gradient[i] = 2 * x[i] + 10 * turn * std::sin(turn * x[i]);
    return value(x);
  }
  void hessian(const double* x, double* h) const {
    h[0] = 2 + 10 * turn * turn * std::cos(turn * x[0]);
    h[1] = h[2] = 0;
    h[3] = 2 + 10 * turn * turn * std::cos(turn * x[1]);
  }

  static constexpr double turn = 2 * std::numbers::pi;
};

}  // namespace descent
