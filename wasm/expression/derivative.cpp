#include "expression/derivative.hpp"

#include "expression/parser.hpp"

namespace descent::expression {
namespace {

constexpr std::size_t longest_tree = 300;     // nodes; nobody reads the derivative of more
constexpr std::size_t most_expressions = 20000;

/// A node of the tree and its derivatives.
struct Known {
  int value = -1;
  std::array<int, 2> slope{};
};

/// A slope of `OperationInfo` with the operands in place of its x and y.
int substitute(Algebra& algebra, const char* slope, int x, int y) {
  const auto tree = parse(slope);
  std::vector<int> built;
  for (const Node& node : tree.value().nodes) {
    if (node.operation == Operation::variable) {
      built.push_back(node.value == 0 ? x : y);
      continue;
    }
    const auto operand = [&](int index) { return index < 0 ? -1 : built[static_cast<std::size_t>(index)]; };
    built.push_back(algebra.apply(node, operand(node.first), operand(node.second)));
  }
  return built[static_cast<std::size_t>(tree.value().root)];
}

Known derive(Algebra& algebra, const Node& node, const Known& a, const Known& b) {
  if (takes_many(node.operation) && a.value == b.value) return a;
  Known result;
  const int zero = algebra.number(0);
  result.value = algebra.apply(node, a.value, b.value);
  const OperationInfo& info = info_of(node.operation);
  for (std::size_t i = 0; i < 2; ++i) {
    result.slope[i] = zero;
    if (info.arity > 0 && !algebra.is(a.slope[i], 0)) {
      const int factor = substitute(algebra, info.slopes[0], a.value, b.value);
      result.slope[i] = algebra.product(factor, a.slope[i]);
    }
    if (info.arity > 1 && !algebra.is(b.slope[i], 0)) {
      const int factor = substitute(algebra, info.slopes[1], a.value, b.value);
      result.slope[i] = algebra.sum(result.slope[i], algebra.product(factor, b.slope[i]));
    }
  }
  return result;
}

}  // namespace

Gradient differentiate(const Tree& tree) {
  Gradient gradient;
  Algebra& algebra = gradient.algebra;
  if (tree.nodes.size() > longest_tree) return gradient;
  std::vector<Known> known;
  for (const Node& node : tree.nodes) {
    if (node.operation == Operation::variable) {
      Known leaf = {algebra.variable(node.value), {algebra.number(0), algebra.number(0)}};
      leaf.slope[node.value == 0 ? 0 : 1] = algebra.number(1);
      known.push_back(leaf);
      continue;
    }
    const auto operand = [&](int index) { return index < 0 ? Known{} : known[static_cast<std::size_t>(index)]; };
    known.push_back(derive(algebra, node, operand(node.first), operand(node.second)));
    if (algebra.nodes().size() > most_expressions) return gradient;
  }
  const Known& whole = known[static_cast<std::size_t>(tree.root)];
  for (std::size_t i = 0; i < tree.variables.size(); ++i) gradient.by[i] = whole.slope[i];
  return gradient;
}

}  // namespace descent::expression
