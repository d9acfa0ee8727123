#pragma once

#include "data/generator.hpp"

namespace descent::sets {

/// Four squares: class 1 where the signs of the coordinates differ, as "exclusive or" has it, class 0
/// where they agree. Magnitudes are even over [gap, 1]. After TensorFlow Playground's `xor`.
struct Xor {
  static constexpr double domain[] = {-1.2, 1.2, -1.2, 1.2};
  static constexpr Parameter parameters[] = {
      {"gap", "gap", 0.06, 0, 0.5, Scale::linear},
      noise_of(0, 0.5),
  };
  static constexpr GeneratorInfo info = {
      .name = "xor",
      .label = "exclusive or",
      .formula = R"(c = [x_1 > 0] \oplus [x_2 > 0])",
      .source = "TensorFlow Playground, dataset.ts",
      .domain = domain,
      .parameters = parameters,
  };

  static SetSize size(const double* /*shape*/) { return {2, 2}; }
  static double draw(const double* shape, Index index, Random& random, double* input) {
    const bool differ = index % 2 == 1;
    const double side = random.below(2) == 0 ? -1 : 1;
    input[0] = side * random.uniform(shape[0], 1);
    input[1] = (differ ? -side : side) * random.uniform(shape[0], 1);
    scatter(shape[1], random, input);
    return differ ? 1 : 0;
  }
};

}  // namespace descent::sets
