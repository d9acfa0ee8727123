#include <cmath>
#include <optional>
#include <utility>

#include "expression/compute.hpp"
#include "expression/pool.hpp"
#include "expression/tape.hpp"

namespace descent::expression {

/// Turns a tree into a tape. What comes twice is found again in the pool. The value of a node there is
/// that of a number, the place of a variable, or the exponent of a constant power.
class Compiler {
 public:
  explicit Compiler(const Tree& tree) : tree_(tree) {}

  Result<Tape> run() {
    std::vector<int> entry_of;  // of each node
    for (const Node& node : tree_.nodes) {
      const int a = node.first < 0 ? -1 : entry_of[static_cast<std::size_t>(node.first)];
      const int b = node.second < 0 ? -1 : entry_of[static_cast<std::size_t>(node.second)];
      entry_of.push_back(translate(node, a, b));
      if (error_) return std::move(*error_);
    }
    Tape tape = lay_out(entry_of[static_cast<std::size_t>(tree_.root)]);
    if (tape.slots() <= max_slots) return tape;
    return Error{"formula", "The formula takes more than 1,000 operations.", "Write a shorter one.", 0};
  }

 private:
  int translate(const Node& node, int a, int b) {
    switch (node.operation) {
      case Operation::number:
        return number(node.value);
      case Operation::variable:
        return put({Operation::variable, -1, -1, node.value}, node.value == 0 ? 1 : 2);
      case Operation::pi:
        return number(3.14159265358979323846);
      case Operation::e:
        return e_ = number(2.71828182845904523536);
      case Operation::power:
        return power(node, a, b);
      case Operation::multiply:
        if (is(a, 1)) return b;
        if (is(b, 1)) return a;
        return operation(node, {node.operation, std::min(a, b), std::max(a, b)});
      case Operation::add:
        if (is(a, 0)) return b;
        if (is(b, 0)) return a;
        return operation(node, {node.operation, std::min(a, b), std::max(a, b)});
      default:
        return operation(node, {node.operation, a, b});
    }
  }

  int power(const Node& node, int base, int exponent) {
    constexpr double largest = 64;  // beyond it, a power by squaring loses more than the library's
    if (varies(base) && !varies(exponent)) {
      const double c = pool_[exponent].value;
      if (c == 0) return number(1);
      if (c == 1) return base;
      if (c == 2) return operation(node, {Operation::square, base});
      if (c == 0.5) return operation(node, {Operation::sqrt, base});
      const bool whole = c == std::floor(c) && std::abs(c) <= largest;
      return operation(node, {whole ? Operation::integer_power : Operation::constant_power, base, -1, c});
    }
    if (base == e_) return operation(node, {Operation::exp, exponent});
    return operation(node, {Operation::power, base, exponent});
  }

  /// An operation of entries, or at once its value where none of them varies.
  int operation(const Node& node, const Node& candidate) {
    const unsigned varying = depends(candidate.first) | depends(candidate.second);
    if (varying != 0) return put(candidate, varying);
    const double a = pool_[candidate.first].value;
    const double b = candidate.second < 0 ? 0 : pool_[candidate.second].value;
    const double value = compute(candidate.operation, a, b, candidate.value, 0).value;
    if (std::isfinite(value)) return number(value);
    if (!error_) {
      error_ = Error{"formula", "What stands here has no finite value, wherever the variables are.",
                     "Change it: `1/0`, `log(0)` and `sqrt(-1)`, for example, are no numbers.", node.position};
    }
    return number(0);
  }

  int number(double value) { return put({Operation::number, -1, -1, value}, 0); }

  int put(const Node& node, unsigned depends) {
    const int entry = pool_.put(node);
    if (pool_.size() > depends_.size()) depends_.push_back(static_cast<std::uint8_t>(depends));
    return entry;
  }

  unsigned depends(int entry) const { return entry < 0 ? 0U : depends_[static_cast<std::size_t>(entry)]; }
  bool varies(int entry) const { return depends(entry) != 0; }
  bool is(int entry, double value) const { return !varies(entry) && pool_[entry].value == value; }

  /// Puts the entries that the result needs into slots.
  Tape lay_out(int result) {
    const std::vector<Node>& entries = pool_.nodes();
    std::vector<bool> needed(entries.size());
    needed[static_cast<std::size_t>(result)] = true;
    for (std::size_t i = entries.size(); i-- > 0;) {
      if (!needed[i]) continue;
      if (entries[i].first >= 0) needed[static_cast<std::size_t>(entries[i].first)] = true;
      if (entries[i].second >= 0) needed[static_cast<std::size_t>(entries[i].second)] = true;
    }
    Tape tape;
    tape.dimension_ = tree_.dimension();
    std::vector<std::size_t> slot(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].operation == Operation::variable) slot[i] = static_cast<std::size_t>(entries[i].value);
      if (entries[i].operation != Operation::number || !needed[i]) continue;
      slot[i] = tape.slots();
      tape.numbers_.push_back(entries[i].value);
    }
    const auto slot_of = [&](int entry) {
      return static_cast<std::uint16_t>(entry < 0 ? 0 : slot[static_cast<std::size_t>(entry)]);
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Node& from = entries[i];
      if (!needed[i] || from.operation == Operation::number || from.operation == Operation::variable) continue;
      slot[i] = tape.slots();
      tape.steps_.push_back({from.operation, static_cast<std::uint8_t>(depends(from.first)),
                             static_cast<std::uint8_t>(depends(from.second)), false, false, slot_of(from.first),
                             slot_of(from.second), from.value});
    }
    tape.result_ = slot[static_cast<std::size_t>(result)];
    mark_additions(tape);
    return tape;
  }

  static void mark_additions(Tape& tape) {
    std::vector<bool> reached(tape.slots());
    const auto reach = [&](std::size_t slot) {
      const bool before = reached[slot];
      reached[slot] = true;
      return before;
    };
    // Variables have their zero already: the formula may not reach them at all.
    for (std::size_t k = 0; k < static_cast<std::size_t>(tape.dimension_); ++k) reached[k] = true;
    for (std::size_t k = tape.steps_.size(); k-- > 0;) {
      Step& step = tape.steps_[k];
      if (step.first_depends != 0) step.first_adds = reach(step.first);
      if (step.second_depends != 0) step.second_adds = reach(step.second);
    }
  }

  const Tree& tree_;
  Pool pool_;
  std::vector<std::uint8_t> depends_;  // of each entry, on which variables: bit 0, bit 1
  int e_ = -2;                         // entry of the number e, once it was met
  std::optional<Error> error_;
};

Result<Tape> Tape::compile(const Tree& tree) { return Compiler(tree).run(); }

}  // namespace descent::expression
