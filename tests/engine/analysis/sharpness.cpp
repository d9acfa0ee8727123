#include "analysis/sharpness.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "../network/examples.hpp"
#include "../spectrum.hpp"
#include "../support.hpp"
#include "analysis/curvature.hpp"
#include "objective/formula.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// sum of curvatures[i] x_i^2 / 2 in turned coordinates: its eigenvalues are what was asked for.
class Turned final : public Objective<double> {
 public:
  Turned(const Vector<double>& curvatures, std::uint64_t seed) {
    const Index n = curvatures.size();
    Random random(seed);
    Matrix<double> turn = Matrix<double>::Identity(n, n);
    // Reflections turn any way there is.
    for (Index k = 0; k < n; ++k) {
      Vector<double> v(n);
      for (Index i = 0; i < n; ++i) v[i] = random.normal();
      v /= v.norm();
      turn -= 2 * v * (v.transpose() * turn);
    }
    matrix_ = turn.transpose() * curvatures.asDiagonal() * turn;
  }
  Index dimension() const override { return matrix_.rows(); }
  double value(const Vector<double>& at) const override { return at.dot(matrix_ * at) / 2; }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient = matrix_ * at;
    return value(at);
  }

 private:
  Matrix<double> matrix_;
};

}  // namespace

TEST_CASE("sharpness is the largest curvature of any bowl, saddle or hilltop, and knows its direction") {
  Random random(7);
  for (std::uint64_t trial = 0; trial < 60; ++trial) {
    const auto n = static_cast<Index>(1 + random.below(40));
    Vector<double> curvatures(n);
    const double scale = std::exp(random.uniform(-8, 8));
    for (Index i = 0; i < n; ++i) curvatures[i] = scale * random.uniform(-1, 1);
    const Turned objective(curvatures, trial);
    Vector<double> at(n);
    for (Index i = 0; i < n; ++i) at[i] = random.normal();
    const Sharpness found = sharpness_at(objective, at, {.direction = {}, .tolerance = 1e-9, .most_products = 200});
    CAPTURE(trial);
    CAPTURE(n);
    CHECK(found.value == doctest::Approx(curvatures.maxCoeff()).epsilon(1e-6).scale(scale));
    CHECK(found.direction.norm() == doctest::Approx(1));
    Vector<double> image(n);
    objective.value_and_gradient(found.direction, image);
    CHECK((image - found.value * found.direction).norm() <= 2e-5 * scale);
    CHECK(found.products <= n);
    CHECK(!found.exact);
  }
}

TEST_CASE("sharpness agrees with all eigenvalues of formulas, away from the origin, too") {
  for (const char* text : {"x^2 + 10 y^2 + x y", "(x^2 - 1)^2 + 0.3 x + 2 (y - sin(2 x))^2", "exp(x) + y^4", "x y"}) {
    const auto objective = std::move(Formula::read(text).value());
    for (const auto& at : {vector({0.5, -0.7}), vector({2, 3}), vector({-30, 1})}) {
      CAPTURE(text);
      const double expected = curvature_at(*objective, at).largest;
      const double scale = std::max(1.0, std::abs(expected));
      CHECK(sharpness_at(*objective, at, {}).value == doctest::Approx(expected).epsilon(1e-5).scale(scale));
    }
  }
}

TEST_CASE("a sharpness that was found nearby is found again with fewer products, and a wrong hint does no harm") {
  Vector<double> curvatures(120);
  for (Index i = 0; i < 120; ++i) curvatures[i] = std::exp(-0.1 * static_cast<double>(i));
  const Turned objective(curvatures, 3);
  const Vector<double> at = Vector<double>::Ones(120);
  const Sharpness first = sharpness_at(objective, at, {});
  const Sharpness again = sharpness_at(objective, at, {.direction = first.direction});
  CHECK(first.value == doctest::Approx(1).epsilon(1e-5));
  CHECK(again.value == doctest::Approx(1).epsilon(1e-5));
  CHECK(again.products < first.products);
  CHECK(again.products <= 20);

  Vector<double> two(2);
  two << 1, 5;
  const Turned lesser(two, 1);
  // The direction of the smaller curvature itself, in which nothing points to the larger.
  const Sharpness top = sharpness_at(lesser, vector({0, 0}), {});
  const Vector<double> other = vector({-top.direction[1], top.direction[0]});
  CHECK(sharpness_at(lesser, vector({0, 0}), {.direction = other}).value == doctest::Approx(5).epsilon(1e-6));
  CHECK(sharpness_at(lesser, vector({0, 0}), {.direction = vector({0, 0})}).value == doctest::Approx(5).epsilon(1e-6));
}

TEST_CASE("sharpness stops where it is told, says how far it may be off, and says so where nothing is finite") {
  Vector<double> curvatures(80);
  for (Index i = 0; i < 80; ++i) curvatures[i] = 1 + static_cast<double>(i);
  const Turned objective(curvatures, 9);
  const Sharpness short_look = sharpness_at(objective, Vector<double>::Zero(80), {.direction = {}, .most_products = 5});
  CHECK(short_look.products == 5);
  CHECK(short_look.value <= 80 + 1e-6);
  CHECK(short_look.doubt > 0.01);
  bool near = false;
  for (Index i = 0; i < 80; ++i) near = near || std::abs(curvatures[i] - short_look.value) <= short_look.doubt;
  CHECK(near);
  const auto edge = std::move(Formula::read("log(x) + y").value());
  CHECK(std::isnan(sharpness_at(*edge, vector({-1, 0}), {}).value));
}

TEST_CASE("a sharpness takes as few products as its tolerance allows, and no more than its Hessian has directions") {
  Random random(8);
  for (std::uint64_t trial = 0; trial < 40; ++trial) {
    CAPTURE(trial);
    // One curvature stands out above sixty: of a bowl, or of a hilltop where it is the gentlest.
    Vector<double> curvatures(60);
    const double above = trial % 2 == 0 ? 0 : -12;
    for (Index i = 0; i < 60; ++i) curvatures[i] = above + (i == 0 ? 11 : random.uniform(0, 8));
    const Turned objective(curvatures, trial);
    const Vector<double> at = Vector<double>::Zero(60);
    const Sharpness found = sharpness_at(objective, at, {.direction = {}, .tolerance = 1e-6});
    CHECK(std::abs(found.value - curvatures[0]) <= 1e-6 * std::abs(curvatures[0]));
    CHECK(found.products < 40);
    // It looks at every fourth at the latest, and at none before it was good enough.
    const Sharpness before =
        sharpness_at(objective, at, {.direction = {}, .tolerance = 1e-6, .most_products = found.products - 4});
    CHECK(before.doubt > 1e-6 * std::abs(before.value));
    // It knows better how far it may be off than by what is missing of the eigenvector's equation.
    CHECK(std::abs(before.value - curvatures[0]) <= before.doubt);
    CHECK(before.doubt <= 30 * std::abs(before.value - curvatures[0]));
  }
  for (const Index rank : {1, 2, 5}) {
    Vector<double> curvatures = Vector<double>::Zero(50);
    for (Index i = 0; i < rank; ++i) curvatures[i] = static_cast<double>(1 + i);
    const Turned objective(curvatures, 4);
    const Sharpness found =
        sharpness_at(objective, Vector<double>::Zero(50), {.direction = {}, .tolerance = 0, .most_products = 50});
    CHECK(found.value == doctest::Approx(static_cast<double>(rank)).epsilon(1e-8));
    CHECK(found.products <= rank + 1);
  }
}

TEST_CASE("a sharpness keeps its digits far from the origin, on either side, and takes no hint of another size") {
  const auto objective = std::move(Formula::read("(x + y)^2 + 3 (x - y)^2").value());
  for (const double far : {1e8, -1e8}) {
    CHECK(sharpness_at(*objective, vector({far, 1}), {}).value == doctest::Approx(12).epsilon(1e-6));
  }
  const Sharpness without = sharpness_at(*objective, vector({1, 1}), {});
  const Sharpness with = sharpness_at(*objective, vector({1, 1}), {.direction = vector({1, 2, 3})});
  CHECK(with.direction == without.direction);
}

TEST_CASE("a network's sharpness is the largest eigenvalue of its whole Hessian, to 1e-8") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto data = random_examples<double>(shape, 70, random);
    const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    if (objective.dimension() > max_curvature_dimension) return;
    const double expected = curvature_at(objective, at).largest;
    const Sharpness found = sharpness_at(objective, at, {.direction = {}, .tolerance = 1e-11, .most_products = 1000});
    CAPTURE(static_cast<int>(shape.hidden));
    CAPTURE(static_cast<int>(shape.loss));
    CAPTURE(objective.dimension());
    CHECK(found.exact);
    // Some of these grounds are level: a softmax over one output, or rectifiers that are all asleep.
    CHECK(std::abs(found.value - expected) <= 1e-8 * std::abs(expected) + 1e-14);
    CHECK(found.doubt <= 1e-7 * std::abs(found.value) + 1e-14);
    const Sharpness again = sharpness_at(objective, at, {.direction = found.direction, .tolerance = 1e-4});
    CHECK(std::abs(again.value - expected) <= 1e-2 * std::abs(expected) + 1e-14);
  });
}

TEST_CASE("along a training, from the last direction, a sharpness takes few products and stays right") {
  Random random(31);
  const NetworkShape shape{{2, 8, 8, 1}, Activation::tanh, Activation::tanh, Loss::mse};
  const auto data = random_examples<double>(shape, 60, random);
  const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
  Vector<double> at = objective.default_start();
  Vector<double> gradient(at.size());
  Vector<double> direction;
  Index products = 0;
  for (int update = 0; update < 200; ++update) {
    const Sharpness found = sharpness_at(objective, at, {.direction = direction, .tolerance = 1e-3});
    direction = found.direction;
    products += found.products;
    if (update % 20 == 0) CHECK(found.value == doctest::Approx(curvature_at(objective, at).largest).epsilon(1e-2));
    objective.value_and_gradient(at, gradient);
    at -= 0.2 * gradient;
  }
  CHECK(products <= 200 * 6);
}
