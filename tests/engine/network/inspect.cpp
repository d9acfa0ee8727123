#include "network/inspect.hpp"

#include <doctest/doctest.h>

#include "network/examples.hpp"
#include "network/initial.hpp"
#include "network/reference.hpp"

using namespace descent;
using namespace descent::testing;

TEST_CASE("an inspection's numbers follow from each other, layer by layer") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 1, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    const Inspection seen = inspect(shape, at, examples->inputs.col(0).data(), examples->target(0));
    REQUIRE(seen.layers.size() == static_cast<std::size_t>(shape.depth()));
    Vector<double> input = examples->inputs.col(0);
    for (Index l = 0; l < shape.depth(); ++l) {
      const LayerView& layer = seen.layers[static_cast<std::size_t>(l)];
      const Eigen::Map<const Matrix<double>> part(at.data() + shape.offset(l), shape.out(l), shape.in(l) + 1);
      CHECK((part.leftCols(shape.in(l)) * input + part.rightCols(1)).isApprox(layer.sums, 1e-12));
      for (Index i = 0; i < shape.out(l); ++i) {
        const double z = layer.sums[i];
        CHECK(layer.activations[i] == doctest::Approx(reference_activation(shape.activation(l), z)).epsilon(1e-12));
        const double slope = (reference_activation(shape.activation(l), z + 1e-6) -
                              reference_activation(shape.activation(l), z - 1e-6)) /
                             2e-6;
        CHECK(layer.slopes[i] == doctest::Approx(slope).epsilon(1e-6).scale(0.1));
        CHECK(layer.deltas[i] == layer.blames[i] * layer.slopes[i]);
        CHECK(seen.gradient[shape.offset(l) + shape.in(l)*shape.out(l) + i] == layer.deltas[i]);
        CHECK(seen.gradient[shape.offset(l) + i] == layer.deltas[i] * input[0]);
      }
      input = layer.activations;
    }
  });
}

TEST_CASE("an inspection's loss and gradient are the objective's on that one example") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 3, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    const NetworkObjective<double> objective(shape, examples, at);
    const Inspection seen = inspect(shape, at, examples->inputs.col(2).data(), examples->target(2));
    Vector<double> gradient(at.size());
    const Index batch[] = {2};
    CHECK(seen.loss == objective.batch_value_and_gradient(at, batch, 1, gradient));
    CHECK(seen.gradient == gradient);
    CHECK(predict(shape, at, examples->inputs).col(2) == seen.prediction);
  });
}

TEST_CASE("predictions of a network with cross-entropy are probabilities") {
  const NetworkShape shape{{3, 4, 5}, Activation::tanh, Activation::linear, Loss::cross_entropy};
  Random random(2);
  const auto examples = random_examples<double>(shape, 100, random);
  const Matrix<double> probabilities = predict(shape, random_parameters<double>(shape, random), examples->inputs);
  CHECK(probabilities.minCoeff() > 0);
  for (Index e = 0; e < 100; ++e) CHECK(probabilities.col(e).sum() == doctest::Approx(1).epsilon(1e-12));
}

TEST_CASE("first weights fill the range their method names, and biases begin at zero") {
  const NetworkShape shape{{50, 40, 10}, Activation::relu, Activation::linear, Loss::mse};
  CHECK(standard_initial(shape) == Initial::he);
  for (const auto& [initial, limit] :
       {std::pair(Initial::glorot, std::sqrt(6.0 / 90)), {Initial::he, std::sqrt(6.0 / 50)}}) {
    const Vector<double> parameters = initial_parameters(shape, initial, 5);
    CHECK(parameters == initial_parameters(shape, initial, 5));
    CHECK(parameters != initial_parameters(shape, initial, 6));
    const auto first = parameters.head(2000);
    CHECK(first.cwiseAbs().maxCoeff() <= limit);
    CHECK(first.cwiseAbs().maxCoeff() > 0.98 * limit);
    CHECK(first.squaredNorm() / 2000 == doctest::Approx(limit * limit / 3).epsilon(0.05));
    CHECK(parameters.segment(2000, 40).isZero(0));
  }
}

TEST_CASE("a neuron's map holds, place by place, what an inspection of that place shows") {
  for_networks([](const NetworkShape& shape, Random& random) {
    // More than one chunk, and no multiple of it.
    const auto examples = random_examples<double>(shape, 131, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    const NeuronMaps maps = neuron_maps(shape, at, examples->inputs);
    for (const Index e : {Index(0), Index(63), Index(64), Index(130)}) {
      const Inspection seen = inspect(shape, at, examples->inputs.col(e).data(), examples->target(e));
      Index column = 0;
      for (const LayerView& layer : seen.layers) {
        const bool last = &layer == &seen.layers.back();
        for (Index i = 0; i < layer.sums.size(); ++i, ++column) {
          CHECK(maps.sums(e, column) == layer.sums[i]);
          CHECK(maps.activations(e, column) == (last ? seen.prediction[i] : layer.activations[i]));
        }
      }
      CHECK(column == maps.sums.cols());
    }
  });
}
