#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

#include "expression/parser.hpp"
#include "expression/tape.hpp"
#include "random_formula.hpp"

using namespace descent;
using namespace descent::expression;
using descent::testing::RandomFormula;

namespace {

using Place = std::array<double, 2>;

/// Nothing when the formula has a part without a value, such as `log(-1)`.
std::optional<Tape> tape_of(const std::string& text) {
  const auto tree = parse(text);
  if (!tree.ok()) {
    FAIL_CHECK(text << ": " << tree.error().message << " at " << tree.error().position);
    return {};
  }
  auto tape = Tape::compile(tree.value());
  if (!tape.ok()) return {};
  return std::move(tape.value());
}

/// A derivative as difference quotients tell it.
struct Estimate {
  double value;
  double doubt;  ///< how far quotients of different widths are apart: curvature, rounding, kinks
};

template <typename Function>
Estimate differentiate(const Function& function, Place at, std::size_t variable) {
  const auto quotient = [&](double width) {
    Place moved = at;
    moved[variable] = at[variable] + width;
    const double right = moved[variable];
    const double ahead = function(moved);
    moved[variable] = at[variable] - width;
    return (ahead - function(moved)) / (right - moved[variable]);
  };
  const double width = 2e-6 * std::max(1.0, std::abs(at[variable]));
  const double middle = quotient(width);
  const double rounding = std::numeric_limits<double>::epsilon() * std::abs(function(at)) / width;
  return {middle, rounding + std::abs(middle - quotient(2 * width)) + std::abs(middle - quotient(0.6 * width))};
}

/// How comparisons went. Beside a kink or a pole no quotient tells the derivative, and where an
/// infinite slope meets a slope of zero the chain rule does not tell it either, as in sqrt(x - x):
/// such places are passed over, but counted.
struct Tally {
  int compared = 0;
  int passed_over = 0;

  void compare(double exact, const Estimate& estimate, const std::string& formula, Place at) {
    const double scale = 1 + std::abs(estimate.value);
    if (!(estimate.doubt < 1e-4 * scale) || !std::isfinite(exact)) {
      ++passed_over;
      return;
    }
    ++compared;
    if (std::abs(exact - estimate.value) <= 10 * estimate.doubt + 1e-7 * scale) return;
    FAIL_CHECK(formula << " at (" << at[0] << ", " << at[1] << "): " << exact << ", but by differences "
                       << estimate.value << " within " << estimate.doubt);
  }
};

/// Calls `check(text, tape, point)` for random formulas at random points where they have a value.
template <typename Check>
void for_random_formulas(int formulas, std::uint64_t seed, Check check) {
  Random random(seed);
  for (int k = 0; k < formulas; ++k) {
    const std::string text = RandomFormula(random, 1 + k % 2).value(1 + k % 4);
    const auto tape = tape_of(text);
    if (!tape) continue;
    for (int trial = 0; trial < 4; ++trial) {
      const Place at = {random.uniform(-3, 3), random.uniform(-3, 3)};
      if (std::isfinite(tape->value(at.data()))) check(text, *tape, at);
    }
  }
}

bool same(double a, double b) {
  return __builtin_bit_cast(std::uint64_t, a) == __builtin_bit_cast(std::uint64_t, b) ||
         (std::isnan(a) && std::isnan(b));
}

}  // namespace

TEST_CASE("the gradient of thousands of random formulas agrees with central differences") {
  Tally tally;
  for_random_formulas(8000, 1, [&](const std::string& text, const Tape& tape, Place at) {
    Place gradient = {};
    CHECK(tape.value_and_gradient(at.data(), gradient.data()) == tape.value(at.data()));
    for (std::size_t i = 0; i < static_cast<std::size_t>(tape.dimension()); ++i) {
      const auto value = [&](Place p) { return tape.value(p.data()); };
      tally.compare(gradient[i], differentiate(value, at, i), text, at);
    }
  });
  MESSAGE(tally.compared << " compared, " << tally.passed_over << " passed over");
  CHECK(tally.compared > 20000);
  CHECK(tally.passed_over < tally.compared / 20);
}

TEST_CASE("the Hessian of thousands of random formulas agrees with differences of the gradient") {
  Tally tally;
  for_random_formulas(8000, 2, [&](const std::string& text, const Tape& tape, Place at) {
    std::array<double, 4> hessian = {};
    tape.hessian(at.data(), hessian.data());
    const auto n = static_cast<std::size_t>(tape.dimension());
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const auto slope = [&](Place p) {
          Place gradient = {};
          tape.value_and_gradient(p.data(), gradient.data());
          return gradient[j];
        };
        tally.compare(hessian[i + j * n], differentiate(slope, at, i), text, at);
      }
    }
    if (n == 2) CHECK(same(hessian[1], hessian[2]));
  });
  MESSAGE(tally.compared << " compared, " << tally.passed_over << " passed over");
  CHECK(tally.compared > 20000);
  CHECK(tally.passed_over < tally.compared / 20);
}

TEST_CASE("many points at once give the bits that single points give") {
  Random random(3);
  for (int k = 0; k < 300; ++k) {
    const std::string text = RandomFormula(random, 1 + k % 2).value(4);
    CAPTURE(text);
    const auto tape = tape_of(text);
    if (!tape) continue;
    const auto n = static_cast<std::size_t>(tape->dimension());
    const std::size_t count = random.next() % 100;
    std::vector<double> points(count * n);
    for (double& number : points) number = random.uniform(-3, 3);
    std::vector<double> plain(count), values(count), gradients(count * n);
    tape->values(points.data(), count, plain.data());
    tape->values_and_gradients(points.data(), count, values.data(), gradients.data());
    for (std::size_t i = 0; i < count; ++i) {
      Place gradient = {};
      const double value = tape->value_and_gradient(&points[i * n], gradient.data());
      CHECK(same(plain[i], value));
      CHECK(same(values[i], value));
      for (std::size_t j = 0; j < n; ++j) CHECK(same(gradients[i * n + j], gradient[j]));
    }
  }
}

TEST_CASE("every function keeps its value and slope beyond the arguments that its fast rule takes") {
  const auto agrees = [](const std::string& text, double at, double value, double slope) {
    CAPTURE(text);
    CAPTURE(at);
    const auto tape = tape_of(text);
    std::vector<double> points(40, 0.5), values(40), slopes(40);
    points[7] = at;
    tape->values_and_gradients(points.data(), points.size(), values.data(), slopes.data());
    double alone = 0;
    CHECK(same(values[7], tape->value_and_gradient(&at, &alone)));
    CHECK(same(slopes[7], alone));
    const auto near = [](double a, double b) { return same(a, b) || std::abs(a - b) <= 2e-15 * std::abs(b); };
    CHECK(near(values[7], value));
    CHECK(near(slopes[7], slope));
  };
  const double none = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double x : {-3e9, -1e6, -20.0, -1e-9, 0.3, 19.9, 20.1, 699.0, 701.0, 709.5, 800.0, 999999.0, 1e15}) {
    agrees("sin(x)", x, std::sin(x), std::cos(x));
    agrees("cos(x)", x, std::cos(x), -std::sin(x));
    agrees("exp(x)", x, std::exp(x), std::exp(x));
    agrees("sinh(x)", x, std::sinh(x), std::cosh(x));
    agrees("cosh(x)", x, std::cosh(x), std::sinh(x));
    agrees("log(x)", x, x < 0 ? none : std::log(x), x < 0 ? none : 1 / x);
  }
  agrees("tanh(x)", 25, 1, 4 * std::exp(-50.0));
  agrees("tanh(x)", -1, std::tanh(-1.0), 1 / (std::cosh(1.0) * std::cosh(1.0)));
  agrees("sigmoid(x)", -600, std::exp(-600.0), std::exp(-600.0));
  agrees("gauss(x)", 30, 0, -0.0);
  agrees("log(x)", 5e-324, std::log(5e-324), infinity);
  agrees("log(x)", 0, -infinity, infinity);
  agrees("sin(x)", none, none, none);
}

TEST_CASE("each operation's written derivative is the one that is computed") {
  Random random(4);
  for (std::size_t k = static_cast<std::size_t>(Operation::negate); k <= static_cast<std::size_t>(Operation::min);
       ++k) {
    const auto operation = static_cast<Operation>(k);
    const OperationInfo& info = info_of(operation);
    std::string text = info.arity == 1 ? std::string(info.name) + "(x)" : std::string("x") + info.name + "y";
    if (is_function(operation) && info.arity == 2) text = std::string(info.name) + "(x, y)";
    CAPTURE(text);
    const auto tape = tape_of(text);
    for (int trial = 0; trial < 20; ++trial) {
      const Place at = {random.uniform(-0.99, 0.99), random.uniform(0.1, 0.99)};
      if (!std::isfinite(tape->value(at.data()))) continue;
      Place gradient = {};
      tape->value_and_gradient(at.data(), gradient.data());
      for (std::size_t i = 0; i < static_cast<std::size_t>(info.arity); ++i) {
        const auto slope = tape_of(info.slopes[i]);
        if (std::isfinite(gradient[i])) CHECK(slope->value(at.data()) == doctest::Approx(gradient[i]).epsilon(1e-12));
      }
    }
  }
}

TEST_CASE("at a kink the derivative is PyTorch's") {
  const auto slope_at_zero = [](const char* text) {
    double gradient = 0;
    const double zero = 0;
    tape_of(text)->value_and_gradient(&zero, &gradient);
    return gradient;
  };
  CHECK(slope_at_zero("abs(x)") == 0);
  CHECK(slope_at_zero("relu(x)") == 0);
  CHECK(slope_at_zero("max(x, 0)") == 0.5);
  CHECK(slope_at_zero("min(2x, 0)") == 1);
}

TEST_CASE("at a kink the curvature is that of the side where x is a little larger") {
  const auto bend = [](const char* text) {
    const double zero = 0;
    double hessian = 0;
    tape_of(text)->hessian(&zero, &hessian);
    return hessian;
  };
  for (const char* text : {"abs(x)", "relu(x)", "max(x, -x)", "min(2x, 0)", "relu(-x)^2", "min(x, 0)^2"}) {
    CAPTURE(text);
    CHECK(bend(text) == 0);
  }
  for (const char* text : {"abs(x)^2", "abs(-x)^2", "x abs(x)", "abs(x^2)", "relu(x)^2", "max(x, 0)^2", "max(0, x)^2",
                           "min(-x, 0)^2", "max(x^2, -x^2)", "max(-x, x)^2"}) {
    CAPTURE(text);
    CHECK(bend(text) == 2);
  }
  const auto tape = tape_of("relu(x - y)^2 + relu(y)^2");
  const Place at = {0, 0};
  std::array<double, 4> hessian = {};
  tape->hessian(at.data(), hessian.data());
  CHECK(hessian == std::array<double, 4>{2, -2, -2, 4});
}

TEST_CASE("at the edge of a domain, value, slope and curvature are those of the inside") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto at_zero = [](const char* text) {
    const auto tape = tape_of(text);
    const double zero = 0;
    std::array<double, 3> all = {};
    all[0] = tape->value_and_gradient(&zero, &all[1]);
    tape->hessian(&zero, &all[2]);
    return all;
  };
  CHECK(at_zero("x^x") == std::array<double, 3>{1, -infinity, infinity});
  CHECK(at_zero("sqrt(x)") == std::array<double, 3>{0, infinity, -infinity});
  CHECK(at_zero("x^0.5") == std::array<double, 3>{0, infinity, -infinity});
  CHECK(at_zero("x^1.5") == std::array<double, 3>{0, 0, infinity});
  CHECK(at_zero("log(x)") == std::array<double, 3>{-infinity, infinity, -infinity});
}

TEST_CASE("a variable that a singular part does not contain keeps its derivative") {
  const auto tape = tape_of("sqrt(x) + y^2");
  const Place at = {0, 3};
  Place gradient = {};
  CHECK(tape->value_and_gradient(at.data(), gradient.data()) == 9);
  CHECK(gradient[0] == std::numeric_limits<double>::infinity());
  CHECK(gradient[1] == 6);
  std::array<double, 4> hessian = {};
  tape->hessian(at.data(), hessian.data());
  CHECK(hessian[3] == 2);
}

TEST_CASE("outside its domain a formula is not a number, and comparisons do not hide it") {
  for (const char* text :
       {"log(x)", "sqrt(x)", "x^0.5", "x^1.5", "asin(x)", "acos(x)", "x^x", "log10(x)", "log2(x)", "max(log(x), 0)",
        "min(0, log(x))", "relu(sqrt(x))", "|sqrt(x)|", "sign(log(x))", "step(log(x))", "0 * log(x)"}) {
    CAPTURE(text);
    const double at = -1.5;
    double gradient = 0;
    CHECK(std::isnan(tape_of(text)->value(&at)));
    CHECK(std::isnan(tape_of(text)->value_and_gradient(&at, &gradient)));
  }
}

TEST_CASE("sigmoid, softplus and tanh keep their digits far from zero") {
  const auto value = [](const char* text, double at) { return tape_of(text)->value(&at); };
  const auto slope = [](const char* text, double at) {
    double gradient = 0;
    tape_of(text)->value_and_gradient(&at, &gradient);
    return gradient;
  };
  // To 17 digits, from 50-digit arithmetic.
  CHECK(value("sigmoid(x)", -40) == doctest::Approx(4.2483542552915889e-18).epsilon(1e-15));
  CHECK(slope("sigmoid(x)", 40) == doctest::Approx(4.2483542552915889e-18).epsilon(1e-15));
  CHECK(value("softplus(x)", -40) == doctest::Approx(4.2483542552915890e-18).epsilon(1e-15));
  CHECK(value("softplus(x)", 1000) == 1000);
  CHECK(value("sigmoid(x)", -1000) == 0);
  CHECK(slope("tanh(x)", 20) == doctest::Approx(1.6993417021166355e-17).epsilon(1e-15));
}

TEST_CASE("what comes twice is computed once, and what never varies is a number") {
  const auto steps = [](const char* text) { return tape_of(text)->steps().size(); };
  CHECK(steps("x") == 0);
  CHECK(steps("2 + 3 sin(pi/7)") == 0);
  CHECK(steps("x^2 + 5") == 2);
  CHECK(steps("sin(x y) + sin(y x)^2") == 4);
  CHECK(steps("(x + 1)^2 + (1 + x)^2") == 3);
  CHECK(steps("1 x + 0 + x^1 + x^0") == 2);
  CHECK(tape_of("2 pi x")->numbers().size() == 1);
}
