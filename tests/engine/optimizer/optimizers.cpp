#include <doctest/doctest.h>

#include <set>

#include "../support.hpp"
#include "explanation.hpp"

using namespace descent;
using namespace descent::testing;

TEST_CASE("every optimizer is described completely") {
  std::set<std::string> names;
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    CHECK(names.insert(entry.info->name).second);
    CHECK(find_optimizer(entry.info->name) == &entry);
    for (const Parameter& parameter : entry.info->parameters) {
      CHECK(parameter.min <= parameter.standard);
      CHECK(parameter.standard <= parameter.max);
    }
  }
}

TEST_CASE("the terms of any step of any optimizer rebuild the update to the last bit") {
  for (const OptimizerEntry& entry : optimizers()) {
    CAPTURE(std::string(entry.info->name));
    for (const char* function : {"parabola", "linex", "himmelblau", "rosenbrock"}) {
      CAPTURE(function);
      auto begun = Descent::begin(make_function(function), make_config(entry.info->name),
                                  make_function(function)->default_start(), {.step_limit = 60});
      REQUIRE(begun.ok());
      Descent& descent = *begun.value();
      descent.run().advance(60);
      const Index rows = descent.trace().rows();
      REQUIRE(rows > 1);
      for (Index coordinate = 0; coordinate < descent.trace().dimension(); ++coordinate) {
        for (Index step = 1; step < rows; ++step) check_explanation(descent, step, coordinate);
        for (Index step = rows - 1; step > 0; step -= 7) check_explanation(descent, step, coordinate);
      }
    }
  }
}

TEST_CASE("explaining a step does not disturb the run") {
  const auto run = [](bool curious) {
    auto begun = Descent::begin(make_function("himmelblau"), gradient_descent(0.01), vector({0, 0}), {});
    for (int i = 0; i < 20; ++i) {
      begun.value()->run().advance(1);
      if (curious) (void)begun.value()->explain(i / 2 + 1, 0);
    }
    const auto parameters = begun.value()->trace().parameters();
    return std::vector<double>(parameters.begin(), parameters.end());
  };
  CHECK(run(true) == run(false));
}

TEST_CASE("an update or parameter that does not exist is not explained") {
  auto begun = Descent::begin(make_function("himmelblau"), gradient_descent(0.01), vector({0, 0}), {});
  Descent& descent = *begun.value();
  CHECK(descent.explain(1, 0).error().field == "step");
  descent.run().advance(3);
  CHECK(descent.explain(0, 0).error().field == "step");
  CHECK(descent.explain(4, 0).error().field == "step");
  CHECK(descent.explain(3, 2).error().field == "coordinate");
  CHECK(descent.explain(3, -1).error().field == "coordinate");
  CHECK(descent.explain(3, 1).ok());
}

TEST_CASE("gradient descent moves against the gradient by the learning rate") {
  auto begun = Descent::begin(make_function("himmelblau"), gradient_descent(0.01), vector({1, 2}), {});
  Descent& descent = *begun.value();
  descent.run().advance(1);
  CHECK(descent.trace().parameters_at(1) == Vector<double>(vector({1, 2}) - 0.01 * descent.trace().gradient_at(0)));
}
