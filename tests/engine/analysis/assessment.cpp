#include "analysis/assessment.hpp"

#include <doctest/doctest.h>

#include "../network/examples.hpp"
#include "network/inspect.hpp"

using namespace descent;
using namespace descent::testing;

TEST_CASE("an assessment's loss is the objective's, and its counts those of the predictions") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 150, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    const NetworkObjective<double> objective(shape, examples, at);
    const Assessment all = assess(shape, at, {examples, nullptr}, 0, 150);
    CHECK(all.loss == doctest::Approx(objective.value(at)).epsilon(1e-12));
    CHECK(all.count == 150);

    double mean = 0;
    for (Index e = 0; e < 150; ++e) mean += assess(shape, at, {examples, nullptr}, e, 1).loss / 150;
    CHECK(all.loss == doctest::Approx(mean).epsilon(1e-12));

    const Matrix<double> predictions = predict(shape, at, examples->inputs);
    Index correct = 0;
    std::vector<double> confusion(all.confusion.size());
    for (Index e = 0; e < 150; ++e) {
      Index is = 0;
      Index looks = 0;
      if (shape.outputs() == 1) {
        is = examples->targets(0, e) > 0.5 ? 1 : 0;
        looks = predictions(0, e) > 0.5 ? 1 : 0;
      } else {
        examples->targets.col(e).maxCoeff(&is);
        predictions.col(e).maxCoeff(&looks);
      }
      correct += is == looks ? 1 : 0;
      ++confusion[static_cast<std::size_t>(is * all.classes + looks)];
      CHECK(all.confidence[static_cast<std::size_t>(e)] == predictions.col(e).maxCoeff());
    }
    CHECK(all.correct == correct);
    CHECK(all.wrong.size() == static_cast<std::size_t>(all.count - correct));
    CHECK(all.taken.size() == all.wrong.size());
    CHECK(all.confidence.size() == 150);
    for (std::size_t i = 0; i < all.wrong.size(); ++i) {
      const auto e = static_cast<Index>(all.wrong[i]);
      const auto taken = static_cast<Index>(all.taken[i]);
      CHECK((i == 0 || all.wrong[i - 1] < all.wrong[i]));
      if (shape.outputs() == 1) {
        CHECK(taken == (predictions(0, e) > 0.5 ? 1 : 0));
      } else {
        CHECK(predictions(taken, e) == predictions.col(e).maxCoeff());
        CHECK(examples->targets(taken, e) < examples->targets.col(e).maxCoeff());
      }
    }
    // A row for what an example is, a column for what it is taken for.
    CHECK(all.confusion == confusion);
  });
}

TEST_CASE("parts of an assessment add up, in either precision") {
  const NetworkShape shape{{4, 5, 3}, Activation::tanh, Activation::linear, Loss::cross_entropy};
  Random random(4);
  const auto examples = random_examples<float>(shape, 100, random);
  const Vector<double> at = random_parameters<double>(shape, random);
  const Assessment whole = assess(shape, at, {nullptr, examples}, 0, 100);
  const Assessment first = assess(shape, at, {nullptr, examples}, 0, 70);
  const Assessment rest = assess(shape, at, {nullptr, examples}, 70, 30);
  CHECK(first.correct + rest.correct == whole.correct);
  std::vector<double> wrong = first.wrong;
  wrong.insert(wrong.end(), rest.wrong.begin(), rest.wrong.end());
  CHECK(wrong == whole.wrong);
  CHECK((70 * first.loss + 30 * rest.loss) / 100 == doctest::Approx(whole.loss).epsilon(1e-12));
}

TEST_CASE("a single output's border lies halfway between the targets") {
  const NetworkShape shape{{1, 1}, Activation::linear, Activation::linear, Loss::mse};
  const Vector<double> identity = Vector<double>::Unit(2, 0);
  Examples<double> examples{Matrix<double>(1, 3), Matrix<double>(1, 3)};
  examples.inputs << -0.2, 0.2, 0.8;
  const auto check = [&](Index correct) {
    const Examples<float> single{examples.inputs.cast<float>(), examples.targets.cast<float>()};
    for (const AnyExamples& either : {AnyExamples{std::make_shared<const Examples<double>>(examples), nullptr},
                                      AnyExamples{nullptr, std::make_shared<const Examples<float>>(single)}}) {
      CHECK(assess(shape, identity, either, 0, 3).correct == correct);
    }
  };
  examples.targets << 0, 0, 1;
  check(3);
  examples.targets << -1, -1, 1;
  check(2);
  // On the border itself nothing is above it.
  examples.inputs << 0, 0, 1;
  check(3);
}
