#pragma once

#include "objective/function.hpp"

namespace descent {

/// f(x, y) = (x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y) / 2: four basins, one deepest.
/// Source: M. A. Styblinski and T.-S. Tang, "Experiments in Nonconvex Optimization: Stochastic
/// Approximation with Function Smoothing and Simulated Annealing", 1990.
struct StyblinskiTang {
  static constexpr double domain[] = {-5, 5, -5, 5};
  static constexpr double start[] = {0.5, -0.5};
  static constexpr double minima[] = {-2.9035340277711771, -2.9035340277711771, -2.9035340277711771,
                                      2.7468027709908370,  2.7468027709908370,  -2.9035340277711771,
                                      2.7468027709908370,  2.7468027709908370};
  static constexpr double minimum_values[] = {-78.33233140754282, -64.19561235905536, -64.19561235905536,
                                              -50.05889331056789};
  static constexpr FunctionInfo info = {
      .name = "styblinski_tang",
      .label = "Styblinski-Tang",
      .formula = R"(\tfrac{1}{2}(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y))",
      .source = "Styblinski and Tang 1990",
      .dimension = 2,
      .domain = domain,
      .start = start,
      .minima = minima,
      .minimum_values = minimum_values,
  };

  explicit StyblinskiTang(const double* /*shape*/) {}

  double value(const double* x) const {
    double sum = 0;
    for (int i = 0; i < 2; ++i) sum += x[i] * (5 + x[i] * (x[i] * x[i] - 16));
    return 0.5 * sum;
  }
  double value_and_gradient(const double* x, double* gradient) const {
    for (int i = 0; i < 2; ++i) gradient[i] = 2.5 + x[i] * (2 * x[i] * x[i] - 16);
    return value(x);
  }
  void hessian(const double* x, double* h) const {
    h[0] = 6 * x[0] * x[0] - 16;
    h[1] = h[2] = 0;
    h[3] = 6 * x[1] * x[1] - 16;
  }
};

}  // namespace descent
