#include "analysis/starts.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "../network/examples.hpp"
#include "../support.hpp"
#include "objective/formula.hpp"
#include "objective/network.hpp"
#include "objective/regression.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

constexpr double all_at_once = 1e18;

std::unique_ptr<Starts> himmelblau_starts(Index count, std::uint64_t seed) {
  const FunctionInfo& info = *find_function("himmelblau")->info;
  const StartsRequest request{.count = count,
                              .seed = seed,
                              .bounds = {info.domain.begin(), info.domain.end()},
                              .known = {info.minima.begin(), info.minima.end()},
                              .radius = 0.1};
  return std::move(Starts::begin(make_function("himmelblau"), gradient_descent(0.01), {}, request).value());
}

NetworkShape small_shape() { return {{2, 4, 1}, Activation::tanh, Activation::sigmoid, Loss::mse}; }

std::unique_ptr<Objective<double>> small_network() {
  Random random(3);
  const auto examples = random_examples<double>(small_shape(), 24, random);
  return std::make_unique<NetworkObjective<double>>(small_shape(), examples,
                                                    random_parameters<double>(small_shape(), random));
}

}  // namespace

TEST_CASE("random starts end where runs from them end") {
  const auto starts = himmelblau_starts(50, 7);
  starts->advance(all_at_once);
  REQUIRE(starts->done() == 50);
  const auto objective = make_function("himmelblau");
  const auto optimizer = gradient_descent(0.01).make();
  for (std::size_t k = 0; k < 50; ++k) {
    const Vector<double> start = vector({starts->starts()[2 * k], starts->starts()[2 * k + 1]});
    CHECK(start.cwiseAbs().maxCoeff() <= 5);
    auto run = Run<double>::begin(*objective, *optimizer, start, {});
    run.value()->advance(1000);
    CHECK(starts->final_losses()[k] == run.value()->loss());
    CHECK(starts->steps()[k] == static_cast<double>(run.value()->step()));
    CHECK(starts->reasons()[k] == run.value()->reason());
    CHECK(starts->places()[2 * k] == run.value()->parameters()[0]);
    CHECK(starts->ends()[k] >= 0);
  }
}

TEST_CASE("the same seed gives the same starts, in slices too, and another seed others") {
  const auto whole = himmelblau_starts(30, 1);
  whole->advance(all_at_once);
  const auto sliced = himmelblau_starts(30, 1);
  while (sliced->done() < 30) sliced->advance(13);
  CHECK(sliced->starts() == whole->starts());
  CHECK(sliced->places() == whole->places());
  CHECK(sliced->ends() == whole->ends());
  const auto other = himmelblau_starts(30, 2);
  other->advance(all_at_once);
  CHECK(other->starts() != whole->starts());
  // More of them begin with the same ones.
  const auto more = himmelblau_starts(60, 1);
  more->advance(all_at_once);
  CHECK(std::equal(whole->starts().begin(), whole->starts().end(), more->starts().begin()));
}

TEST_CASE("looks at runs are where those runs were, and what the loss was there, however it is sliced") {
  const RunSettings settings{.step_limit = 47, .batch = {.size = 5, .seed = 9}};
  const auto looked_at = [&](double slice) {
    auto begun = Starts::begin(small_network(), make_config("adam", {{"learningRate", 0.05}}), settings,
                               {.count = 4, .seed = 100, .every = 10});
    while (begun.value()->done() < 4) begun.value()->advance(slice);
    return std::move(begun.value());
  };
  const auto starts = looked_at(all_at_once);
  const auto network = small_network();
  const auto optimizer = make_config("adam", {{"learningRate", 0.05}}).make();
  const auto dimension = static_cast<std::size_t>(network->dimension());
  REQUIRE(starts->look_losses().size() == 4 * 5);
  REQUIRE(starts->look_places().size() == 4 * 5 * dimension);
  for (std::size_t k = 0; k < 4; ++k) {
    auto run = Run<double>::begin(*network, *optimizer, network->drawn_start(100 + k), settings);
    for (std::size_t look = 0; look < 5; ++look) {
      if (look > 0) run.value()->advance(10);
      const Vector<double>& place = run.value()->parameters();
      CHECK(starts->look_losses()[5 * k + look] == network->value(place));
      CHECK(starts->look_places()[(5 * k + look) * dimension + 3] == place[3]);
    }
  }
  for (const double slice : {1.0, 7.0}) {
    const auto sliced = looked_at(slice);
    CHECK(sliced->look_losses() == starts->look_losses());
    CHECK(sliced->look_places() == starts->look_places());
    CHECK(sliced->final_losses() == starts->final_losses());
  }
}

TEST_CASE("a run that is over before its step limit keeps its last look, and without looks there are none") {
  StartsRequest request{.count = 8, .seed = 7, .bounds = {-5, 5, -5, 5}, .every = 200};
  const auto starts = std::move(
      Starts::begin(make_function("himmelblau"), gradient_descent(0.01), {.step_limit = 1000}, request).value());
  starts->advance(all_at_once);
  REQUIRE(starts->look_losses().size() == 8 * 6);
  for (std::size_t k = 0; k < 8; ++k) {
    REQUIRE(starts->steps()[k] < 1000);
    CHECK(starts->look_losses()[6 * k] > starts->look_losses()[6 * k + 5]);
    CHECK(starts->look_losses()[6 * k + 5] == starts->final_losses()[k]);
    CHECK(starts->look_places()[12 * k] == starts->starts()[2 * k]);
    CHECK(starts->look_places()[12 * k + 10] == starts->places()[2 * k]);
  }
  CHECK(himmelblau_starts(3, 7)->look_losses().empty());
}

TEST_CASE("starts of a network are its initial weights, seed by seed, and its loss is that of all examples") {
  const RunSettings settings{.step_limit = 40, .batch = {.size = 5, .seed = 9}};
  auto begun = Starts::begin(small_network(), make_config("adam", {{"learningRate", 0.05}}), settings,
                             {.count = 6, .seed = 100});
  Starts& starts = *begun.value();
  starts.advance(all_at_once);
  CHECK(starts.minima() == nullptr);
  CHECK(starts.ends().empty());
  const auto objective = small_network();
  const auto optimizer = make_config("adam", {{"learningRate", 0.05}}).make();
  const Index dimension = objective->dimension();
  for (Index k = 0; k < 6; ++k) {
    const Vector<double> start =
        initial_parameters(small_shape(), Initial::glorot, 100 + static_cast<std::uint64_t>(k));
    CHECK(Eigen::Map<const Vector<double>>(starts.starts().data() + k * dimension, dimension) == start);
    auto run = Run<double>::begin(*objective, *optimizer, start, settings);
    run.value()->advance(40);
    CHECK(starts.final_losses()[static_cast<std::size_t>(k)] == objective->value(run.value()->parameters()));
    CHECK(starts.steps()[static_cast<std::size_t>(k)] == 40);
  }
}

TEST_CASE("a start that is out of bounds itself has no loss and no place, whatever ran before it") {
  const auto objective = std::move(Formula::read("log(x) + (y - 1)^2").value());
  StartsRequest request{.count = 40, .seed = 2, .bounds = {-1, 2, 0, 1}, .radius = 0.1, .every = 2};
  const auto starts = std::move(Starts::begin(std::move(Formula::read("log(x) + (y - 1)^2").value()),
                                              gradient_descent(0.01), {.step_limit = 4}, request)
                                    .value());
  starts->advance(all_at_once);
  std::size_t out = 0;
  for (std::size_t k = 0; k < 40; ++k) {
    const Vector<double> start = vector({starts->starts()[2 * k], starts->starts()[2 * k + 1]});
    const bool within = start[0] > 0;
    out += within ? 0 : 1;
    for (std::size_t look = 0; look < 3; ++look) {
      CHECK(std::isfinite(starts->look_losses()[3 * k + look]) == within);
      CHECK(std::isfinite(starts->look_places()[2 * (3 * k + look)]) == within);
    }
    CHECK(std::isfinite(starts->places()[2 * k + 1]) == within);
    if (within) CHECK(starts->look_losses()[3 * k] == objective->value(start));
  }
  CHECK(out > 5);
  CHECK(out < 35);
}

TEST_CASE("every start and every update is a unit of work, and less than one is one") {
  const auto begun = [] {
    const StartsRequest request{.count = 20, .bounds = {-5, 5, -5, 5}};
    return std::move(
        Starts::begin(make_function("himmelblau"), gradient_descent(1e-6), {.step_limit = 3}, request).value());
  };
  const auto starts = begun();
  starts->advance(4 * 5);
  CHECK(starts->done() == 5);
  starts->advance(3);
  CHECK(starts->done() == 5);
  starts->advance(1);
  CHECK(starts->done() == 6);
  const auto slow = begun();
  for (int k = 0; k < 4; ++k) slow->advance(0.1);
  CHECK(slow->done() == 1);
}

TEST_CASE("places are kept as long as there are not too many, all looks counted") {
  const auto kept = [](Index count, Index every, Index step_limit) {
    const StartsRequest request{.count = count, .bounds = {-5, 5, -5, 5}, .every = every};
    auto starts = std::move(
        Starts::begin(make_function("himmelblau"), gradient_descent(0.01), {.step_limit = step_limit}, request)
            .value());
    starts->advance(1);
    CHECK(starts->starts().empty() == starts->look_places().empty());
    return !starts->starts().empty();
  };
  constexpr Index most = Starts::most_kept / 2;  // of two parameters
  CHECK(kept(most / 10, 100, 900));
  CHECK_FALSE(kept(most / 10 + 1, 100, 900));
  const StartsRequest many{.count = most + 1, .bounds = {-5, 5, -5, 5}};
  const auto starts = std::move(Starts::begin(make_function("himmelblau"), gradient_descent(0.01), {}, many).value());
  starts->advance(1);
  CHECK(starts->starts().empty());
}

TEST_CASE("what has examples has no minima to end in, however few its parameters") {
  const Matrix<double> inputs{{0.0}, {1.0}, {2.0}};
  auto line = std::make_unique<Regression>(inputs, vector({0, 1, 3}), SquaredLoss::mean_squares);
  const StartsRequest request{.count = 3, .bounds = {-1, 1, -1, 1}};
  const auto starts = std::move(Starts::begin(std::move(line), gradient_descent(0.1), {}, request).value());
  starts->advance(all_at_once);
  CHECK(starts->done() == 3);
  CHECK(starts->minima() == nullptr);
  CHECK(starts->ends().empty());
}

TEST_CASE("starts that diverge have no final loss") {
  auto begun = Starts::begin(make_parabola(2), gradient_descent(3), {},
                             {.count = 3, .bounds = {1, 2}, .known = {0}, .radius = 0.1});
  begun.value()->advance(all_at_once);
  for (const double loss : begun.value()->final_losses()) CHECK(std::isnan(loss));
  for (const auto end : begun.value()->ends()) CHECK(end == ending::diverged);
}
