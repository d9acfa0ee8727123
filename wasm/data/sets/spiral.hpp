#pragma once

#include <cmath>

#include "data/generator.hpp"

namespace descent::sets {

/// Arms that wind around the origin: arm c at distance u in [0, 1) and angle 2 pi (turns u + c / arms)
/// from the vertical, clockwise. TensorFlow Playground's spiral has two arms and 1.75 turns, Karpathy's
/// (CS231n) three.
struct Spiral {
  static constexpr double domain[] = {-1.2, 1.2, -1.2, 1.2};
  static constexpr Parameter parameters[] = {
      {"classes", "arms", 2, 2, 5, Scale::whole},
      {"turns", "turns", 1.75, 0.25, 3, Scale::linear},
      noise_of(0.02, 0.2),
  };
  static constexpr GeneratorInfo info = {
      .name = "spiral",
      .label = "spiral",
      .formula = R"(u\,(\sin\varphi,\ \cos\varphi),\quad \varphi = 2\pi\,(n u + c / k))",
      .source = "TensorFlow Playground, dataset.ts; Karpathy, CS231n",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* shape) { return {2, static_cast<Index>(shape[0])}; }
  static double draw(const double* shape, Index index, Random& random, double* input) {
    const auto label = static_cast<double>(index % static_cast<Index>(shape[0]));
    const double radius = random.uniform();
    const double angle = 2 * pi * (shape[1] * radius + label / shape[0]);
    input[0] = radius * std::sin(angle);
    input[1] = radius * std::cos(angle);
    scatter(shape[2], random, input);
    return label;
  }
};

}  // namespace descent::sets
