#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "../support.hpp"
#include "run/run.hpp"

// Any number of parameters, and both precisions.

using namespace descent;
using namespace descent::testing;

namespace {

/// sum_i c_i (sqrt(1 + x_i^2) - 1) + x_i / 8: smooth, convex, and every coordinate for itself.
template <typename Scalar>
class Separable final : public Objective<Scalar> {
 public:
  explicit Separable(Vector<Scalar> steepness) : steepness_(std::move(steepness)) {}

  Index dimension() const override { return steepness_.size(); }
  Scalar value(const Vector<Scalar>& at) const override {
    Vector<Scalar> ignored(at.size());
    return value_and_gradient(at, ignored);
  }
  Scalar value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const override {
    Scalar sum = 0;
    for (Index i = 0; i < at.size(); ++i) {
      const Scalar root = std::sqrt(1 + at[i] * at[i]);
      sum += steepness_[i] * (root - 1) + at[i] / 8;
      gradient[i] = steepness_[i] * at[i] / root + Scalar(0.125);
    }
    return sum;
  }

 private:
  Vector<Scalar> steepness_;
};

template <typename Scalar>
Vector<Scalar> random_vector(Index size, double low, double high, std::uint64_t seed) {
  Random random(seed);
  Vector<Scalar> result(size);
  for (Index i = 0; i < size; ++i) result[i] = static_cast<Scalar>(random.uniform(low, high));
  return result;
}

template <typename Scalar>
std::unique_ptr<Optimizer<Scalar>> make(const OptimizerEntry& entry) {
  OptimizerConfig config = make_config(entry.info->name);
  config.set("lineSearch", 1);  // L-BFGS without one is no descent method
  return config.make<Scalar>();
}

template <typename Scalar>
Vector<Scalar> walk(const Vector<Scalar>& steepness, const Vector<Scalar>& start, const OptimizerEntry& entry,
                    Index steps) {
  const Separable<Scalar> objective(steepness);
  const auto optimizer = make<Scalar>(entry);
  auto begun = Run<Scalar>::begin(objective, *optimizer, start, {.tolerance = 0});
  REQUIRE(begun.ok());
  begun.value()->advance(steps);
  return begun.value()->parameters();
}

bool takes(const OptimizerEntry& entry, Index dimension) {
  return entry.info->most_parameters == 0 || dimension <= entry.info->most_parameters;
}

bool has_direction(const OptimizerEntry& entry) {
  const std::string name = entry.info->name;
  return name == "conjugate_gradient" || name == "lbfgs" || name == "newton";
}

template <typename Scalar>
void check_descent(Index dimension) {
  CAPTURE(dimension);
  const Vector<Scalar> steepness = random_vector<Scalar>(dimension, 0.5, 2, 81);
  const Vector<Scalar> start = random_vector<Scalar>(dimension, -3, 3, 82);
  const Separable<Scalar> objective(steepness);
  for (const OptimizerEntry& entry : optimizers()) {
    if (!takes(entry, dimension)) continue;
    CAPTURE(std::string(entry.info->name));
    CHECK(objective.value(walk<Scalar>(steepness, start, entry, 20)) < objective.value(start));
  }
}

}  // namespace

TEST_CASE("every optimizer descends in 1 to 1000 dimensions, in either precision") {
  for (const Index dimension : {1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 100, 1000}) {
    check_descent<double>(dimension);
    check_descent<float>(dimension);
  }
}

TEST_CASE("rules without a direction walk every coordinate as if it were alone, to the last bit") {
  constexpr Index dimension = 37;
  const Vector<double> steepness = random_vector<double>(dimension, 0.5, 2, 83);
  const Vector<double> start = random_vector<double>(dimension, -3, 3, 84);
  for (const OptimizerEntry& entry : optimizers()) {
    if (has_direction(entry)) continue;
    CAPTURE(std::string(entry.info->name));
    const Vector<double> together = walk<double>(steepness, start, entry, 50);
    for (Index i = 0; i < dimension; ++i) {
      CHECK(walk<double>(steepness.segment(i, 1), start.segment(i, 1), entry, 50)[0] == together[i]);
    }
  }
}

TEST_CASE("single precision follows double precision as far as its rounding allows") {
  const Vector<double> steepness = random_vector<double>(20, 0.5, 2, 85);
  const Vector<double> start = random_vector<double>(20, -3, 3, 86);
  // A line search tells lengths apart by their losses, and those only to the root of their rounding.
  const double searched = std::sqrt(static_cast<double>(std::numeric_limits<float>::epsilon()));
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    const Vector<double> exact = walk<double>(steepness, start, entry, 10);
    const Vector<float> rough = walk<float>(steepness.cast<float>(), start.cast<float>(), entry, 10);
    CHECK((rough.cast<double>() - exact).cwiseAbs().maxCoeff() < (has_direction(entry) ? searched : 2e-4));
  }
}

TEST_CASE("Newton's method refuses more parameters than it can diagonalise") {
  const OptimizerEntry& newton = *find_optimizer("newton");
  const Index most = newton.info->most_parameters;
  const auto optimizer = make<double>(newton);
  const auto begins = [&](Index dimension) {
    const Separable<double> objective(Vector<double>::Ones(dimension));
    return Run<double>::begin(objective, *optimizer, Vector<double>::Ones(dimension), {});
  };
  CHECK(begins(most).ok());
  REQUIRE_FALSE(begins(most + 1).ok());
  CHECK(begins(most + 1).error().field == "optimizer.name");
}
