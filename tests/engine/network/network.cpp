#include "objective/network.hpp"

#include <doctest/doctest.h>

#include "analysis/assessment.hpp"
#include "network/examples.hpp"
#include "network/reference.hpp"

using namespace descent;
using namespace descent::testing;

TEST_CASE("a network's loss is that of the same network written down one number at a time") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 9, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    double expected = 0;
    for (Index e = 0; e < 9; ++e) {
      const auto outputs = reference_outputs(shape, at.data(), examples->inputs.col(e).data());
      expected += reference_loss(shape, outputs, examples->target(e), 9);
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
    for (Index e = 0; e < 7; ++e) inputs.push_back(examples->inputs.col(e).data());
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

/// Pictures of `area` pixels, four fifths of which are paper, with targets for the shape.
template <typename Scalar>
static std::shared_ptr<const Examples<Scalar>> random_pictures(const NetworkShape& shape, Index count, Random& random) {
  Ink ink(shape.inputs());
  std::vector<std::uint8_t> picture(static_cast<std::size_t>(shape.inputs()));
  for (Index e = 0; e < count; ++e) {
    for (std::uint8_t& pixel : picture)
      pixel = random.uniform() < 0.8 ? std::uint8_t{0} : static_cast<std::uint8_t>(random.below(256));
    ink.add(picture.data());
  }
  auto examples = std::make_shared<Examples<Scalar>>(*random_examples<Scalar>(shape, count, random));
  examples->inputs.resize(0, 0);
  examples->pictures = std::make_shared<const Ink>(std::move(ink));
  return examples;
}

TEST_CASE_TEMPLATE("pictures give the loss and the gradient that their numbers do, to the last bit", Scalar, double,
                   float) {
  const std::vector<std::vector<Index>> sizes = {{30, 1}, {300, 21, 13, 3}, {784, 39, 10}};
  Random random(3);
  for (const auto& size : sizes) {
    const NetworkShape shape{size, Activation::tanh, Activation::tanh, Loss::mse};
    const auto pictures = random_pictures<Scalar>(shape, 150, random);
    const auto numbers =
        std::make_shared<const Examples<Scalar>>(Examples<Scalar>{pictures->numbers(0, 150), pictures->targets});
    const Vector<Scalar> at = random_parameters<Scalar>(shape, random);
    const NetworkObjective<Scalar> sparse(shape, pictures, at);
    const NetworkObjective<Scalar> dense(shape, numbers, at);
    Vector<Scalar> gradient(at.size());
    Vector<Scalar> expected(at.size());
    CHECK(sparse.value(at) == dense.value(at));
    CHECK(sparse.value_and_gradient(at, gradient) == dense.value_and_gradient(at, expected));
    CHECK(gradient == expected);
    std::vector<Index> batch;
    for (Index e = 0; e < 97; ++e) batch.push_back((e * 41) % 150);
    CHECK(sparse.batch_value_and_gradient(at, batch.data(), 97, gradient) ==
          dense.batch_value_and_gradient(at, batch.data(), 97, expected));
    CHECK(gradient == expected);
    const Vector<double> place = at.template cast<double>();
    const auto judged = [&](const auto& examples) {
      AnyExamples any;
      if constexpr (std::is_same_v<Scalar, double>) {
        any.doubles = examples;
      } else {
        any.floats = examples;
      }
      return assess(shape, place, any, 20, 130);
    };
    CHECK(judged(pictures).loss == judged(numbers).loss);
    CHECK(judged(pictures).confusion == judged(numbers).confusion);
  }
}

TEST_CASE("784-16-16-10 has 13,002 parameters") { CHECK(NetworkShape{{784, 16, 16, 10}}.parameter_count() == 13002); }
