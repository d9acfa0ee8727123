#include "objective/network.hpp"

#include <doctest/doctest.h>

#include "core/random.hpp"
#include "network/reference.hpp"

using namespace descent;

namespace {

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
  if (shape.loss == Loss::cross_entropy) examples->targets.array().rowwise() /= examples->targets.colwise().sum().array().eval();
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

}  // namespace

TEST_CASE("a network's loss is that of the same network written down one number at a time") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 9, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    double expected = 0;
    for (Index e = 0; e < 9; ++e) {
      const auto outputs = testing::reference_outputs(shape, at.data(), examples->input(e));
      expected += testing::reference_loss(shape, outputs, examples->target(e), 9);
    }
    const NetworkObjective<double> objective(shape, examples, at);
    CHECK(objective.value(at) == doctest::Approx(expected).epsilon(1e-12));
  });
}

TEST_CASE("a network's gradient is that of central differences") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const NetworkObjective<double> objective(shape, random_examples<double>(shape, 5, random),
                                             random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    Vector<double> gradient(at.size());
    CHECK(objective.value_and_gradient(at, gradient) == objective.value(at));
    const double width = 1e-5;
    Vector<double> moved = at;
    for (Index i = 0; i < at.size(); ++i) {
      moved[i] = at[i] + width;
      const double above = objective.value(moved);
      moved[i] = at[i] - width;
      const double below = objective.value(moved);
      moved[i] = at[i];
      CHECK(gradient[i] == doctest::Approx((above - below) / (2 * width)).epsilon(1e-6).scale(0.1));
    }
  });
}

TEST_CASE("a network in single precision agrees with double precision") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 6, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    auto singles = std::make_shared<Examples<float>>();
    singles->inputs = examples->inputs.cast<float>();
    singles->targets = examples->targets.cast<float>();
    const NetworkObjective<double> objective(shape, examples, at);
    const NetworkObjective<float> single(shape, singles, at.cast<float>());
    Vector<double> gradient(at.size());
    Vector<float> single_gradient(at.size());
    const double loss = objective.value_and_gradient(at, gradient);
    CHECK(single.value_and_gradient(single.default_start(), single_gradient) == doctest::Approx(loss).epsilon(1e-5));
    CHECK((gradient - single_gradient.cast<double>()).norm() < 1e-5 * (1 + gradient.norm()));
  });
}

TEST_CASE("a batch's loss and gradient are those of a data set that holds just the batch") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto all = random_examples<double>(shape, 200, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    std::vector<Index> batch;
    for (Index e = 0; e < 133; ++e) batch.push_back((e * 57) % 200);  // more than one pass's worth
    auto some = std::make_shared<Examples<double>>();
    some->inputs.resize(shape.inputs(), 133);
    some->targets.resize(shape.outputs(), 133);
    for (Index e = 0; e < 133; ++e) {
      some->inputs.col(e) = all->inputs.col(batch[static_cast<std::size_t>(e)]);
      some->targets.col(e) = all->targets.col(batch[static_cast<std::size_t>(e)]);
    }
    Vector<double> gradient(at.size());
    Vector<double> expected(at.size());
    const NetworkObjective<double> objective(shape, all, at);
    const NetworkObjective<double> part(shape, some, at);
    const double loss = objective.batch_value_and_gradient(at, batch.data(), 133, gradient);
    CHECK(loss == part.value_and_gradient(at, expected));
    CHECK(gradient == expected);
  });
}

TEST_CASE("an example's outputs do not depend on its place in a batch, to the last bit") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<float>(shape, 7, random);
    const Vector<float> at = random_parameters<float>(shape, random);
    Network<float> together(shape, 7);
    Network<float> alone(shape, 1);
    std::vector<const float*> inputs;
    for (Index e = 0; e < 7; ++e) inputs.push_back(examples->input(e));
    together.forward(at.data(), inputs.data(), 7);
    for (Index e = 0; e < 7; ++e) {
      alone.forward(at.data(), inputs.data() + e, 1);
      for (Index i = 0; i < shape.outputs(); ++i) {
        CHECK(alone.activations(shape.depth() - 1)[i] ==
              together.activations(shape.depth() - 1)[e * shape.outputs() + i]);
      }
    }
  });
}

TEST_CASE("784-16-16-10 has 13,002 parameters") {
  CHECK(NetworkShape{{784, 16, 16, 10}}.parameter_count() == 13002);
}
