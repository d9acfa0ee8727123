#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// y = sin(2 pi frequency x) + noise, x even over [-1, 1]: what a line cannot follow, and a small
/// network can. After Bishop, "Pattern Recognition and Machine Learning" (2006), section 1.1.
struct Sine {
  static constexpr double domain[] = {-1.1, 1.1, -1.5, 1.5};
  static constexpr Parameter parameters[] = {
      {"frequency", "periods per unit", 0.75, 0.25, 3, Scale::linear},
      noise_of(0.1, 1),
  };
  static constexpr GeneratorInfo info = {
      .name = "sine",
      .label = "sine",
      .formula = R"(y = \sin(2\pi f x) + \sigma\,\mathcal{N}(0, 1))",
      .source = "after Bishop 2006, section 1.1",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* /*shape*/) { return {1, 0}; }
  static double draw(const double* shape, Index /*index*/, Random& random, double* input) {
    input[0] = random.uniform(-1, 1);
    double target = std::sin(2 * pi * shape[0] * input[0]);
    scatter(shape[1], random, &target, 1);
    return target;
  }
};

}  // namespace descent::sets
