#pragma once

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

namespace descent::testing {

/// A reader's calculator for the expressions of an explanation: the grammar of `Term.expression` in
/// engine.d.ts, evaluated left to right in double precision. Shares nothing with the engine.
class Evaluator {
 public:
  explicit Evaluator(const std::map<std::string, double>& symbols) : symbols_(symbols) {}

  /// NaN when the text is not an expression over the symbols.
  double operator()(const std::string& text) {
    at_ = text.c_str();
    const double value = sum();
    skip();
    return *at_ == '\0' ? value : std::nan("");
  }

 private:
  void skip() {
    while (*at_ == ' ') ++at_;
  }
  bool take(char letter) {
    skip();
    if (*at_ != letter) return false;
    ++at_;
    return true;
  }
  double sum() {
    double left = product();
    while (true) {
      if (take('+')) {
        left = left + product();
      } else if (take('-')) {
        left = left - product();
      } else {
        return left;
      }
    }
  }
  double product() {
    double left = atom();
    while (true) {
      if (take('*')) {
        left = left * atom();
      } else if (take('/')) {
        left = left / atom();
      } else {
        return left;
      }
    }
  }
  double atom() {
    if (take('-')) return -atom();
    if (take('(')) {
      const double inner = sum();
      return take(')') ? inner : std::nan("");
    }
    skip();
    if ((*at_ >= '0' && *at_ <= '9') || *at_ == '.') {
      char* end = nullptr;
      const double number = std::strtod(at_, &end);
      at_ = end;
      return number;
    }
    std::string word;
    while (std::isalnum(static_cast<unsigned char>(*at_)) != 0 || *at_ == '_') word += *at_++;
    if (take('(')) return call(word);
    const auto found = symbols_.find(word);
    return found == symbols_.end() ? std::nan("") : found->second;
  }
  double call(const std::string& function) {
    const double a = sum();
    const bool two = take(',');
    const double b = two ? sum() : 0;
    if (!take(')')) return std::nan("");
    if (two && function == "max") return std::fmax(a, b);
    if (two && function == "min") return std::fmin(a, b);
    if (!two && function == "sqrt") return std::sqrt(a);
    if (!two && function == "abs") return std::fabs(a);
    if (!two && function == "sign") return a > 0 ? 1 : (a < 0 ? -1 : 0);
    return std::nan("");
  }

  const std::map<std::string, double>& symbols_;
  const char* at_ = nullptr;
};

}  // namespace descent::testing
