#pragma once

#include <string>

#include "core/random.hpp"
#include "core/text.hpp"
#include "expression/operation.hpp"

namespace descent::testing {

/// Writes random formulas: every operation, in every way it may be written.
class RandomFormula {
 public:
  /// One or two variables.
  RandomFormula(Random& random, int dimension) : random_(random), dimension_(dimension) {}

  /// A formula nested up to `depth` operations deep, ready to stand anywhere inside another.
  std::string value(int depth) {
    if (depth == 0 || chance(0.1)) return leaf();
    switch (pick(6)) {
      case 0:
        return "(" + value(depth - 1) + one_of({" + ", " - ", "+", "−"}) + value(depth - 1) + ")";
      case 1:
        return "(" + value(depth - 1) + one_of({"*", " ", "·", "/", " * "}) + value(depth - 1) + ")";
      case 2:
        return chance(0.5) ? "(-" + value(depth - 1) + ")" : "|" + value(depth - 1) + "|";
      case 3:
        return power(depth);
      default:
        return call(depth);
    }
  }

 private:
  std::string leaf() {
    if (chance(0.6)) return dimension_ == 1 || chance(0.5) ? "x" : "y";
    if (chance(0.1)) return one_of({"pi", "e", "π"});
    // In parentheses, since a number does not multiply what stands before it without a sign.
    return "(" + text_of(static_cast<double>(pick(40)) / 8) + ")";
  }

  std::string power(int depth) {
    const std::string base = value(depth - 1);
    if (chance(0.2)) return "(" + base + "^" + value(depth - 1) + ")";
    return "(" + base + one_of({"²", "^3", "^(-1)", "⁻²", "^0.5", "^1.7", "^5", "**4"}) + ")";
  }

  std::string call(int depth) {
    using expression::Operation;
    constexpr int first = static_cast<int>(Operation::abs);
    constexpr int last = static_cast<int>(Operation::min);
    const auto operation = static_cast<Operation>(first + pick(last - first + 1));
    const std::string name = expression::info_of(operation).name;
    std::string text = name + "(" + value(depth - 1);
    if (expression::info_of(operation).arity == 2) text += ", " + value(depth - 1);
    if (expression::takes_many(operation) && chance(0.2)) text += "," + value(depth - 1);
    return text + ")";
  }

  int pick(int count) { return static_cast<int>(random_.next() % static_cast<unsigned>(count)); }
  bool chance(double probability) { return random_.uniform() < probability; }
  std::string one_of(std::initializer_list<const char*> texts) {
    return texts.begin()[pick(static_cast<int>(texts.size()))];
  }

  Random& random_;
  int dimension_;
};

}  // namespace descent::testing
