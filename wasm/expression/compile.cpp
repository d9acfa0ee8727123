#include <cmath>
#include <optional>
#include <utility>

#include "expression/kernels.hpp"
#include "expression/tape.hpp"

namespace descent::expression {

/// Turns a tree into a tape. Entries are numbered as they come and found again when they come twice.
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
  struct Entry {
    Operation operation;
    int first = -1;
    int second = -1;
    double value = 0;  // of a number, place of a variable, constant of a power
    std::uint8_t depends = 0;  // on which variables: bit 0, bit 1
  };

  int translate(const Node& node, int a, int b) {
    switch (node.operation) {
      case Operation::number:
        return number(node.value);
      case Operation::variable:
        return intern({Operation::variable, -1, -1, node.value, static_cast<std::uint8_t>(node.value == 0 ? 1 : 2)});
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
      const double c = entry(exponent).value;
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
  int operation(const Node& node, Entry candidate) {
    candidate.depends = depends(candidate.first) | depends(candidate.second);
    if (candidate.depends != 0) return intern(candidate);
    const double a = entry(candidate.first).value;
    const double b = candidate.second < 0 ? 0 : entry(candidate.second).value;
    const double value = point_kernel<0>(candidate.operation)(a, b, candidate.value).value;
    if (std::isfinite(value)) return number(value);
    if (!error_) {
      error_ = Error{"formula", "What stands here has no finite value, wherever the variables are.",
                     "Change it: `1/0`, `log(0)` and `sqrt(-1)`, for example, are no numbers.", node.position};
    }
    return number(0);
  }

  int number(double value) { return intern({Operation::number, -1, -1, value}); }

  int intern(const Entry& wanted) {
    // A formula is short: looking through all entries costs less than keeping an index of them.
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& known = entries_[i];
      if (known.operation == wanted.operation && known.first == wanted.first && known.second == wanted.second &&
          known.value == wanted.value && std::signbit(known.value) == std::signbit(wanted.value)) {
        return static_cast<int>(i);
      }
    }
    entries_.push_back(wanted);
    return static_cast<int>(entries_.size()) - 1;
  }

  const Entry& entry(int index) const { return entries_[static_cast<std::size_t>(index)]; }
  std::uint8_t depends(int index) const { return index < 0 ? std::uint8_t{0} : entry(index).depends; }
  bool varies(int index) const { return depends(index) != 0; }
  bool is(int index, double value) const { return !varies(index) && entry(index).value == value; }

  /// Puts the entries that the result needs into slots.
  Tape lay_out(int result) {
    std::vector<bool> needed(entries_.size());
    needed[static_cast<std::size_t>(result)] = true;
    for (std::size_t i = entries_.size(); i-- > 0;) {
      if (!needed[i]) continue;
      if (entries_[i].first >= 0) needed[static_cast<std::size_t>(entries_[i].first)] = true;
      if (entries_[i].second >= 0) needed[static_cast<std::size_t>(entries_[i].second)] = true;
    }
    Tape tape;
    tape.dimension_ = tree_.dimension();
    std::vector<int> slot(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].operation == Operation::variable) slot[i] = static_cast<int>(entries_[i].value);
      if (entries_[i].operation != Operation::number || !needed[i]) continue;
      slot[i] = tape.dimension_ + static_cast<int>(tape.numbers_.size());
      tape.numbers_.push_back(entries_[i].value);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& from = entries_[i];
      if (!needed[i] || from.operation == Operation::number || from.operation == Operation::variable) continue;
      slot[i] = static_cast<int>(tape.slots());
      const auto slot_of = [&](int index) {
        return static_cast<std::uint16_t>(index < 0 ? 0 : slot[static_cast<std::size_t>(index)]);
      };
      tape.steps_.push_back({from.operation, depends(from.first), depends(from.second), slot_of(from.first),
                             slot_of(from.second), from.value});
    }
    tape.result_ = static_cast<std::size_t>(slot[static_cast<std::size_t>(result)]);
    return tape;
  }

  const Tree& tree_;
  std::vector<Entry> entries_;
  int e_ = -2;  // entry of the number e, once it was met
  std::optional<Error> error_;
};

Result<Tape> Tape::compile(const Tree& tree) { return Compiler(tree).run(); }

}  // namespace descent::expression
