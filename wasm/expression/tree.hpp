#pragma once

#include <string>
#include <vector>

#include "expression/operation.hpp"

namespace descent::expression {

/// A step of a formula: an operation on one or two earlier nodes.
struct Node {
  Operation operation = Operation::number;
  int first = -1;     ///< index of the first operand
  int second = -1;    ///< index of the second
  double value = 0;   ///< of a number; of a variable, its place among the formula's variables
  int position = -1;  ///< in the text that it was read from, in UTF-16 units

  bool is_number(double wanted) const { return operation == Operation::number && value == wanted; }
};

/// A formula as it was understood. Operands come before what uses them, so that one pass from front
/// to back meets every value in time. Parentheses are gone: the nesting says what they said.
struct Tree {
  std::vector<Node> nodes;
  int root = -1;
  /// One or two: the names the formula uses fix them, see `parse`.
  std::vector<std::string> variables;

  int dimension() const { return static_cast<int>(variables.size()); }
  const Node& operator[](int index) const { return nodes[static_cast<std::size_t>(index)]; }
  int add(const Node& node) {
    nodes.push_back(node);
    return static_cast<int>(nodes.size()) - 1;
  }
};

}  // namespace descent::expression
