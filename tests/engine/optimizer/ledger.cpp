#include "optimizer/ledger.hpp"

#include <doctest/doctest.h>

#include <map>

#include "core/random.hpp"
#include "evaluator.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// A random expression over the symbols, made by the traced operations themselves.
Traced random_expression(Random& random, const std::vector<Traced>& symbols, int depth) {
  if (depth == 0 || random.uniform() < 0.15) {
    if (random.uniform() < 0.2) return {random.uniform(-3, 3)};
    return symbols[random.next() % symbols.size()];
  }
  const Traced a = random_expression(random, symbols, depth - 1);
  const Traced b = random_expression(random, symbols, depth - 1);
  switch (random.next() % 10) {
    case 0:
      return a + b;
    case 1:
      return a - b;
    case 2:
      return a * b;
    case 3:
      return a / b;
    case 4:
      return -a;
    case 5:
      return arithmetic::sqrt(a * a);
    case 6:
      return arithmetic::abs(a);
    case 7:
      return arithmetic::max(a, b);
    case 8:
      return arithmetic::min(a, b);
    default:
      return arithmetic::sign(a) - b;
  }
}

}  // namespace

TEST_CASE("whatever the operations, the written expression evaluates to the same bits") {
  Random random(31);
  for (int trial = 0; trial < 20000; ++trial) {
    std::map<std::string, double> values;
    std::vector<Traced> symbols;
    for (const char* name : {"w", "g", "eta", "m", "v_hat"}) {
      values[name] = random.uniform(-2, 2);
      symbols.emplace_back(values[name], name, Binding::atom);
    }
    const Traced traced = random_expression(random, symbols, 5);
    const double rebuilt = Evaluator(values)(traced.text);
    CAPTURE(traced.text);
    if (std::isnan(traced.value)) {
      CHECK(std::isnan(rebuilt));
    } else {
      CHECK(rebuilt == traced.value);
    }
  }
}

TEST_CASE("parentheses stand only where the order of rounding needs them") {
  const Traced a{1, "a", Binding::atom};
  const Traced b{2, "b", Binding::atom};
  const Traced c{3, "c", Binding::atom};
  CHECK((a + b - c).text == "a + b - c");
  CHECK((a - (b - c)).text == "a - (b - c)");
  CHECK((a + (b + c)).text == "a + (b + c)");
  CHECK((a * b + c).text == "a * b + c");
  CHECK((a * (b + c)).text == "a * (b + c)");
  CHECK((a / (b * c)).text == "a / (b * c)");
  CHECK((1 - a).text == "1 - a");
  CHECK((a * -b).text == "a * (-b)");
}
