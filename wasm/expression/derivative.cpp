#include "expression/derivative.hpp"

#include <utility>

#include "expression/parser.hpp"

namespace descent::expression {
namespace {

constexpr std::size_t longest_tree = 300;  // nodes; nobody reads the derivative of more
constexpr std::size_t most_expressions = 20000;

/// A node of the tree and its derivatives.
struct Known {
  int value = -1;
  std::array<int, 2> slope{};
};

/// The slopes of `OperationInfo`, read once.
const Tree& slope_of(Operation operation, std::size_t place) {
  static const auto trees = [] {
    std::array<std::array<Tree, 2>, operation_count> all;
    for (std::size_t i = 0; i < operation_count; ++i) {
      for (std::size_t k = 0; k < 2; ++k) {
        const char* slope = info_of(static_cast<Operation>(i)).slopes[k];
        if (slope != nullptr) all[i][k] = std::move(parse(slope).value());
      }
    }
    return all;
  }();
  return trees[static_cast<std::size_t>(operation)][place];
}

/// A slope with the operands in place of its x and y.
int substitute(Algebra& algebra, const Tree& slope, int x, int y) {
  std::vector<int> built;
  for (const Node& node : slope.nodes) {
    if (node.operation == Operation::variable) {
      built.push_back(node.value == 0 ? x : y);
      continue;
    }
    const auto operand = [&](int index) { return index < 0 ? -1 : built[static_cast<std::size_t>(index)]; };
    built.push_back(algebra.apply(node, operand(node.first), operand(node.second)));
  }
  return built[static_cast<std::size_t>(slope.root)];
}

Known derive(Algebra& algebra, const Node& node, const Known& a, const Known& b) {
  if (takes_many(node.operation) && a.value == b.value) return a;
  Known result;
  const int zero = algebra.number(0);
  result.value = algebra.apply(node, a.value, b.value);
  const int arity = info_of(node.operation).arity;
  for (std::size_t i = 0; i < 2; ++i) {
    result.slope[i] = zero;
    if (arity > 0 && !algebra.is(a.slope[i], 0)) {
      const int factor = substitute(algebra, slope_of(node.operation, 0), a.value, b.value);
      result.slope[i] = algebra.product(factor, a.slope[i]);
    }
    if (arity > 1 && !algebra.is(b.slope[i], 0)) {
      const int factor = substitute(algebra, slope_of(node.operation, 1), a.value, b.value);
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
