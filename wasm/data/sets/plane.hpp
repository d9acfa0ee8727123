#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// A plane over features of different scales, all of which matter alike: feature k (from 0, of d) is even
/// over [-s_k, s_k] with s_k = ratio^(k / (d - 1)), and
///   y = 1 + x_0 / s_0 - x_1 / s_1 + x_2 / s_2 - ... + noise.
/// The loss of linear regression here has a condition number of about ratio^2, which dividing every
/// feature by its scale brings down to about 3.
struct Plane {
  static constexpr Parameter parameters[] = {
      {"features", "features", 2, 1, 16, Scale::whole},
      {"ratio", "widest to narrowest feature", 10, 1, 1000, Scale::log},
      noise_of(0.1, 1),
  };
  static constexpr GeneratorInfo info = {
      .name = "plane",
      .label = "features of different scales",
      .formula = R"(y = 1 + \sum_k (-1)^k x_k / s_k + \sigma\,\mathcal{N}(0, 1))",
      .source = "the case for scaling features",
      .domain = {},
      .parameters = parameters,
  };

  static SetSize size(const double* shape) { return {static_cast<Index>(shape[0]), 0}; }
  static double draw(const double* shape, Index /*index*/, Random& random, double* input) {
    const auto features = static_cast<Index>(shape[0]);
    double target = 1;
    for (Index k = 0; k < features; ++k) {
      const double part = random.uniform(-1, 1);
      const double power = features > 1 ? static_cast<double>(k) / static_cast<double>(features - 1) : 0;
      input[k] = part * std::pow(shape[1], power);
      target += k % 2 == 0 ? part : -part;
    }
    scatter(shape[2], random, &target, 1);
    return target;
  }
};

}  // namespace descent::sets
