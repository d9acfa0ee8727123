#pragma once

#include <cmath>
#include <numbers>

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = -cos x cos y exp(-((x - pi)^2 + (y - pi)^2)): a level plain with one hole. Minimum -1 at
/// (pi, pi); elsewhere the slope says next to nothing.
/// Source: E. E. Easom, "A Survey of Global Optimization Techniques", 1990.
struct Easom {
  static constexpr double domain[] = {0, 6.3, 0, 6.3};
  static constexpr double start[] = {4.3, 2.2};
  static constexpr double minima[] = {std::numbers::pi, std::numbers::pi};
  static constexpr double minimum_values[] = {-1};
  static constexpr FunctionInfo info = {
      .name = "easom",
      .label = "Easom",
      .formula = R"(-\cos x\,\cos y\,e^{-(x - \pi)^2 - (y - \pi)^2})",
      .source = "Easom 1990",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Easom(const double* /*shape*/) {}

  double value(const double* x) const {
    double ignored[2];
    return value_and_gradient(x, ignored);
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double u = x[0] - std::numbers::pi;
    const double v = x[1] - std::numbers::pi;
    const double hole = std::exp(-(u * u + v * v));
    const double cos_x = std::cos(x[0]);
    const double cos_y = std::cos(x[1]);
    gradient[0] = hole * cos_y * (std::sin(x[0]) + 2 * u * cos_x);
    gradient[1] = hole * cos_x * (std::sin(x[1]) + 2 * v * cos_y);
    return -cos_x * cos_y * hole;
  }
};

}  // namespace descent
