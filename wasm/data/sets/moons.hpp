#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// Two half circles that reach into each other: class 0 at (cos t, sin t), class 1 at
/// (1 - cos t, 1/2 - sin t), 0 <= t < pi. scikit-learn's `make_moons`, with t drawn instead of evenly
/// spaced.
struct Moons {
  static constexpr double domain[] = {-1.5, 2.5, -1, 1.5};
  static constexpr Parameter parameters[] = {noise_of(0.1, 0.5)};
  static constexpr GeneratorInfo info = {
      .name = "moons",
      .label = "two moons",
      .formula = R"((\cos t,\ \sin t),\quad (1 - \cos t,\ \tfrac{1}{2} - \sin t))",
      .source = "scikit-learn, make_moons",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* /*shape*/) { return {2, 2}; }
  static double draw(const double* shape, Index index, Random& random, double* input) {
    const bool lower = index % 2 == 1;
    const double t = pi * random.uniform();
    input[0] = lower ? 1 - std::cos(t) : std::cos(t);
    input[1] = lower ? 0.5 - std::sin(t) : std::sin(t);
    scatter(shape[0], random, input);
    return lower ? 1 : 0;
  }
};

}  // namespace descent::sets
