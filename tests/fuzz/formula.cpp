#include <array>
#include <cstring>

#include "expression/derivative.hpp"
#include "expression/parser.hpp"
#include "expression/tape.hpp"
#include "expression/tex.hpp"
#include "target.hpp"

using namespace descent;
using namespace descent::expression;

namespace {

bool same(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b); }

void check_refusal(const Error& error, std::size_t length) {
  MUST(error.field == "formula");
  MUST(!error.message.empty());
  MUST(!error.remedy.empty());
  MUST(error.position >= 0);
  MUST(static_cast<std::size_t>(error.position) <= length);
}

/// All ways to compute the same thing give the same.
void check_tape(const Tape& tape) {
  constexpr std::array<double, 4> points = {0.5, -3, 0, 1e300};
  const auto n = static_cast<std::size_t>(tape.dimension());
  const std::size_t count = points.size() / n;
  std::array<double, 4> plain = {}, values = {}, gradients = {};
  tape.values(points.data(), count, plain.data());
  tape.values_and_gradients(points.data(), count, values.data(), gradients.data());
  for (std::size_t i = 0; i < count; ++i) {
    std::array<double, 2> gradient = {};
    std::array<double, 4> hessian = {};
    const double value = tape.value_and_gradient(&points[i * n], gradient.data());
    MUST(same(value, tape.value(&points[i * n])));
    MUST(same(value, plain[i]));
    MUST(same(value, values[i]));
    for (std::size_t k = 0; k < n; ++k) MUST(same(gradient[k], gradients[i * n + k]));
    tape.hessian(&points[i * n], hessian.data());
    MUST(same(hessian[1], hessian[2]));
  }
}

}  // namespace

FUZZ_TARGET(formula) {
  const auto tree = parse(input);
  if (!tree.ok()) return check_refusal(tree.error(), input.size());
  MUST(tree.value().dimension() >= 1);
  MUST(tree.value().dimension() <= 2);
  MUST(to_tex(tree.value()).size() <= 2 * max_tex);
  const auto tape = Tape::compile(tree.value());
  if (!tape.ok()) return check_refusal(tape.error(), input.size());
  MUST(tape.value().dimension() == tree.value().dimension());
  check_tape(tape.value());
  // The derivative of a long formula takes most of the time: one in eight is enough of them.
  constexpr std::size_t short_enough = 50;
  if (tree.value().nodes.size() > short_enough && input.size() % 8 != 0) return;
  const Gradient gradient = differentiate(tree.value());
  for (std::size_t i = 0; i < tree.value().variables.size(); ++i) {
    MUST(to_tex(gradient.tree(i, tree.value())).size() <= 2 * max_tex);
  }
}
