#include "optimizer/line_search.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "../support.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// On a line from 0, where it is 0, goes down with slope -1 and bends by 1, it reaches `-fall` with slope `slope` at 1.
class Quartic final : public Objective<double> {
 public:
  Quartic(double fall, double slope) : fourth_(slope - 3 * (0.5 - fall)), third_(0.5 - fall - fourth_) {}
  Index dimension() const override { return 1; }
  double value(const Vector<double>& at) const override {
    const double x = at[0];
    return x * (-1 + x * (0.5 + x * (third_ + x * fourth_)));
  }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    const double x = at[0];
    gradient[0] = -1 + x * (1 + x * (3 * third_ + x * 4 * fourth_));
    return value(at);
  }
  Matrix<double> hessian(const Vector<double>& at) const override {
    const double x = at[0];
    return Matrix<double>::Constant(1, 1, 1 + x * (6 * third_ + x * 12 * fourth_));
  }

 private:
  double fourth_;
  double third_;
};

/// Whether an optimizer is content with 1, the first length that it tries there.
bool content(const OptimizerConfig& config, double fall, double slope) {
  const auto begun = Descent::begin(std::make_unique<Quartic>(fall, slope), config, vector({0}), {});
  REQUIRE(begun.ok());
  return begun.value()->run().rate() == 1;
}

struct Line {
  std::unique_ptr<Objective<double>> objective;
  Vector<double> from;
  Vector<double> gradient;
  Vector<double> direction;
  double value;
  double slope;

  Point<double> point() const { return {0, from, value, gradient, 0, *objective}; }
  double value_at(double length) const { return objective->value(from + length * direction); }
  double slope_at(double length) const {
    Vector<double> there(from.size());
    objective->value_and_gradient(from + length * direction, there);
    return there.dot(direction);
  }
};

/// Any way down from anywhere.
Line random_line(const FunctionEntry& function, Random& random) {
  Line line{make_function(function.info->name), random_place(*function.info, random), {}, {}, 0, 0};
  line.gradient.resize(line.from.size());
  line.direction.resize(line.from.size());
  line.value = line.objective->value_and_gradient(line.from, line.gradient);
  for (double& component : line.direction) component = random.uniform(-1, 1);
  line.slope = line.gradient.dot(line.direction);
  if (line.slope > 0) {
    line.direction = -line.direction;
    line.slope = -line.slope;
  }
  return line;
}

/// Calls `check` with many lines and first lengths.
template <typename Check>
void for_lines(Check check) {
  Random random(61);
  for (const FunctionEntry& function : functions()) {
    CAPTURE(std::string(function.info->name));
    for (int trial = 0; trial < 40; ++trial) {
      const Line line = random_line(function, random);
      if (line.slope < 0) check(line, std::exp(random.uniform(std::log(1e-3), std::log(30))), random);
    }
  }
}

}  // namespace

TEST_CASE("a length that passes the strong Wolfe search meets both of its conditions") {
  Index passed = 0;
  Index all = 0;
  for_lines([&](const Line& line, double first, Random& random) {
    const double decrease = random.uniform(1e-4, 0.3);
    const double curvature = random.uniform(decrease, 0.95);
    const Found<double> found =
        strong_wolfe<double>(line.point(), line.direction, line.slope, first, {decrease, curvature});
    ++all;
    CHECK(found.value == line.value_at(found.length));
    CHECK(found.value <= line.value);
    if (!found.passed) return;
    ++passed;
    CHECK(found.length > 0);
    CHECK(found.value <= line.value + decrease * found.length * line.slope);
    CHECK(std::abs(line.slope_at(found.length)) <= curvature * std::abs(line.slope));
  });
  CHECK(passed > all * 9 / 10);
}

TEST_CASE("backtracking finds the first of its lengths that lowers the loss by its share of the promise") {
  for_lines([](const Line& line, double first, Random& random) {
    const double decrease = random.uniform(1e-4, 0.5);
    const double shrink = random.uniform(0.1, 0.9);
    const auto low_enough = [&](double length) {
      return line.value_at(length) <= line.value + decrease * length * line.slope;
    };
    const Found<double> found = backtrack(line.point(), line.direction, line.slope, first, shrink, decrease);
    CHECK(found.passed);
    double length = first;
    Index trials = 1;
    while (!low_enough(length)) {
      length *= shrink;
      ++trials;
    }
    CHECK(found.length == length);
    CHECK(found.trials == trials);
  });
}

TEST_CASE("a searching rule wants a ten-thousandth of the fall that its slope promises") {
  for (const OptimizerConfig& config :
       {make_config("conjugate_gradient"), make_config("newton"), make_config("lbfgs", {{"lineSearch", 1}})}) {
    CAPTURE(std::string(config.entry->info->name));
    CHECK(content(config, 1.5e-4, 0));
    CHECK_FALSE(content(config, 0.5e-4, 0));
    CHECK_FALSE(content(config, -0.1, 0));
  }
}

TEST_CASE("L-BFGS wants a tenth of the slope gone, conjugate gradients nine tenths") {
  for (const double sign : {-1.0, 1.0}) {
    CHECK(content(make_config("lbfgs", {{"lineSearch", 1}}), 0.1, sign * 0.85));
    CHECK_FALSE(content(make_config("lbfgs", {{"lineSearch", 1}}), 0.1, sign * 0.95));
    CHECK(content(make_config("conjugate_gradient"), 0.1, sign * 0.05));
    CHECK_FALSE(content(make_config("conjugate_gradient"), 0.1, sign * 0.15));
  }
}
