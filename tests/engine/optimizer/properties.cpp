#include <doctest/doctest.h>

#include <cmath>

#include "../support.hpp"
#include "explanation.hpp"

// What must hold of every optimizer, on every function.

using namespace descent;
using namespace descent::testing;

namespace {

std::unique_ptr<Descent> descend(const FunctionEntry& function, const OptimizerConfig& optimizer,
                                 const Vector<double>& start, Index steps) {
  auto begun = Descent::begin(function.make(defaults(function.info->parameters).data()), optimizer, start,
                              {.step_limit = steps});
  REQUIRE(begun.ok());
  begun.value()->run().advance(steps);
  return std::move(begun.value());
}

Vector<double> start_of(const FunctionEntry& function) {
  return Eigen::Map<const Vector<double>>(function.info->start.items, function.info->dimension);
}

/// Anything a control for the parameter could be set to.
double random_setting(const Parameter& parameter, Random& random) {
  const double share = random.uniform();
  switch (parameter.scale) {
    case Scale::flag:
      return share < 0.5 ? 0 : 1;
    case Scale::whole:
      return std::floor(parameter.min + share * (std::min(parameter.max, 20.0) - parameter.min + 1));
    case Scale::log:
      return std::exp(std::log(parameter.min) + share * (std::log(parameter.max) - std::log(parameter.min)));
    default:
      return parameter.min + share * (parameter.max - parameter.min);
  }
}

OptimizerConfig random_config(const OptimizerEntry& entry, Random& random) {
  OptimizerConfig config{&entry, {}};
  for (const Parameter& parameter : entry.info->parameters) {
    const bool kept = random.uniform() < 0.5;
    config.hyperparameters.push_back(kept ? parameter.standard : random_setting(parameter, random));
  }
  return config;
}

bool all_finite(const Trace::Column& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](double number) { return std::isfinite(number); });
}

}  // namespace

TEST_CASE("with a small rate every optimizer ends lower than it began, on every function") {
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    for (const FunctionEntry& function : functions()) {
      CAPTURE(std::string(function.info->name));
      // The rate of Adadelta is a factor of its own; those of the rest are lengths or near to them.
      OptimizerConfig config = make_config(entry.info->name);
      config.set("learningRate", std::string(entry.info->name) == "adadelta" ? 1 : 1e-4);
      config.set("lineSearch", 1);  // L-BFGS without one is no descent method, at any rate
      const auto descent = descend(function, config, start_of(function), 100);
      const Trace::Column loss = descent->trace().loss();
      CHECK(loss.back() < loss.front());
    }
  }
}

TEST_CASE("optimizers that search along a line never go up, on any function, from anywhere") {
  Random random(71);
  for (const FunctionEntry& function : functions()) {
    CAPTURE(std::string(function.info->name));
    for (const OptimizerConfig& config :
         {make_config("conjugate_gradient"), make_config("newton"), make_config("lbfgs", {{"lineSearch", 1}})}) {
      CAPTURE(std::string(config.entry->info->name));
      for (int trial = 0; trial < 20; ++trial) {
        const auto descent = descend(function, config, random_place(*function.info, random), 100);
        const Trace::Column loss = descent->trace().loss();
        for (std::size_t row = 1; row < loss.size(); ++row) CHECK(loss[row] <= loss[row - 1]);
      }
    }
  }
}

TEST_CASE("whatever its settings and wherever it starts, a run is finite or says that it diverged") {
  Random random(72);
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    for (const FunctionEntry& function : functions()) {
      CAPTURE(std::string(function.info->name));
      for (int trial = 0; trial < 8; ++trial) {
        const OptimizerConfig config = random_config(entry, random);
        const auto descent = descend(function, config, random_place(*function.info, random), 80);
        const Trace& trace = descent->trace();
        CHECK(all_finite(trace.loss()));
        CHECK(all_finite(trace.rate()));
        CHECK(all_finite(trace.parameters()));
        CHECK(all_finite(trace.gradients()));
        CHECK(descent->run().reason() != StopReason::running);
        for (const Index step : {Index(1), trace.rows() / 2, trace.rows() - 1}) {
          if (step < 1 || step >= trace.rows()) continue;
          for (Index i = 0; i < trace.dimension(); ++i) check_explanation(*descent, step, i);
          const auto terms = descent->explain(step, 0);
          for (const Term& term : terms.value()) CHECK(std::isfinite(term.value));
        }
      }
    }
  }
}

TEST_CASE("the same options give the same bits, and a reset forgets everything") {
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    const auto objective = make_function("rosenbrock");
    const auto optimizer = make_config(entry.info->name).make();
    const auto walk = [&](const Vector<double>& start, Index steps) {
      auto begun = Run<double>::begin(*objective, *optimizer, start, {});
      begun.value()->advance(steps);
      return begun.value()->parameters();
    };
    const Vector<double> first = walk(vector({-1.2, 1}), 50);
    walk(vector({0.3, -0.8}), 17);  // leaves a past of its own behind
    CHECK(walk(vector({-1.2, 1}), 50) == first);
  }
}

TEST_CASE("every schedule serves every optimizer, except where a search would go another way") {
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    for (const ScheduleEntry& choice : schedules()) {
      CAPTURE(std::string(choice.info->name));
      RunSettings settings{.step_limit = 30};
      settings.schedule = make_schedule(choice.info->name);
      auto begun =
          Descent::begin(make_function("himmelblau"), make_config(entry.info->name), vector({-1, -1}), settings);
      const bool fits = !choice.info->needs_gradient_step || entry.info->is_gradient_step;
      REQUIRE(begun.ok() == fits);
      if (!fits) {
        CHECK(begun.error().field == "schedule.name");
        continue;
      }
      begun.value()->run().advance(30);
      const Index rows = begun.value()->trace().rows();
      for (Index step = 1; step < rows; ++step) check_explanation(*begun.value(), step, 0);
    }
  }
}

TEST_CASE("a row's counts are all the evaluations that led there") {
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    const auto descent = descend(*find_function("himmelblau"), make_config(entry.info->name), vector({-1, -1}), 20);
    const Trace& trace = descent->trace();
    const bool searches =
        std::string(entry.info->name) == "newton" || std::string(entry.info->name) == "conjugate_gradient";
    for (Index row = 0; row < trace.rows(); ++row) {
      const auto k = static_cast<std::size_t>(row);
      const auto own = static_cast<double>(row + 1);
      if (!searches) CHECK(trace.value_count()[k] == own);
      if (!searches) CHECK(trace.gradient_count()[k] == own);
      if (searches && row > 0) CHECK(trace.value_count()[k] > own);
      CHECK(trace.hessian_count()[k] == (std::string(entry.info->name) == "newton" ? own - 1 : 0));
    }
  }
}
