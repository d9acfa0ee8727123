#include <doctest/doctest.h>

#include "../network/examples.hpp"
#include "../support.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

template <typename Scalar>
std::unique_ptr<Objective<Scalar>> make_network(const std::vector<Index>& sizes, Index examples) {
  const NetworkShape shape{sizes, Activation::tanh, Activation::tanh, Loss::mse};
  Random random(5);
  auto data = random_examples<Scalar>(shape, examples, random);
  return std::make_unique<NetworkObjective<Scalar>>(shape, std::move(data), random_parameters<Scalar>(shape, random));
}

/// Every row as it was when the run first came there.
template <typename Scalar>
class Witness final : public Observer<Scalar> {
 public:
  void visited(const Visit<Scalar>& visit) override {
    parameters.push_back(visit.parameters.template cast<double>());
    gradients.push_back(visit.gradient.template cast<double>());
    losses.push_back(static_cast<double>(visit.loss));
  }
  std::vector<Vector<double>> parameters;
  std::vector<Vector<double>> gradients;
  std::vector<double> losses;
};

template <typename Scalar>
void check_scrubbing(const char* optimizer, const RunSettings& settings, Index updates) {
  CAPTURE(optimizer);
  const auto objective = make_network<Scalar>({20, 30, 5}, 40);
  const OptimizerConfig config = make_config(optimizer);
  auto begun =
      BasicDescent<Scalar>::begin(make_network<Scalar>({20, 30, 5}, 40), config, objective->default_start(), settings);
  REQUIRE(begun.ok());
  BasicDescent<Scalar>& descent = *begun.value();
  REQUIRE(descent.trace().dimension() == 0);  // else nothing would be computed again
  descent.advance(updates);

  const auto rule = config.make<Scalar>();
  Witness<Scalar> witness;
  auto run = Run<Scalar>::begin(*objective, *rule, objective->default_start(), settings, &witness);
  run.value()->advance(updates);

  Random random(1);
  for (int k = 0; k < 60; ++k) {
    // Anywhere, then backwards one by one.
    const Index step = k < 30 ? static_cast<Index>(random.below(static_cast<std::uint32_t>(updates + 1))) : updates - k;
    const auto row = descent.at(step);
    REQUIRE(row.ok());
    const auto s = static_cast<std::size_t>(step);
    CHECK(row.value().parameters == witness.parameters[s]);
    CHECK(row.value().gradient == witness.gradients[s]);
    CHECK(row.value().loss == witness.losses[s]);
  }
}

}  // namespace

TEST_CASE("a run too large for a full history can go to any past step, with the same bits") {
  const RunSettings settings{.step_limit = 20000, .batch = {7, true, 3}};
  for (const OptimizerEntry& entry : optimizers()) {
    if (entry.info->most_parameters > 0) continue;
    check_scrubbing<double>(entry.info->name, settings, 300);
    check_scrubbing<float>(entry.info->name, settings, 300);
  }
}

TEST_CASE("a run's history stays within 64 MB, however long and however many parameters") {
  for (const auto& sizes : {std::vector<Index>{20, 30, 5}, {300, 300, 10}}) {
    const auto objective = make_network<float>(sizes, 2);
    auto begun = BasicDescent<float>::begin(make_network<float>(sizes, 2), make_config("adam"),
                                            objective->default_start(), {.step_limit = 500000, .batch = {1, true, 1}});
    REQUIRE(begun.ok());
    auto& descent = *begun.value();
    const double trace = 8 * Trace::numbers_per_row(0) * 500001;
    descent.advance(700);  // enough for the larger network's keyframes to outgrow their share
    CHECK(trace + descent.keyframe_bytes() <= AnyDescent::memory_limit);
    CHECK(descent.keyframe_bytes() > 0);
    CHECK(descent.at(333).ok());
  }
  const auto refused =
      Descent::begin(make_function("parabola"), gradient_descent(0.1), vector({1}), {.step_limit = 3000000});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().field == "stepLimit");
}

TEST_CASE("a million updates of one parameter are kept in full") {
  auto begun = Descent::begin(make_function("parabola"), gradient_descent(1e-7), vector({1}), {.step_limit = 1000000});
  REQUIRE(begun.ok());
  CHECK(begun.value()->trace().dimension() == 1);
}

TEST_CASE("batches make a run's rows those of each update's own batch") {
  const auto objective = make_network<double>({3, 4, 2}, 10);
  const BatchSettings settings{3, true, 8};
  auto begun = Descent::begin(make_network<double>({3, 4, 2}, 10), gradient_descent(0.5), objective->default_start(),
                              {.step_limit = 20, .batch = settings});
  Descent& descent = *begun.value();
  descent.advance(20);
  CHECK(descent.reason() == StopReason::step_limit);
  Batches batches(10, settings);
  for (Index step = 0; step < 20; ++step) {
    const Row row = descent.at(step).value();
    Vector<double> gradient(row.parameters.size());
    const Batches::Batch batch = batches.batch(step);
    CHECK(objective->batch_value_and_gradient(row.parameters, batch.examples, batch.count, gradient) == row.loss);
    CHECK(gradient == row.gradient);
    CHECK(descent.at(step + 1).value().parameters == row.parameters - 0.5 * gradient);
    CHECK(row.epochs == batches.epochs(step));
  }
  CHECK(descent.at(20).value().epochs == 5);
}

TEST_CASE("a batch of all the examples is the same run as without batches") {
  const auto run = [](const BatchSettings& batch) {
    auto begun =
        Descent::begin(make_network<double>({3, 4, 2}, 10), gradient_descent(0.5),
                       make_network<double>({3, 4, 2}, 10)->default_start(), {.step_limit = 30, .batch = batch});
    begun.value()->advance(30);
    return begun.value()->at(30).value();
  };
  CHECK(run({}).parameters == run({10, true, 4}).parameters);
  CHECK(run({}).epochs == 30);
}

TEST_CASE("a step that was not reached is refused, and so is explaining single precision") {
  const auto objective = make_network<float>({3, 4, 2}, 10);
  auto begun = BasicDescent<float>::begin(make_network<float>({3, 4, 2}, 10), gradient_descent(0.5),
                                          objective->default_start(), {});
  begun.value()->advance(3);
  CHECK(begun.value()->at(4).error().field == "step");
  CHECK(begun.value()->at(-1).error().field == "step");
  CHECK(begun.value()->at(3).ok());
  CHECK(begun.value()->explain(1, 0).error().field == "precision");
}
