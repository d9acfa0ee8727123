#include "data/number.hpp"

#include <algorithm>
#include <cmath>

#include "core/decimal.hpp"
#include "core/letters.hpp"
#include "core/utf8.hpp"

namespace descent {
namespace {

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

/// Whether commas part the digits before a point into groups of three, as in -1,024 or 1,024,000.5.
bool is_grouped(std::string_view text) {
  constexpr std::size_t group = 3;
  std::size_t at = text.substr(0, 1) == "-" || text.substr(0, 1) == "+" ? 1 : 0;
  std::size_t run = 0;
  bool any = false;
  for (; at <= text.size(); ++at) {
    if (at < text.size() && is_digit(text[at])) {
      ++run;
      continue;
    }
    if (run == 0 || run > group || (any && run != group)) return false;
    if (at == text.size() || text[at] != ',') break;
    any = true;
    run = 0;
  }
  return any;
}

/// What a reader probably meant by a text that is no number.
Error diagnose(std::string_view text) {
  std::string together(text);
  together.erase(std::remove(together.begin(), together.end(), ','), together.end());
  const bool grouped = is_grouped(text) && Scanner(together).decimal();
  std::string pointed(text);
  if (const auto comma = pointed.find(','); comma != std::string::npos) {
    pointed[comma] = '.';
    const bool decimal = Scanner(pointed).decimal();
    if (decimal && grouped) {
      return {"", "written with a comma, which may mean two things", "Write " + together + " or " + pointed + "."};
    }
    if (decimal) return {"", "written with a decimal comma", "Write a decimal point: " + pointed};
    if (grouped) return {"", "written with commas within", "Write " + together + " without them."};
  }
  if (const Character first = text.empty() ? Character{} : first_character(text); is_dash(first.code)) {
    const std::string rest(text.substr(static_cast<std::size_t>(first.bytes)));
    return {"", "written with a typographic minus", "Write a hyphen: -" + printable(rest)};
  }
  if (text.substr(0, 1) == "#") {
    return {"", "a spreadsheet's word for a missing value", "Write a number there, or leave the row out."};
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
