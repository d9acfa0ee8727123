#include "expression/pool.hpp"

#include <cstdint>
#include <cstring>

namespace descent::expression {
namespace {

/// By bits, so that 0 and -0 differ and NaN equals itself.
std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

std::size_t hash(const Node& node) {
  std::uint64_t mix = bits_of(node.value);
  for (const int part : {static_cast<int>(node.operation), node.first, node.second}) {
    mix = (mix ^ static_cast<std::uint64_t>(part + 1)) * 0x9E3779B97F4A7C15ULL;
    mix ^= mix >> 29U;
  }
  return static_cast<std::size_t>(mix);
}

bool equal(const Node& a, const Node& b) {
  return a.operation == b.operation && a.first == b.first && a.second == b.second &&
         bits_of(a.value) == bits_of(b.value);
}

}  // namespace

int Pool::put(const Node& node) {
  if (table_.size() < 2 * nodes_.size() + 2) grow();
  std::size_t place = hash(node) % table_.size();
  for (; table_[place] >= 0; place = (place + 1) % table_.size()) {
    if (equal((*this)[table_[place]], node)) return table_[place];
  }
  nodes_.push_back(node);
  return table_[place] = static_cast<int>(nodes_.size()) - 1;
}

void Pool::grow() {
  table_.assign(4 * nodes_.size() + 64, -1);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    std::size_t place = hash(nodes_[i]) % table_.size();
    while (table_[place] >= 0) place = (place + 1) % table_.size();
    table_[place] = static_cast<int>(i);
  }
}

}  // namespace descent::expression
