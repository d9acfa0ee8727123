#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// Round clouds of points, their centres evenly around the unit circle; class c at the angle
/// (1/8 + c / classes) of a turn. As scikit-learn's `make_blobs`, which draws the centres too.
struct Blobs {
  static constexpr double domain[] = {-2, 2, -2, 2};
  static constexpr Parameter parameters[] = {
      {"classes", "classes", 2, 2, 8, Scale::whole},
      noise_of(0.3, 1),
  };
  static constexpr GeneratorInfo info = {
      .name = "blobs",
      .label = "blobs",
      .formula = R"((\cos\varphi_c,\ \sin\varphi_c) + \sigma\,\mathcal{N}(0, I))",
      .source = "after scikit-learn's make_blobs",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* shape) { return {2, static_cast<Index>(shape[0])}; }
  static double draw(const double* shape, Index index, Random& random, double* input) {
    const auto label = static_cast<double>(index % static_cast<Index>(shape[0]));
    const double angle = 2 * pi * (0.125 + label / shape[0]);
    input[0] = std::cos(angle);
    input[1] = std::sin(angle);
    scatter(shape[1], random, input);
    return label;
  }
};

}  // namespace descent::sets
