#include <doctest/doctest.h>

#include <array>
#include <limits>

#include "../spectrum.hpp"
#include "../support.hpp"
#include "analysis/curvature.hpp"
#include "analysis/difference_quotients.hpp"
#include "analysis/field.hpp"
#include "analysis/least_squares.hpp"
#include "analysis/rate_sweep.hpp"
#include "core/random.hpp"
#include "core/text.hpp"
#include "objective/formula.hpp"
#include "objective/regression.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// x . A x / 2 for any symmetric A.
class Quadratic final : public Objective<double> {
 public:
  explicit Quadratic(Matrix<double> a) : a_(std::move(a)) {}
  Index dimension() const override { return a_.rows(); }
  double value(const Vector<double>& at) const override { return at.dot(a_ * at) / 2; }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient = a_ * at;
    return value(at);
  }
  Matrix<double> hessian(const Vector<double>& /*at*/) const override { return a_; }

 private:
  Matrix<double> a_;
};

std::unique_ptr<Objective<double>> formula(const std::string& text) { return std::move(Formula::read(text).value()); }

std::vector<SweepEntry> sweep(const Objective<double>& objective, const Vector<double>& start,
                              const std::vector<double>& rates, const RunSettings& settings) {
  auto result = sweep_rates(objective, make_config("gradient_descent"), start, settings, rates);
  REQUIRE(result.ok());
  return result.value();
}

}  // namespace

TEST_CASE("curvature is the range of the Hessian's eigenvalues, for any symmetric matrix") {
  Random random(51);
  for (Index n : {1, 2, 3, 5, 12, 40}) {
    Matrix<double> a(n, n);
    for (double& entry : a.reshaped()) entry = random.uniform(-1, 1);
    a = (a + a.transpose()).eval();
    const Vector<double> reference = spectrum(a).values;
    const Curvature found = curvature_at(Quadratic(a), Vector<double>::Zero(n));
    CHECK(found.smallest == doctest::Approx(reference.minCoeff()).epsilon(1e-12));
    CHECK(found.largest == doctest::Approx(reference.maxCoeff()).epsilon(1e-12));
  }
}

TEST_CASE("threshold and condition number exist only where they mean something") {
  const Curvature bowl = curvature_at(*make_function("bowl"), vector({1, 1}));
  CHECK(bowl.threshold == doctest::Approx(0.2));
  CHECK(bowl.condition_number == doctest::Approx(10));
  const Curvature saddle = curvature_at(*make_function("saddle"), vector({1, 1}));
  CHECK(saddle.threshold == 1);
  CHECK(saddle.condition_number == 0);
  const Curvature level = curvature_at(*make_function("monkey_saddle"), vector({0, 0}));
  CHECK(level.threshold == 0);
  CHECK(level.condition_number == 0);
  const Matrix<double> exchange{{0, 1}, {1, 0}};
  CHECK(curvature_at(Quadratic(exchange), vector({0, 0})).largest == doctest::Approx(1));
}

TEST_CASE("difference quotients approach the derivative at their order until rounding spoils them") {
  const auto objective = make_function("linex");
  const auto found = difference_quotients(*objective, vector({1}), 0, {1e-1, 1e-2, 1e-3, 1e-13});
  CHECK(found.forward_error[0] / found.forward_error[1] == doctest::Approx(10).epsilon(0.1));
  CHECK(found.central_error[0] / found.central_error[1] == doctest::Approx(100).epsilon(0.1));
  CHECK(found.central_error[3] > found.central_error[2]);
  CHECK(found.forward[2] == doctest::Approx(found.exact).epsilon(1e-3));
}

TEST_CASE("nudging one parameter after the other gives the gradient, in whatever portions it is asked for") {
  const auto objective = make_function("himmelblau");
  const Vector<double> at = vector({1.3, -0.7});
  Vector<double> gradient = Vector<double>::Zero(2);
  objective->value_and_gradient(at, gradient);
  const auto all = nudge_quotients(*objective, at, 0, 2, 1e-7);
  for (Index i = 0; i < 2; ++i) {
    CHECK(all[static_cast<std::size_t>(i)] == doctest::Approx(gradient[i]).epsilon(1e-5));
    CHECK(nudge_quotients(*objective, at, i, 1, 1e-7)[0] == all[static_cast<std::size_t>(i)]);
  }
  CHECK(nudge_quotients(*objective, at, 0, 0, 1e-7).empty());
}

TEST_CASE("a sweep over a quadratic shows the three regimes where theory has them") {
  Random random(52);
  for (int trial = 0; trial < 50; ++trial) {
    const double curvature = std::exp(random.uniform(std::log(0.1), std::log(1000)));
    std::vector<double> rates;
    for (const double factor : {0.05, 0.5, 0.95, 1.05, 1.5, 1.95, 2.05, 3.0}) rates.push_back(factor / curvature);
    const auto entries = sweep(*make_parabola(curvature), vector({3}), rates, {.step_limit = 1000});
    for (std::size_t i = 0; i < 3; ++i) CHECK(entries[i].behaviour == Behaviour::monotone);
    for (std::size_t i = 3; i < 6; ++i) CHECK(entries[i].behaviour == Behaviour::swinging);
    for (std::size_t i = 6; i < 8; ++i) CHECK(entries[i].behaviour == Behaviour::divergent);
    CHECK(entries[7].reason == StopReason::diverged);
    CHECK(std::isnan(entries[7].final_loss));
  }
}

TEST_CASE("at exactly 2 / curvature a quadratic swings for ever and ends no lower") {
  const auto entries = sweep(*make_parabola(2), vector({3}), {0.5, 1.0}, {.step_limit = 100});
  CHECK(entries[0].behaviour == Behaviour::monotone);
  CHECK(entries[0].steps == 1);
  CHECK(entries[1].behaviour == Behaviour::divergent);
  CHECK(entries[1].final_loss == 14);
}

TEST_CASE("closed-form least squares is where a long descent arrives") {
  Random random(53);
  for (Index features : {1, 2, 3}) {
    Matrix<double> inputs(30, features);
    Vector<double> targets(30);
    for (double& x : inputs.reshaped()) x = random.uniform(-1, 1);
    for (double& y : targets) y = random.uniform(-4, 4);
    const auto fit = least_squares(inputs, targets);
    REQUIRE(fit.ok());
    const Regression regression(inputs, targets, SquaredLoss::mean_squares);
    CHECK(regression.value(fit.value().parameters) == doctest::Approx(fit.value().mean_of_squares));
    CHECK(fit.value().sum_of_squares == doctest::Approx(30 * fit.value().mean_of_squares));

    const auto optimizer = gradient_descent(0.3).make();
    auto run = Run<double>::begin(regression, *optimizer, Vector<double>::Zero(features + 1),
                                  {.step_limit = 100000, .tolerance = 1e-12});
    run.value()->advance(100000);
    CHECK(run.value()->reason() == StopReason::converged);
    CHECK((run.value()->parameters() - fit.value().parameters).norm() <= 1e-9);
  }
}

TEST_CASE("least squares finds an exact plane, whatever the units of its features") {
  Random random(54);
  Matrix<double> inputs(20, 3);
  for (double& x : inputs.reshaped()) x = random.uniform(-1, 1);
  inputs.col(0) *= 1e-9;
  inputs.col(2) *= 1e7;
  const Vector<double> weights = vector({3e9, -2, 5e-7});
  const Vector<double> targets = (inputs * weights).array() + 7;
  const auto fit = least_squares(inputs, targets);
  REQUIRE(fit.ok());
  for (Index i = 0; i < 3; ++i) CHECK(fit.value().parameters[i] == doctest::Approx(weights[i]).epsilon(1e-10));
  CHECK(fit.value().parameters[3] == doctest::Approx(7).epsilon(1e-10));
  CHECK(fit.value().sum_of_squares <= 1e-20);
}

TEST_CASE("through just enough points the plane goes exactly") {
  Random random(55);
  for (int trial = 0; trial < 100; ++trial) {
    const auto features = static_cast<Index>(1 + random.below(4));
    Matrix<double> inputs(features + 1, features);
    for (double& x : inputs.reshaped()) x = random.uniform(-1, 1);
    Vector<double> targets(features + 1);
    for (double& y : targets) y = random.uniform(-1, 1);
    const auto fit = least_squares(inputs, targets);
    REQUIRE(fit.ok());
    const Vector<double> weights = fit.value().parameters.head(features);
    const Vector<double> found = (inputs * weights).array() + fit.value().parameters[features];
    CHECK((found - targets).norm() <= 1e-11 * (1 + weights.norm()));
    CHECK(fit.value().sum_of_squares == 0);
  }
}

TEST_CASE("least squares refuses examples that leave the line open") {
  const auto refused = [](const Matrix<double>& inputs) {
    const auto fit = least_squares(inputs, Vector<double>::Ones(inputs.rows()));
    return !fit.ok() && fit.error().field == "inputs";
  };
  CHECK(refused(Matrix<double>{{1.0}}));
  CHECK(refused(Matrix<double>{{2.0}, {2.0}, {2.0}}));
  CHECK(refused(Matrix<double>{{0.0}, {0.0}, {0.0}}));
  CHECK(refused(Matrix<double>{{1.0, 2.0}, {2.0, 4.0}, {3.0, 6.0}, {0.1, 0.2}}));
  CHECK_FALSE(refused(Matrix<double>{{1.0}, {2.0}}));
}

TEST_CASE("a grid holds the values at its places, row by row from the lowest y") {
  const auto objective = make_function("himmelblau");
  const GridRequest request{{-1, 2}, {0, 5}, 4, 6, vector({0, 0}), {0, 1}};
  const auto values = value_grid(*objective, request);
  REQUIRE(values.size() == 24);
  for (Index row = 0; row < 6; ++row) {
    for (Index column = 0; column < 4; ++column) {
      const double expected = objective->value(vector({-1 + static_cast<double>(column), static_cast<double>(row)}));
      CHECK(values[static_cast<std::size_t>(4 * row + column)] == doctest::Approx(expected));
    }
  }
  CHECK(values.back() == objective->value(vector({2, 5})));
}

TEST_CASE("values that are not finite are reported as NaN") {
  const std::array<double, 2> points = {1e200, 2};
  std::array<double, 2> values = {};
  values_at(*make_function("parabola"), points.data(), values);
  CHECK(std::isnan(values[0]));
  CHECK(values[1] == 9);
}

TEST_CASE("curvatures that are whole numbers come out as these") {
  const Curvature product = curvature_at(*formula("x y"), vector({1, 2}));
  CHECK(product.smallest == -1);
  CHECK(product.largest == 1);
  CHECK(curvature_at(*formula("(x + y)^2"), vector({0, 0})).largest == 4);
}

TEST_CASE("the condition number of a valley is none, whatever its direction and the units of its sides") {
  Random random(55);
  for (int trial = 0; trial < 500; ++trial) {
    const double a = std::pow(10, random.uniform(-6, 6));
    const double b = random.uniform(-3, 3);
    const auto valley = formula("(" + text_of(a) + "x + (" + text_of(b) + ")y)^2");
    const Vector<double> at = vector({random.uniform(-2, 2), random.uniform(-2, 2)});
    CAPTURE(a);
    CAPTURE(b);
    const Curvature found = curvature_at(*valley, at);
    CHECK(found.smallest == 0);
    CHECK(found.condition_number == 0);
    CHECK(found.largest == doctest::Approx(2 * (a * a + b * b)).epsilon(1e-14));
    // Upside down, nothing bends up, so no rate is too large.
    const auto ridge = formula("-(" + text_of(a) + "x + (" + text_of(b) + ")y)^2");
    CHECK(curvature_at(*ridge, at).threshold == 0);
  }
}

TEST_CASE("on a ring of minima the curvature along it is 0, wherever rounding puts the point") {
  const auto ring = formula("(x^2 + y^2 - 1)^2");
  for (int k = 0; k < 1000; ++k) {
    const double angle = 0.002 * k * k;
    const Curvature found = curvature_at(*ring, vector({std::cos(angle), std::sin(angle)}));
    CHECK(found.smallest == 0);
    CHECK(found.condition_number == 0);
  }
}

TEST_CASE("a curvature that is small and beyond doubt is not taken for 0") {
  for (const double condition : {1e8, 1e12, 1e17, 1e25}) {
    const auto bowl = formula(text_of(condition) + "x^2 + y^2");
    CHECK(curvature_at(*bowl, vector({1, 1})).condition_number == doctest::Approx(condition).epsilon(1e-12));
  }
  // Time stamps: the columns are nearly parallel only because their unit and origin are far away.
  Matrix<double> inputs(5, 1);
  inputs << 1.7e12, 1.71e12, 1.72e12, 1.73e12, 1.74e12;
  const Regression line(inputs, Vector<double>::Ones(5), SquaredLoss::mean_squares);
  CHECK(curvature_at(line, vector({0, 0})).condition_number > 1e27);
  // A feature that follows from another leaves a direction open, however the sums are rounded.
  Random random(56);
  Matrix<double> pair(1000, 2);
  for (Index k = 0; k < 1000; ++k) {
    pair(k, 0) = random.uniform(-1, 1);
    pair(k, 1) = 0.3 * pair(k, 0) + 0.7;
  }
  const Regression open(pair, Vector<double>::Ones(1000), SquaredLoss::sum_squares);
  CHECK(curvature_at(open, vector({0, 0, 0})).condition_number == 0);
}

TEST_CASE("least squares on time stamps are those of the same times counted from the first") {
  constexpr Index examples = 40;
  Random random(57);
  Matrix<double> near(examples, 2);
  Vector<double> targets(examples);
  for (Index k = 0; k < examples; ++k) {
    near(k, 0) = std::floor(random.uniform(0, 4096));
    near(k, 1) = random.uniform(-1, 1);
    targets[k] = random.uniform(-5, 5);
  }
  const auto expected = least_squares(near, targets);
  REQUIRE(expected.ok());
  // Sums with these are exact, so that the shifted problem is the same one.
  for (const double origin : {0x1p30, 0x1p40, -0x1p45, 0x1p50}) {
    CAPTURE(origin);
    Matrix<double> far = near;
    far.col(0).array() += origin;
    const auto found = least_squares(far, targets);
    REQUIRE(found.ok());
    for (Index j = 0; j < 2; ++j) {
      CHECK(found.value().parameters[j] == doctest::Approx(expected.value().parameters[j]).epsilon(1e-11));
    }
    CHECK(found.value().sum_of_squares == doctest::Approx(expected.value().sum_of_squares).epsilon(1e-11));
    const double there = found.value().parameters[0] * origin + found.value().parameters[2];
    CHECK(std::abs(there - expected.value().parameters[2]) <=
          4e-16 * std::abs(found.value().parameters[0] * origin) + 1e-9);
  }
  // So coarse that these sums are exact as well.
  const Vector<double> low = (targets * 0x1p10).array().floor() * 0x1p-10;
  const Vector<double> high = low.array() + 0x1p40;
  for (Index j = 0; j < 2; ++j) {
    CHECK(least_squares(near, high).value().parameters[j] ==
          doctest::Approx(least_squares(near, low).value().parameters[j]).epsilon(1e-9));
  }
}

TEST_CASE("least squares takes no rounding for a feature") {
  const auto refused = [](const Matrix<double>& inputs) {
    return !least_squares(inputs, Vector<double>::Ones(inputs.rows())).ok();
  };
  CHECK(refused(Matrix<double>{{0.3}, {0.1 + 0.2}, {0.3}}));
  CHECK(
      refused(Matrix<double>{{1e6, 3e6 + 0.1}, {1e6 + 0.1, 3e6 + 0.4}, {1e6 + 0.2, 3e6 + 0.7}, {1e6 + 0.3, 3e6 + 1}}));
  CHECK_FALSE(refused(Matrix<double>{{4e15}, {4e15 + 1}, {4e15 + 2}, {4e15 + 3}}));
}
