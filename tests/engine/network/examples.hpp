#pragma once

#include <memory>
#include <vector>

#include "core/random.hpp"
#include "objective/network.hpp"

namespace descent::testing {

template <typename Scalar>
Matrix<Scalar> random_matrix(Index rows, Index columns, Random& random, double low, double high) {
  Matrix<Scalar> matrix(rows, columns);
  for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = static_cast<Scalar>(random.uniform(low, high));
  return matrix;
}

template <typename Scalar>
std::shared_ptr<const Examples<Scalar>> random_examples(const NetworkShape& shape, Index count, Random& random) {
  auto examples = std::make_shared<Examples<Scalar>>();
  examples->inputs = random_matrix<Scalar>(shape.inputs(), count, random, -1, 1);
  examples->targets = random_matrix<Scalar>(shape.outputs(), count, random, 0, 1);
  if (shape.loss == Loss::cross_entropy)
    examples->targets.array().rowwise() /= examples->targets.colwise().sum().array().eval();
  return examples;
}

template <typename Scalar>
Vector<Scalar> random_parameters(const NetworkShape& shape, Random& random) {
  return random_matrix<Scalar>(shape.parameter_count(), 1, random, -0.8, 0.8);
}

/// Every activation with every loss, in shapes that need full, quarter and single rows of a tile.
template <typename Check>
void for_networks(Check check) {
  const std::vector<std::vector<Index>> sizes = {{3, 5, 2}, {1, 1}, {2, 4, 2, 1}, {7, 21, 13, 3}};
  Random random(7);
  for (std::size_t a = 0; a < activations().size(); ++a) {
    for (std::size_t l = 0; l < losses().size(); ++l) {
      for (const auto& size : sizes) {
        const auto activation = static_cast<Activation>(a);
        const Activation output = losses()[l].on_logits ? Activation::linear : activation;
        check(NetworkShape{size, activation, output, static_cast<Loss>(l)}, random);
      }
    }
  }
}

}  // namespace descent::testing
