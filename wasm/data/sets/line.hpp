#pragma once

#include "data/generator.hpp"

namespace descent::sets {

/// y = slope x + intercept + noise, x even over [-1, 1].
struct Line {
  static constexpr double domain[] = {-1.1, 1.1, -2, 3};
  static constexpr Parameter parameters[] = {
      {"slope", "slope", 1.5, -5, 5, Scale::linear},
      {"intercept", "intercept", 0.5, -5, 5, Scale::linear},
      noise_of(0.2, 2),
  };
  static constexpr GeneratorInfo info = {
      .name = "line",
      .label = "line",
      .formula = R"(y = a x + b + \sigma\,\mathcal{N}(0, 1))",
      .source = "the model of linear regression",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* /*shape*/) { return {1, 0}; }
  static double draw(const double* shape, Index /*index*/, Random& random, double* input) {
    input[0] = random.uniform(-1, 1);
    double target = shape[0] * input[0] + shape[1];
    scatter(shape[2], random, &target, 1);
    return target;
  }
};

}  // namespace descent::sets
