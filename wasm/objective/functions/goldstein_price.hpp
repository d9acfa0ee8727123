#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2))
///         * (30 + (2 x - 3 y)^2 (18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2)).
/// Minimum 3 at (0, -1), three shallower ones; values span six orders of magnitude.
/// Source: A. A. Goldstein and J. F. Price, "On Descent from Local Minima", 1971.
struct GoldsteinPrice {
  static constexpr double domain[] = {-2, 2, -2, 2};
  static constexpr double start[] = {-0.4, -1};
  static constexpr double minima[] = {0, -1, -0.6, -0.4, 1.8, 0.2, 1.2, 0.8};
  static constexpr double minimum_values[] = {3, 30, 84, 840};
  static constexpr FunctionInfo info = {
      .name = "goldstein_price",
      .label = "Goldstein-Price",
      .formula =
          R"(\left(1 + (x+y+1)^2(19-14x+3x^2-14y+6xy+3y^2)\right)\left(30 + (2x-3y)^2(18-32x+12x^2+48y-36xy+27y^2)\right))",
      .source = "Goldstein and Price 1971",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit GoldsteinPrice(const double* /*shape*/) {}

  double value(const double* x) const {
    double ignored[2];
    return value_and_gradient(x, ignored);
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double s = x[0] + x[1] + 1;
    // Its second factor depends on x + y alone, the other's on 2 x - 3 y alone.
    const double p = 19 + (s - 1) * (-14 + 3 * (s - 1));
    const double p_slope = -14 + 6 * (s - 1);
    const double t = 2 * x[0] - 3 * x[1];
    const double q = 18 + t * (-16 + 3 * t);
    const double q_slope = -16 + 6 * t;
    const double a = 1 + s * s * p;
    const double a_slope = s * (2 * p + s * p_slope);
    const double b = 30 + t * t * q;
    const double b_slope = t * (2 * q + t * q_slope);
    gradient[0] = a_slope * b + 2 * a * b_slope;
    gradient[1] = a_slope * b - 3 * a * b_slope;
    return a * b;
  }
};

}  // namespace descent
