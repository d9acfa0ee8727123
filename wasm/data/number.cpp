#include "data/number.hpp"

#include <cmath>

#include "core/decimal.hpp"

namespace descent {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Walks over the decimal grammar.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool decimal() {
    sign();
    const std::size_t whole = digits();
    std::size_t fraction = 0;
    if (take('.')) fraction = digits();
    if (whole + fraction == 0) return false;
    if (take('e') || take('E')) {
      sign();
      if (digits() == 0) return false;
    }
    return at_ == text_.size();
  }

 private:
  bool take(char letter) {
    if (at_ >= text_.size() || text_[at_] != letter) return false;
    ++at_;
    return true;
  }
  void sign() {
    if (!take('+')) take('-');
  }
  std::size_t digits() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ - from;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// What a reader probably meant by a text that is no number.
Error diagnose(std::string_view text) {
  constexpr std::string_view minus_sign = "\xE2\x88\x92";
  std::string pointed(text);
  if (const auto comma = pointed.find(','); comma != std::string::npos) {
    pointed[comma] = '.';
    if (Scanner(pointed).decimal()) {
      return {"", "written with a decimal comma", "Write a decimal point: " + pointed};
    }
  }
  if (text.substr(0, minus_sign.size()) == minus_sign) {
    return {"", "written with a typographic minus", "Write a hyphen: -" + std::string(text.substr(3))};
  }
  return {"", "not a number", "Write a decimal number such as -12.5 or 3e4."};
}

}  // namespace

Result<double> parse_number(std::string_view text) {
  if (!Scanner(text).decimal()) return diagnose(text);
  const double value = value_of(std::string(text));
  if (!std::isfinite(value)) return Error{"", "too large", "Keep within 1.7e308 in magnitude."};
  return value;
}

}  // namespace descent
