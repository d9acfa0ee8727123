#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// Two circles around the origin: class 0 on the unit circle, class 1 on one `factor` times as wide.
/// scikit-learn's `make_circles` (there `factor` is 0.8), with angles drawn instead of evenly spaced.
struct Circle {
  static constexpr double domain[] = {-1.5, 1.5, -1.5, 1.5};
  static constexpr Parameter parameters[] = {
      {"factor", "inner radius", 0.5, 0, 1, Scale::linear},
      noise_of(0.1, 0.5),
  };
  static constexpr GeneratorInfo info = {
      .name = "circle",
      .label = "circle in a circle",
      .formula = R"(r_c\,(\cos t,\ \sin t),\quad r_0 = 1)",
      .source = "scikit-learn, make_circles",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* /*shape*/) { return {2, 2}; }
  static double draw(const double* shape, Index index, Random& random, double* input) {
    const bool inner = index % 2 == 1;
    const double angle = 2 * pi * random.uniform();
    const double radius = inner ? shape[0] : 1;
    input[0] = radius * std::cos(angle);
    input[1] = radius * std::sin(angle);
    scatter(shape[1], random, input);
    return inner ? 1 : 0;
  }
};

}  // namespace descent::sets
