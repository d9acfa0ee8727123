#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "../support.hpp"
#include "objective/formula.hpp"
#include "objective/regression.hpp"
#include "optimizer/coordinatewise.hpp"
#include "run/descent.hpp"

// What each rule is known for.

using namespace descent;
using namespace descent::testing;

namespace {

std::unique_ptr<Descent> descend(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer,
                                 const Vector<double>& start, const RunSettings& settings) {
  auto begun = Descent::begin(std::move(objective), optimizer, start, settings);
  REQUIRE(begun.ok());
  begun.value()->run().advance(settings.step_limit);
  return std::move(begun.value());
}

std::vector<double> path(const char* function, const OptimizerConfig& optimizer, Index steps) {
  const auto objective = make_function(function);
  const auto descent =
      descend(make_function(function), optimizer, objective->default_start(), {.step_limit = steps, .tolerance = 0});
  const Trace::Column parameters = descent->trace().parameters();
  return {parameters.begin(), parameters.end()};
}

std::unique_ptr<Objective<double>> ravine(double condition) { return find_function("ravine")->make(&condition); }

/// The value of the term of that symbol in one update.
double term(Descent& descent, Index step, const std::string& symbol) {
  const auto terms = descent.explain(step, 0);
  REQUIRE(terms.ok());
  for (const Term& candidate : terms.value()) {
    if (candidate.quantity.symbol == symbol) return candidate.value;
  }
  FAIL("There is no term ", symbol);
  return 0;
}

/// x^2 + y^2, and how often anything was asked of it.
class Asked final : public Objective<double> {
 public:
  explicit Asked(int& times) : times_(times) {}
  Index dimension() const override { return 2; }
  double value(const Vector<double>& at) const override {
    ++times_;
    return at.squaredNorm();
  }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient = 2 * at;
    return value(at);
  }
  Matrix<double> hessian(const Vector<double>& /*at*/) const override { return 2 * Matrix<double>::Identity(2, 2); }

 private:
  int& times_;
};

/// Its slope changes almost across every step that is made, and along it by hardly more than could be rounding.
class Skew final : public Objective<double> {
 public:
  Skew(double along, double across, double side) : along_(along), across_(across), side_(side) {}
  Index dimension() const override { return 3; }
  double value(const Vector<double>& /*at*/) const override { return 0; }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    if (last_.size() == 0) {
      slope_ = vector({1, 0.5, -0.25});
    } else {
      const Vector<double> step = at - last_;
      const Vector<double> aside = vector({step[1] - step[2], step[2] - step[0], step[0] - step[1]});
      constexpr double rounding = std::numeric_limits<double>::epsilon();
      slope_ += across_ * side_ * aside + along_ * across_ * rounding * step;
    }
    last_ = at;
    gradient = slope_;
    return 0;
  }

 private:
  double along_;
  double across_;
  double side_;
  mutable Vector<double> last_;
  mutable Vector<double> slope_;
};

/// Has the slope (1e-6, 0) at its start and another everywhere else.
class Turn final : public Objective<double> {
 public:
  explicit Turn(const Vector<double>& change) : change_(change) {}
  Index dimension() const override { return 2; }
  double value(const Vector<double>& /*at*/) const override { return 0; }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    gradient = vector({1e-6, 0});
    if (!at.isZero()) gradient += change_;
    return 0;
  }

 private:
  Vector<double> change_;
};

}  // namespace

TEST_CASE("rules become one another where their settings say so") {
  const double r = 0.002;
  CHECK(path("rosenbrock", make_config("momentum", {{"learningRate", r}, {"momentum", 0}}), 100) ==
        path("rosenbrock", make_config("gradient_descent", {{"learningRate", r}}), 100));
  CHECK(path("rosenbrock", make_config("nesterov", {{"learningRate", r}, {"momentum", 0}}), 100) ==
        path("rosenbrock", make_config("gradient_descent", {{"learningRate", r}}), 100));
  CHECK(path("rosenbrock", make_config("adamw", {{"weightDecay", 0}}), 100) ==
        path("rosenbrock", make_config("adam"), 100));
  CHECK(path("rosenbrock", make_config("adam"), 100) != path("rosenbrock", make_config("adam", {{"beta1", 0}}), 100));
}

TEST_CASE("plain momentum on a quadratic converges below 2 (1 + mu) / curvature and diverges above") {
  Random random(91);
  for (int trial = 0; trial < 100; ++trial) {
    const double curvature = std::exp(random.uniform(std::log(0.1), std::log(1000)));
    const double mu = random.uniform(0, 0.9);
    const double factor = random.uniform(0.05, 1.95);
    if (std::abs(factor - 1) < 0.03) continue;
    const OptimizerConfig config =
        make_config("momentum", {{"learningRate", factor * 2 * (1 + mu) / curvature}, {"momentum", mu}});
    const auto descent = descend(make_parabola(curvature), config, vector({3}), {.step_limit = 5000});
    CHECK(descent->run().reason() == (factor > 1 ? StopReason::diverged : StopReason::converged));
  }
}

TEST_CASE("momentum and Nesterov cross a ravine in fewer updates than plain descent") {
  const auto updates = [](const OptimizerConfig& config) {
    return descend(ravine(1000), config, vector({-3.5, -2.5}), {.step_limit = 100000, .tolerance = 1e-6})->run().step();
  };
  const double best_rate = 2.0 / 1001;
  const Index plain = updates(make_config("gradient_descent", {{"learningRate", best_rate}}));
  CHECK(updates(make_config("momentum", {{"learningRate", best_rate}})) < plain / 4);
  CHECK(updates(make_config("nesterov", {{"learningRate", best_rate / 2}})) < plain / 4);
}

TEST_CASE("Adam's first step is its rate, whatever the gradient's size; without correction it is not") {
  for (const double curvature : {0.1, 2.0, 5000.0}) {
    const auto step = [&](const OptimizerConfig& config) {
      const auto descent = descend(make_parabola(curvature), config, vector({3}), {.step_limit = 1});
      return 3 - descent->run().parameters()[0];
    };
    CHECK(step(make_config("adam")) == doctest::Approx(0.001).epsilon(1e-6));
    CHECK(step(make_config("adam", {{"biasCorrection", 0}})) ==
          doctest::Approx(0.001 * 0.1 / std::sqrt(0.001)).epsilon(1e-4));
  }
}

TEST_CASE("single precision keeps nothing too small to be a normal number, double precision keeps everything") {
  const float least = std::numeric_limits<float>::min();
  for (const float sign : {1.0F, -1.0F}) {
    CHECK(to_keep(sign * least) == sign * least);
    CHECK(to_keep(sign * least / 2) == 0);
  }
  CHECK(std::isnan(to_keep(std::numeric_limits<float>::quiet_NaN())));
  CHECK(to_keep(std::numeric_limits<double>::denorm_min()) > 0);
  CHECK(to_keep(1e-40) == 1e-40);
}

TEST_CASE("every step of Lion is as long as its rate") {
  const std::vector<double> w = path("rosenbrock", make_config("lion", {{"learningRate", 0.01}}), 100);
  for (std::size_t k = 2; k < w.size(); ++k) CHECK(std::abs(w[k] - w[k - 2]) == doctest::Approx(0.01).epsilon(1e-9));
}

TEST_CASE("AMSGrad never forgets a large slope") {
  const auto descent = descend(make_function("himmelblau"), make_config("amsgrad", {{"learningRate", 0.1}}),
                               vector({-1, -1}), {.step_limit = 150});
  for (Index step = 2; step < descent->trace().rows(); ++step) {
    CHECK(term(*descent, step, "v_max") >= term(*descent, step - 1, "v_max"));
  }
}

TEST_CASE("RAdam steps like momentum until its variance is known, and from then on by its rectified rate") {
  const double eta = 0.001;
  const double beta1 = 0.9;
  for (const double beta2 : {0.5, 0.9, 0.999}) {  // of which the first never knows
    CAPTURE(beta2);
    const auto descent = descend(make_function("himmelblau"), make_config("radam", {{"beta2", beta2}}),
                                 vector({-1, -1}), {.step_limit = 20});
    const double rho_inf = 2 / (1 - beta2) - 1;
    double m = 0;
    double v = 0;
    for (Index t = 1; t <= 20; ++t) {
      CAPTURE(t);
      const double g = descent->trace().gradient_at(t - 1)[0];
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
      const double known = std::pow(beta2, t);
      const double rho = rho_inf - 2 * static_cast<double>(t) * known / (1 - known);
      const double momentum = eta * m / (1 - std::pow(beta1, t));
      const double r = std::sqrt((rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho));
      const double step = rho > 5 ? momentum * r * std::sqrt(1 - known) / (std::sqrt(v) + 1e-8) : momentum;
      const double made = descent->trace().parameters_at(t - 1)[0] - descent->trace().parameters_at(t)[0];
      CHECK(made == doctest::Approx(step).epsilon(1e-9));
    }
  }
}

TEST_CASE("decoupled weight decay shrinks a parameter in proportion to itself") {
  const auto level = [](const char* name) {
    // At the bottom of a bowl nothing but the decay moves AdamW and Lion.
    const auto descent = descend(make_parabola(1e-9), make_config(name, {{"learningRate", 0.01}, {"weightDecay", 0.5}}),
                                 vector({2}), {.step_limit = 1, .tolerance = 0});
    return term(*descent, 1, "w_decayed");
  };
  CHECK(level("adamw") == doctest::Approx(2 * (1 - 0.005)).epsilon(1e-15));
  CHECK(level("lion") == doctest::Approx(2 * (1 - 0.005)).epsilon(1e-15));
}

TEST_CASE("Newton's method solves a quadratic in one update, at any condition number") {
  for (const double condition : {1.0, 50.0, 10000.0}) {
    const auto descent = descend(ravine(condition), make_config("newton"), vector({-3.5, -2.5}), {});
    CHECK(descent->run().step() <= 2);
    CHECK(descent->run().reason() == StopReason::converged);
    CHECK(descent->run().parameters().norm() < 1e-8);
  }
}

TEST_CASE("Newton's method is at the bottom of a quadratic after one update, whatever the units") {
  for (const char* text : {"1e8 x^2 + y^2", "1e10 x^2 + y^2", "x^2 + 1e-14 y^2", "1e20 x^2 + y^2"}) {
    CAPTURE(text);
    const auto descent = descend(std::move(Formula::read(text).value()), make_config("newton"), vector({1, 1}),
                                 {.step_limit = 1, .tolerance = 0, .divergence_limit = 1e300});
    CHECK(descent->run().parameters().norm() < 1e-8);
  }
  // By the year, by the second and by the millisecond since 1970.
  for (const double unit : {1.0, 3e7, 3e10}) {
    CAPTURE(unit);
    Matrix<double> years(4, 1);
    years << 40 * unit, 41 * unit, 42 * unit, 43 * unit;
    const auto descent =
        descend(std::make_unique<Regression>(years, vector({354, 369, 389, 414}), SquaredLoss::mean_squares),
                make_config("newton"), vector({0, 0}), {.step_limit = 3, .tolerance = 0});
    CHECK(descent->run().loss() == doctest::Approx(6.25).epsilon(1e-9));
  }
}

TEST_CASE("in a valley Newton's method goes straight down and does not drift along it") {
  for (const double safeguard : {1.0, 0.0}) {
    for (const char* text : {"(x + y)^2", "(x + 3y)^2", "(2x + 5y)^2", "(0.1x + 0.7y)^2"}) {
      CAPTURE(text);
      const auto descent =
          descend(std::move(Formula::read(text).value()), make_config("newton", {{"safeguard", safeguard}}),
                  vector({1, 1}), {.step_limit = 5, .tolerance = 0});
      const Trace::Column slopes = descent->trace().gradients();
      const Vector<double> slope = vector({slopes[0], slopes[1]});
      const Vector<double> moved = descent->run().parameters() - vector({1, 1});
      CHECK(descent->run().loss() < 1e-28);
      CHECK(std::abs(moved[0] * slope[1] - moved[1] * slope[0]) < 1e-6 * moved.norm() * slope.norm());
    }
  }
}

TEST_CASE("where it is unsure of a curvature, Newton's method still goes down, and says what it used") {
  const auto descent = descend(std::move(Formula::read("x + y^2").value()), make_config("newton"), vector({1, 1}),
                               {.step_limit = 2, .tolerance = 0});
  CHECK(descent->run().loss() < 2);
  CHECK(term(*descent, 1, "lambda_1") == 0);
  CHECK(term(*descent, 1, "used_1") == term(*descent, 1, "least_1"));
  const auto bare = descend(std::move(Formula::read("x + y^2").value()), make_config("newton", {{"safeguard", 0}}),
                            vector({1, 1}), {.step_limit = 2, .tolerance = 0});
  CHECK(bare->run().parameters()[0] == 1);
  CHECK(bare->run().parameters()[1] == 0);
}

TEST_CASE("centred RMSProp on a straight slope has a variance of 0, and never one below") {
  for (const double alpha : {0.5, 0.9, 0.99}) {
    for (int slope = 1; slope <= 20; ++slope) {
      const OptimizerConfig config =
          make_config("rmsprop", {{"learningRate", 1e-8}, {"alpha", alpha}, {"centered", 1}});
      const auto descent = descend(std::move(Formula::read(std::to_string(slope) + "x/7").value()), config, vector({0}),
                                   {.step_limit = 4000, .divergence_limit = 1e300});
      CHECK(descent->run().reason() == StopReason::step_limit);
      CHECK(term(*descent, 4000, "variance") <= 1e-15 * slope * slope);
    }
  }
}

TEST_CASE("RMSProp's step is a slope over its root, gathered by the momentum there is") {
  const double eta = 0.01;
  const double alpha = 0.9;
  for (const bool centered : {false, true}) {
    for (const double mu : {0.0, 0.7}) {
      CAPTURE(centered);
      CAPTURE(mu);
      const auto descent =
          descend(make_function("himmelblau"),
                  make_config("rmsprop", {{"alpha", alpha}, {"momentum", mu}, {"centered", centered ? 1.0 : 0.0}}),
                  vector({-1, -1}), {.step_limit = 20});
      double squares = 0;
      double mean = 0;
      double gathered = 0;
      for (Index t = 1; t <= 20; ++t) {
        const double g = descent->trace().gradient_at(t - 1)[0];
        squares = alpha * squares + (1 - alpha) * g * g;
        mean = alpha * mean + (1 - alpha) * g;
        gathered = mu * gathered + g / (std::sqrt(squares - (centered ? mean * mean : 0)) + 1e-8);
        const double made = descent->trace().parameters_at(t - 1)[0] - descent->trace().parameters_at(t)[0];
        CHECK(made == doctest::Approx(eta * gathered).epsilon(1e-9));
      }
      // Without momentum nothing is gathered that would have to be told.
      const auto terms = descent->explain(20, 0);
      CHECK(std::any_of(terms.value().begin(), terms.value().end(),
                        [](const Term& candidate) { return candidate.quantity.symbol == "b"; }) == (mu > 0));
    }
  }
}

TEST_CASE("at the bottom no line is searched") {
  for (const OptimizerConfig& config :
       {make_config("conjugate_gradient"), make_config("newton"), make_config("lbfgs", {{"lineSearch", 1}})}) {
    CAPTURE(std::string(config.entry->info->name));
    int times = 0;
    const auto descent = descend(std::make_unique<Asked>(times), config, vector({0, 0}), {.step_limit = 3});
    CHECK(descent->run().reason() == StopReason::converged);
    CHECK(times == 1);
  }
}

TEST_CASE("L-BFGS goes on where its steps are so short that s . y has no inverse") {
  for (const double search : {0.0, 1.0}) {
    const auto descent = descend(std::move(Formula::read("x^2 / 2").value()),
                                 make_config("lbfgs", {{"learningRate", 0.5}, {"lineSearch", search}}),
                                 vector({1e-160}), {.step_limit = 20, .tolerance = 0});
    CHECK(descent->run().reason() != StopReason::diverged);
    CHECK(std::abs(descent->run().parameters()[0]) < 1e-160);
  }
}

TEST_CASE("L-BFGS never goes against the slope, however badly its pairs tell about it") {
  Random random(71);
  for (int trial = 0; trial < 2000; ++trial) {
    const Skew objective(random.uniform(1, 3), std::exp(random.uniform(-3, 12)), trial % 2 == 0 ? 1 : -1);
    const auto optimizer = make_config("lbfgs", {{"learningRate", 1}}).make();
    auto run = Run<double>::begin(objective, *optimizer, vector({1, 0, 0}), {.step_limit = 30, .tolerance = 0});
    REQUIRE(run.ok());
    while (run.value()->reason() == StopReason::running) {
      const Vector<double> from = run.value()->parameters();
      const Vector<double> slope = run.value()->gradient();
      run.value()->advance(1);
      const Vector<double>& to = run.value()->parameters();
      const Vector<double> step = to - from;
      // The place is rounded, and so are the step's own products and sums.
      const double rounding = slope.cwiseAbs().dot(to.cwiseAbs() / 2 + 4 * step.cwiseAbs());
      CHECK(slope.dot(step) <= std::numeric_limits<double>::epsilon() * rounding);
    }
  }
}

TEST_CASE("L-BFGS takes the steps of the same loss in another unit") {
  const auto steps = [](const std::string& unit) {
    return descend(std::move(Formula::read(unit + "((x - 1)^2 + 100(y - x^2)^2)").value()),
                   make_config("lbfgs", {{"lineSearch", 1}}), vector({-1.2, 1}),
                   {.step_limit = 1000, .tolerance = 1e-8 * std::stod(unit)})
        ->run()
        .step();
  };
  const Index usual = steps("1");
  for (const char* unit : {"1e10", "1e-6", "1e-10", "1e-20"}) CHECK(steps(unit) < 2 * usual);
}

TEST_CASE("L-BFGS passes over what shows no curvature, as PyTorch does where the loss is of its size") {
  // From far away to so near that s . y is below 1e-10: the pair of the last update is not kept.
  const auto descent = descend(make_parabola(2), make_config("lbfgs", {{"learningRate", 0.5}}), vector({100}),
                               {.step_limit = 60, .tolerance = 0});
  Index pairs = 0;
  const auto terms = descent->explain(60, 0);
  for (const Term& candidate : terms.value()) pairs += candidate.quantity.symbol.rfind("s_", 0) == 0 ? 1 : 0;
  CHECK(pairs < 40);
  CHECK(pairs > 10);
}

TEST_CASE("the safeguard takes Newton's method past a saddle that attracts it otherwise") {
  const Vector<double> start = vector({0.3, 0.2});
  const auto bare = descend(make_function("double_well_2d"), make_config("newton", {{"safeguard", 0}}), start, {});
  const auto safe = descend(make_function("double_well_2d"), make_config("newton"), start, {});
  CHECK(safe->run().reason() == StopReason::converged);
  CHECK(safe->run().loss() < bare->run().loss());
}

TEST_CASE("conjugate gradients end on a quadratic after about as many updates as parameters") {
  const auto descent = descend(ravine(1000), make_config("conjugate_gradient"), vector({-3.5, -2.5}), {});
  CHECK(descent->run().reason() == StopReason::converged);
  CHECK(descent->run().step() <= 6);
}

TEST_CASE("the searching rules find Rosenbrock's minimum within a hundred updates") {
  for (const OptimizerConfig& config :
       {make_config("conjugate_gradient"), make_config("newton"), make_config("lbfgs", {{"lineSearch", 1}})}) {
    CAPTURE(std::string(config.entry->info->name));
    const auto descent = descend(make_function("rosenbrock"), config, vector({-1.2, 1}), {.step_limit = 100});
    CHECK(descent->run().reason() == StopReason::converged);
    CHECK((descent->run().parameters() - vector({1, 1})).norm() < 1e-6);
  }
}

TEST_CASE("L-BFGS remembers as many pairs as it is told") {
  const auto descent = descend(make_function("rosenbrock"), make_config("lbfgs", {{"lineSearch", 1}, {"history", 3}}),
                               vector({-1.2, 1}), {.step_limit = 20});
  for (Index step = 1; step < descent->trace().rows(); ++step) {
    const auto terms = descent->explain(step, 0);
    Index pairs = 0;
    for (const Term& candidate : terms.value()) pairs += candidate.quantity.symbol.rfind("s_", 0) == 0 ? 1 : 0;
    CHECK(pairs == std::min<Index>(step - 1, 3));
    if (step < 4) continue;
    // The oldest of them is the step made three updates ago.
    const double then = descent->at(step - 3).value().parameters[0] - descent->at(step - 4).value().parameters[0];
    CHECK(term(*descent, step, "s_1") == doctest::Approx(then));
  }
}

TEST_CASE("L-BFGS remembers a pair exactly when the slope rises along its step, by more than could be rounding") {
  const auto remembered = [](const Vector<double>& change) {
    // The first step is (-1, 0).
    const auto descent = descend(std::make_unique<Turn>(change), make_config("lbfgs", {{"learningRate", 1e6}}),
                                 vector({0, 0}), {.step_limit = 2, .tolerance = 0});
    const auto terms = descent->explain(2, 0);
    return std::any_of(terms.value().begin(), terms.value().end(),
                       [](const Term& candidate) { return candidate.quantity.symbol == "s_1"; });
  };
  CHECK(remembered(vector({-0.5, 0})));
  CHECK(remembered(vector({-0.5, 3})));
  CHECK_FALSE(remembered(vector({0, 0})));
  CHECK_FALSE(remembered(vector({0, 1})));
  CHECK_FALSE(remembered(vector({0.5, 0})));
  CHECK_FALSE(remembered(vector({0.5, 3})));
  CHECK_FALSE(remembered(vector({-1e-20, 1})));
}
