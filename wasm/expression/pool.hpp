#pragma once

#include <cstddef>
#include <vector>

#include "expression/tree.hpp"

namespace descent::expression {

/// Nodes without duplicates: what was put in before is found again and keeps its index.
class Pool {
 public:
  /// The index of `node`, by its operation, operands and value; its position counts for nothing.
  int put(const Node& node);

  const Node& operator[](int index) const { return nodes_[static_cast<std::size_t>(index)]; }
  std::size_t size() const { return nodes_.size(); }
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  void grow();

  std::vector<Node> nodes_;
  std::vector<int> table_;  // open hashing; -1 is a free place
};

}  // namespace descent::expression
