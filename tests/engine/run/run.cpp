#include "run/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "../support.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

std::unique_ptr<Descent> descend(std::unique_ptr<Objective<double>> objective, double rate, const Vector<double>& start,
                                 const RunSettings& settings) {
  auto begun = Descent::begin(std::move(objective), gradient_descent(rate), start, settings);
  REQUIRE(begun.ok());
  begun.value()->run().advance(settings.step_limit);
  return std::move(begun.value());
}

/// Is level everywhere but claims a slope too small to move anything.
class Imperceptible final : public Objective<double> {
 public:
  Index dimension() const override { return 1; }
  double value(const Vector<double>& /*at*/) const override { return 0; }
  double value_and_gradient(const Vector<double>& /*at*/, Vector<double>& gradient) const override {
    gradient[0] = 1e-6;
    return 0;
  }
};

/// Finite only to the right of 0.
class Logarithm final : public Objective<double> {
 public:
  Index dimension() const override { return 1; }
  double value(const Vector<double>& at) const override { return std::log(at[0]); }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient[0] = 1 / at[0];
    return value(at);
  }
};

/// The square root, which has a value at 0 but no finite slope.
class Root final : public Objective<double> {
 public:
  Index dimension() const override { return 1; }
  double value(const Vector<double>& at) const override { return std::sqrt(at[0]); }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient[0] = 0.5 / std::sqrt(at[0]);
    return value(at);
  }
};

}  // namespace

TEST_CASE("gradient descent on a quadratic diverges exactly when the rate exceeds 2 / curvature") {
  Random random(41);
  for (int trial = 0; trial < 300; ++trial) {
    const double curvature = std::exp(random.uniform(std::log(0.05), std::log(5000)));
    const double threshold = 2 / curvature;
    const double factor = random.uniform(0.02, 1.98);
    if (std::abs(factor - 1) < 0.02) continue;
    const auto descent =
        descend(make_parabola(curvature), factor * threshold, vector({3}), {.step_limit = 20000, .tolerance = 1e-9});
    CAPTURE(curvature);
    CAPTURE(factor);
    CHECK(descent->run().reason() == (factor > 1 ? StopReason::diverged : StopReason::converged));
  }
}

TEST_CASE("below 1 / curvature every step on a quadratic stays on its side and goes down") {
  Random random(42);
  for (int trial = 0; trial < 100; ++trial) {
    const double curvature = std::exp(random.uniform(std::log(0.05), std::log(5000)));
    const double rate = random.uniform(0.01, 0.99) / curvature;
    const auto descent = descend(make_parabola(curvature), rate, vector({3}), {.step_limit = 2000});
    const Trace& trace = descent->trace();
    for (std::size_t row = 1; row < trace.loss().size(); ++row) {
      CHECK(trace.loss()[row] <= trace.loss()[row - 1]);
      CHECK(trace.parameters()[row] >= 0);
      CHECK(trace.parameters()[row] < trace.parameters()[row - 1]);
    }
  }
}

TEST_CASE("a trace holds one row per visited point, all of them finite and consistent") {
  const auto descent = descend(make_function("himmelblau"), 0.01, vector({0, 0}), {.step_limit = 50});
  const Trace& trace = descent->trace();
  REQUIRE(trace.rows() == descent->run().step() + 1);
  const auto objective = make_function("himmelblau");
  Vector<double> gradient(2);
  for (Index row = 0; row < trace.rows(); ++row) {
    const auto k = static_cast<std::size_t>(row);
    CHECK(objective->value_and_gradient(trace.parameters_at(row), gradient) == trace.loss()[k]);
    CHECK(gradient == trace.gradient_at(row));
    CHECK(gradient.norm() == doctest::Approx(trace.gradient_norm()[k]).epsilon(1e-14));
    CHECK(trace.rate()[k] == 0.01);
  }
}

TEST_CASE("advancing piece by piece is the same as at once") {
  const auto whole = descend(make_function("rosenbrock"), 0.001, vector({-1.2, 1}), {.step_limit = 500});
  auto begun =
      Descent::begin(make_function("rosenbrock"), gradient_descent(0.001), vector({-1.2, 1}), {.step_limit = 500});
  for (Index piece : {0, 1, 7, 100, 392, 50}) begun.value()->run().advance(piece);
  const auto pieces = begun.value()->trace().parameters();
  const auto at_once = whole->trace().parameters();
  CHECK(std::equal(pieces.begin(), pieces.end(), at_once.begin(), at_once.end()));
  CHECK(begun.value()->run().reason() == StopReason::step_limit);
}

TEST_CASE("a diverged run keeps only rows within bounds") {
  for (const double limit : {100.0, 1e12, 1e308}) {
    const auto descent = descend(make_parabola(2), 1.5, vector({3}), {.step_limit = 5000, .divergence_limit = limit});
    CHECK(descent->run().reason() == StopReason::diverged);
    CHECK(descent->run().step() + 1 == descent->trace().rows());
    for (const double loss : descent->trace().loss()) CHECK(std::abs(loss) <= limit);
    for (const double x : descent->trace().parameters()) CHECK(std::abs(x) <= limit);
    for (const double norm : descent->trace().gradient_norm()) CHECK(std::isfinite(norm));
  }
}

TEST_CASE("a run that leaves the domain has diverged, with its last row inside") {
  const auto descent = descend(std::make_unique<Logarithm>(), 0.1, vector({1}), {.step_limit = 1000});
  CHECK(descent->run().reason() == StopReason::diverged);
  CHECK(descent->run().parameters()[0] > 0);
}

TEST_CASE("a place with a finite loss but no finite slope is out of bounds") {
  // From 1 a rate of 2 leads to 1 - 2 / 2 = 0.
  const auto descent = descend(std::make_unique<Root>(), 2, vector({1}), {});
  CHECK(descent->run().reason() == StopReason::diverged);
  CHECK(descent->run().step() == 0);
  CHECK(descent->run().parameters()[0] == 1);
}

TEST_CASE("a run converges where its gradient's norm first is at most the tolerance") {
  // At a rate of 1 / 2 every update halves the slope: 2, 1, 1/2, 1/4, 1/8, ...
  for (const double tolerance : {2.0, 0.25, std::nextafter(0.25, 0.0), std::nextafter(0.25, 1.0), 0.3}) {
    CAPTURE(tolerance);
    const auto descent = descend(make_parabola(1), 0.5, vector({2}), {.tolerance = tolerance});
    const Trace::Column norm = descent->trace().gradient_norm();
    CHECK(descent->run().reason() == StopReason::converged);
    CHECK(norm.back() <= tolerance);
    for (std::size_t row = 0; row + 1 < norm.size(); ++row) CHECK(norm[row] > tolerance);
  }
}

TEST_CASE("an update that changes nothing is a stall, and is not counted") {
  const auto descent = descend(std::make_unique<Imperceptible>(), 1e-8, vector({1e6}), {});
  CHECK(descent->run().reason() == StopReason::stalled);
  CHECK(descent->run().step() == 0);
  CHECK(descent->trace().rows() == 1);
}

TEST_CASE("a start at the minimum has converged before the first update") {
  const auto descent = descend(make_function("parabola"), 0.1, vector({0}), {});
  CHECK(descent->run().reason() == StopReason::converged);
  CHECK(descent->run().step() == 0);
}

TEST_CASE("a start that cannot be evaluated is refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [](std::unique_ptr<Objective<double>> objective, const Vector<double>& start) {
    const auto begun = Descent::begin(std::move(objective), gradient_descent(0.1), start, {});
    return !begun.ok() && begun.error().field == "start";
  };
  CHECK(refused(make_function("parabola"), vector({nan})));
  CHECK(refused(make_function("parabola"), vector({1e300})));
  CHECK(refused(make_function("parabola"), vector({1, 2})));
  CHECK(refused(make_function("himmelblau"), vector({1})));
  CHECK(refused(std::make_unique<Logarithm>(), vector({-1})));
  CHECK(refused(std::make_unique<Root>(), vector({0})));
}

TEST_CASE("a history that could not fit into memory is refused beforehand") {
  const auto begun =
      Descent::begin(make_function("parabola"), gradient_descent(0.1), vector({1}), {.step_limit = 100000000});
  REQUIRE_FALSE(begun.ok());
  CHECK(begun.error().field == "stepLimit");
}
