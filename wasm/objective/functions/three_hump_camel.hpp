#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = 2 x^2 - 1.05 x^4 + x^6 / 6 + x y + y^2. Minimum 0 at the origin, two shallower ones beside it.
/// Source: M. Jamil and X.-S. Yang, "A Literature Survey of Benchmark Functions for Global Optimisation
/// Problems", 2013.
struct ThreeHumpCamel {
  static constexpr double domain[] = {-2.5, 2.5, -2.5, 2.5};
  static constexpr double start[] = {-1.2, 2};
  static constexpr double minima[] = {
      0, 0, 1.7475523458302890, -0.87377617291514449, -1.7475523458302890, 0.87377617291514449};
  static constexpr double minimum_values[] = {0, 0.29863844223685982, 0.29863844223685982};
  static constexpr FunctionInfo info = {
      .name = "three_hump_camel",
      .label = "three-hump camel",
      .formula = R"(2x^2 - 1.05\,x^4 + \tfrac{1}{6}x^6 + xy + y^2)",
      .source = "Jamil and Yang 2013",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit ThreeHumpCamel(const double* /*shape*/) {}

  double value(const double* x) const {
    const double s = x[0] * x[0];
    return s * (2 + s * (-1.05 + s / 6)) + x[0] * x[1] + x[1] * x[1];
  }
  double value_and_gradient(const double* x, double* gradient) const {
    const double s = x[0] * x[0];
    gradient[0] = x[0] * (4 + s * (-4.2 + s)) + x[1];
    gradient[1] = x[0] + 2 * x[1];
    return value(x);
  }
  void hessian(const double* x, double* h) const {
    const double s = x[0] * x[0];
    h[0] = 4 + s * (-12.6 + 5 * s);
    h[1] = h[2] = 1;
    h[3] = 2;
  }
};

}  // namespace descent
