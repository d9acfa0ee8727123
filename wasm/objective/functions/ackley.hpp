#pragma once

#include <cmath>
#include <numbers>

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = 20 (1 - exp(-0.2 r)) + e - exp((cos 2 pi x + cos 2 pi y) / 2), r = sqrt((x^2 + y^2) / 2): a
/// nearly level, rippled plain around one funnel. Minimum 0 at the origin, where it comes to a point;
/// the gradient there is taken to be 0.
/// Source: D. H. Ackley, "A Connectionist Machine for Genetic Hillclimbing", 1987.
struct Ackley {
  static constexpr double domain[] = {-5, 5, -5, 5};
  static constexpr double start[] = {2.6, -3.3};
  static constexpr double minima[] = {0, 0};
  static constexpr double minimum_values[] = {0};
  static constexpr FunctionInfo info = {
      .name = "ackley",
      .label = "Ackley",
      .formula = R"(20\left(1 - e^{-0.2\sqrt{(x^2 + y^2)/2}}\right) + e - e^{(\cos 2\pi x + \cos 2\pi y)/2})",
      .source = "Ackley 1987",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit Ackley(const double* /*shape*/) {}

  double value(const double* x) const {
    double ignored[2];
    return value_and_gradient(x, ignored);
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double r = std::sqrt(0.5 * (x[0] * x[0] + x[1] * x[1]));
    const double funnel = std::exp(-0.2 * r);
    const double ripple = std::exp(0.5 * (std::cos(turn * x[0]) + std::cos(turn * x[1])));
    for (int i = 0; i < 2; ++i) {
      const double inward = r > 0 ? 2 * funnel * x[i] / r : 0;
      gradient[i] = inward + 0.5 * turn * ripple * std::sin(turn * x[i]);
    }
    // exp(1) by the same function as the ripple, so that the minimum is 0 and not a rounding error.
    return 20 * (1 - funnel) + std::exp(1.0) - ripple;
  }

  static constexpr double turn = 2 * std::numbers::pi;
};

}  // namespace descent
