#include "support/arithmetic.hpp"

#include <bit>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <set>

#include "core/text.hpp"

namespace descent::testing {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Sums of products of signed atoms, from left to right.
class Evaluator {
 public:
  Evaluator(const std::string& text, const std::vector<Term>& terms) : text_(text), terms_(terms) {}

  double whole() {
    const double value = sum();
    return at_ == text_.size() ? value : nothing;
  }

 private:
  char peek() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }

  double sum() {
    double value = product();
    for (;;) {
      if (take('+')) {
        value = value + product();
      } else if (take('-')) {
        value = value - product();
      } else {
        return value;
      }
    }
  }

  double product() {
    double value = signed_atom();
    for (;;) {
      if (take('*')) {
        value = value * signed_atom();
      } else if (take('/')) {
        value = value / signed_atom();
      } else {
        return value;
      }
    }
  }

  double signed_atom() { return take('-') ? -signed_atom() : atom(); }

  double atom() {
    if (take('(')) {
      const double value = sum();
      return take(')') ? value : nothing;
    }
    if (std::isdigit(static_cast<unsigned char>(peek())) != 0) {
      char* end = nullptr;
      const double value = std::strtod(text_.c_str() + at_, &end);
      at_ = static_cast<std::size_t>(end - text_.c_str());
      return value;
    }
    const std::string name = word();
    return take('(') ? call(name) : value_of(name);
  }

  std::string word() {
    std::string name;
    peek();
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_')) {
      name += text_[at_++];
    }
    return name;
  }

  double call(const std::string& function) {
    const double a = sum();
    const bool two = take(',');
    const double b = two ? sum() : nothing;
    if (!take(')')) return nothing;
    if (two && function == "max") return a < b ? b : a;
    if (two && function == "min") return b < a ? b : a;
    if (!two && function == "sqrt") return std::sqrt(a);
    if (!two && function == "abs") return std::abs(a);
    if (!two && function == "sign") return (a > 0 ? 1.0 : 0.0) - (a < 0 ? 1.0 : 0.0);
    return nothing;
  }

  double value_of(const std::string& symbol) const {
    for (const Term& term : terms_) {
      if (symbol == term.quantity.symbol) return term.value;
    }
    return nothing;
  }

  const std::string& text_;
  const std::vector<Term>& terms_;
  std::size_t at_ = 0;
};

}  // namespace

double evaluate(const std::string& expression, const std::vector<Term>& terms) {
  return Evaluator(expression, terms).whole();
}

std::string first_mistake(const std::vector<Term>& terms) {
  std::set<std::string> symbols;
  std::vector<Term> before;
  for (const Term& term : terms) {
    const std::string symbol = term.quantity.symbol;
    if (!symbols.insert(symbol).second) return "There are two terms `" + symbol + "`.";
    if (!term.expression.empty()) {
      const double rebuilt = evaluate(term.expression, before);
      if (std::bit_cast<std::uint64_t>(rebuilt) != std::bit_cast<std::uint64_t>(term.value)) {
        return symbol + " = " + term.expression + " gives " + text_of(rebuilt) + ", not " + text_of(term.value) + ".";
      }
    }
    before.push_back(term);
  }
  return before.empty() || before.back().quantity.role != Role::result ? "The last term is no result." : "";
}

}  // namespace descent::testing
