#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "expression/derivative.hpp"
#include "expression/parser.hpp"
#include "expression/tape.hpp"
#include "expression/tex.hpp"
#include "random_formula.hpp"

using namespace descent;
using namespace descent::expression;
using descent::testing::RandomFormula;

namespace {

std::string tex(const char* formula) { return to_tex(parse(formula).value()); }

std::string slope(const char* formula, std::size_t place = 0) {
  const Tree tree = parse(formula).value();
  return to_tex(differentiate(tree).tree(place, tree));
}

}  // namespace

TEST_CASE("the derivative that is shown has the value that is computed") {
  Random random(21);
  int compared = 0;
  int undefined = 0;
  for (int k = 0; k < 4000; ++k) {
    const std::string text = RandomFormula(random, 1 + k % 2).value(1 + k % 3);
    CAPTURE(text);
    const Tree tree = parse(text).value();
    const auto tape = Tape::compile(tree);
    const Gradient gradient = differentiate(tree);
    if (!tape.ok()) continue;
    for (std::size_t i = 0; i < tree.variables.size(); ++i) {
      REQUIRE(gradient.by[i] >= 0);
      const Tree shown = gradient.tree(i, tree);
      CHECK_FALSE(to_tex(shown).empty());
      const auto slope_tape = Tape::compile(shown);
      if (!slope_tape.ok()) continue;  // 1/0 in the derivative of something with a constant singularity
      for (int trial = 0; trial < 3; ++trial) {
        const std::array<double, 2> at = {random.uniform(-3, 3), random.uniform(-3, 3)};
        std::array<double, 2> exact = {};
        tape.value().value_and_gradient(at.data(), exact.data());
        const double value = slope_tape.value().value(at.data());
        if (!std::isfinite(exact[i]) || !std::isfinite(value)) {
          ++undefined;
          continue;
        }
        ++compared;
        CHECK(std::abs(value - exact[i]) <= 1e-6 * (1 + std::abs(exact[i])));
      }
    }
  }
  MESSAGE(compared << " compared, " << undefined << " without a value");
  CHECK(compared > 8000);
}

TEST_CASE("TeX has the parentheses it needs and no others") {
  CHECK(tex("x^2 + 5") == "x^{2} + 5");
  CHECK(tex("-(x+1)^2") == R"(-\left(x + 1\right)^{2})");
  CHECK(tex("(-x)^2") == R"(\left(-x\right)^{2})");
  CHECK(tex("x - (y - 1)") == R"(x - \left(y - 1\right))");
  CHECK(tex("(x + y) - 1") == "x + y - 1");
  CHECK(tex("2x y(x+1)") == R"(2 x y \left(x + 1\right))");
  CHECK(tex("2*3") == R"(2 \cdot 3)");
  CHECK(tex("x*2^y") == R"(x \cdot 2^{y})");
  CHECK(tex("x/2/y") == R"(\frac{\frac{x}{2}}{y})");
  CHECK(tex("x^y^2") == "x^{y^{2}}");
  CHECK(tex("(x^y)^2") == R"(\left(x^{y}\right)^{2})");
  CHECK(tex("2^-x") == "2^{-x}");
  CHECK(tex("x*(-y)") == R"(x \left(-y\right))");
  CHECK(tex("-x*y") == "-x y");
}

TEST_CASE("TeX knows how functions and names are written") {
  CHECK(tex("sin(2 pi x)^2") == R"(\sin^{2}\left(2 \pi x\right))");
  CHECK(tex("ln(w1) - log10(w2)") == R"(\ln\left(w_{1}\right) - \log_{10}\left(w_{2}\right))");
  CHECK(tex("sqrt(x) + |x| + exp(-x)") == R"(\sqrt{x} + \left|x\right| + e^{-x})");
  CHECK(tex("gauss(x-1)") == R"(e^{-\left(x - 1\right)^{2}})");
  CHECK(tex("max(x, y, 0)") == R"(\max\left(\max\left(x, y\right), 0\right))");
  CHECK(tex("sigmoid(w)") == R"(\sigma\left(w\right))");
  CHECK(tex("1e-7x") == "10^{-7} x");
  CHECK(tex("(2.5e20)^x") == R"(\left(2.5 \cdot 10^{20}\right)^{x})");
}

TEST_CASE("derivatives read as a person would write them") {
  CHECK(slope("x^2 + 5") == "2 x");
  CHECK(slope("(x^2 - 1)^2 + 0.3x") == R"(4 x \left(x^{2} - 1\right) + 0.3)");
  CHECK(slope("exp(-x) + x") == "1 - e^{-x}");
  CHECK(slope("x^2/3 - x/7") == R"(\frac{2 x}{3} - \frac{1}{7})");
  CHECK(slope("0.1x + 0.2x") == "0.3");
  CHECK(slope("5") == "0");
  CHECK(slope("sqrt(x^2 + y^2)", 1) == R"(\frac{y}{\sqrt{x^{2} + y^{2}}})");
  CHECK(slope("log(x)") == R"(\frac{1}{x})");
  CHECK(slope("e^(3x)") == "3 e^{3 x}");
  CHECK(slope("2^x") == R"(2^{x} \ln\left(2\right))");
  CHECK(slope("exp(x) exp(x)") == "2 e^{2 x}");
  CHECK(slope("(1 - x)^2 + 100(y - x^2)^2") == R"(-2 \left(1 - x\right) - 400 x \left(y - x^{2}\right))");
}

TEST_CASE("a derivative too long to read, or with numbers beyond doubles, is left out") {
  std::string product = "(x+1)";
  for (int k = 2; k < 100; ++k) product += "(x+" + std::to_string(k) + ")";
  CHECK(slope(product.c_str()).empty());
  CHECK(slope("1e200x^2 * 1e200x").empty());
  CHECK(slope("1e-200x^2 * 1e-200x").empty());
}
