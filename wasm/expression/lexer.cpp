#include "expression/lexer.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "core/decimal.hpp"
#include "core/letters.hpp"
#include "core/utf8.hpp"
#include "expression/character.hpp"
#include "expression/operation.hpp"

namespace descent::expression {
namespace {

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

constexpr std::uint32_t pi_letter = 0x3C0;

/// The sign that a character stands for; 0 where it stands for none.
char sign_of(std::uint32_t code) {
  switch (code) {
    case 0x2212:  // minus
    case 0x2010:  // hyphen
    case 0x2011:  // hyphen at which no line breaks
    case 0x2012:  // dash as wide as a figure
    case 0x2013:  // en dash, which word processors put in its place
    case 0xFE63:  // small hyphen
      return '-';
    case 0xB7:    // middle dot
    case 0x22C5:  // dot operator
    case 0x2219:  // bullet operator
    case 0x2217:  // asterisk operator
    case 0xD7:    // times
    case 0x2715:  // multiplication x
      return '*';
    case 0xF7:    // division sign
    case 0x2215:  // division slash
    case 0x2044:  // fraction slash
      return '/';
    case 0x221A:  // root
      return 'r';
    default:
      return code < 0x80 && std::string_view("+-*/^(),|").find(static_cast<char>(code)) != std::string_view::npos
                 ? static_cast<char>(code)
                 : '\0';
  }
}

/// Blanks, and marks that came along from a web page or a word processor and show nothing.
bool is_space(std::uint32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x205F || code == 0x3000 || code == 0x2028 || code == 0x2029 || code == 0x202F || is_unseen(code);
}

/// The ASCII character that one of twice its width stands for; the character itself where it does not.
std::uint32_t narrow(std::uint32_t code) { return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code; }

/// A text with wide characters made narrow. Both are one unit of UTF-16, so that places stay.
std::string narrowed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Character here = first_character(text.substr(at));
    const std::uint32_t code = narrow(here.code);
    if (code < 0x80) {
      result += static_cast<char>(code);
    } else {
      result += text.substr(at, static_cast<std::size_t>(here.bytes));
    }
    at += static_cast<std::size_t>(here.bytes);
  }
  return result;
}

/// The figure that a raised or lowered character shows; -1 where it shows none.
int raised_figure(std::uint32_t code) {
  if (code == 0xB9) return 1;
  if (code == 0xB2 || code == 0xB3) return static_cast<int>(code - 0xB0);
  return code == 0x2070 || (code >= 0x2074 && code <= 0x2079) ? static_cast<int>(code - 0x2070) : -1;
}
int lowered_figure(std::uint32_t code) {
  return code >= 0x2080 && code <= 0x2089 ? static_cast<int>(code - 0x2080) : -1;
}
constexpr std::uint32_t raised_minus = 0x207B;

Error too_long() {
  return {"formula", "The formula is longer than " + std::to_string(max_length) + " characters.",
          "Write a shorter one.", max_length};
}

class Lexer {
 public:
  explicit Lexer(std::string text) : text_(std::move(text)) {}

  Result<std::vector<Token>> run() {
    while (at_ < text_.size() && !error_) next();
    if (position_ > max_length) refuse(too_long());
    if (error_) return std::move(*error_);
    begin();
    tokens_.push_back(token(Token::Kind::end));
    return std::move(tokens_);
  }

 private:
  void next() {
    begin();
    if (position_ > max_length) return refuse(too_long());
    const Character here = character();
    if (is_space(here.code)) return step(here);
    if (is_digit(text_[at_]) || text_[at_] == '.') return number();
    if (is_letter(text_[at_]) || here.code == pi_letter) return word();
    if (raised_figure(here.code) >= 0 || here.code == raised_minus) return exponent();
    if (sign_of(here.code) != 0) return sign();
    refuse_character(here);
  }

  void number() {
    const std::size_t whole = digits();
    std::size_t fraction = 0;
    if (at('.')) {
      advance(1);
      fraction = digits();
    }
    if (whole + fraction == 0)
      return refuse(start_position_, "A point stands alone here.", "Write a number, such as 0.5.");
    power_of_ten();
    if (at('.')) {
      return refuse(position_, "This number has a second decimal point.",
                    "Write one point, as in `" + written() + "`.");
    }
    Token result = token(Token::Kind::number);
    result.value = value_of(result.text);
    const bool vanished = result.value == 0 && result.text.find_first_of("123456789") < result.text.find_first_of("eE");
    if (!std::isfinite(result.value) || vanished) {
      return refuse(start_position_,
                    "The number `" + excerpt(result.text) + "` is too " + (vanished ? "small." : "large."),
                    "Keep between 1e-300 and 1e300 in magnitude.");
    }
    tokens_.push_back(std::move(result));
  }

  /// `e5`, `e-5`: but in `2e` and `2exp(x)` the letter begins a word.
  void power_of_ten() {
    if (!at('e') && !at('E')) return;
    std::size_t ahead = at_ + 1;
    if (ahead < text_.size() && (text_[ahead] == '+' || text_[ahead] == '-')) ++ahead;
    if (ahead >= text_.size() || !is_digit(text_[ahead])) return;
    advance(ahead - at_);
    digits();
  }

  void word() {
    std::string name;
    while (at_ < text_.size()) {
      const Character here = character();
      const bool letter_or_digit = is_letter(text_[at_]) || is_digit(text_[at_]);
      if (here.code == pi_letter && name.empty()) {
        step(here);
        name = "pi";
        break;
      }
      if (letter_or_digit) {
        name += text_[at_];
      } else if (lowered_figure(here.code) >= 0 && !name.empty()) {
        name += static_cast<char>('0' + lowered_figure(here.code));
      } else if (here.code != '_' || !digit_follows()) {
        break;
      }
      step(here);
    }
    if (is_product_of_variables(name)) return variables(name);
    Token result = token(Token::Kind::word);
    result.text = std::move(name);
    tokens_.push_back(std::move(result));
  }

  /// `xy` can only be x times y: no name is made of these two letters.
  static bool is_product_of_variables(const std::string& name) {
    return name.find_first_not_of("xy") == std::string::npos;
  }
  void variables(const std::string& name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
      tokens_.push_back({Token::Kind::word, 0, 0, name.substr(i, 1), start_position_ + static_cast<int>(i)});
    }
  }

  void exponent() {
    const bool negative = character().code == raised_minus;
    if (negative) step(character());
    double value = 0;
    bool any = false;
    while (at_ < text_.size() && raised_figure(character().code) >= 0) {
      value = 10 * value + raised_figure(character().code);
      step(character());
      any = true;
    }
    constexpr double largest = 1000;  // beyond it, nobody reads raised figures
    if (!any || value > largest) {
      return refuse(start_position_, any ? "This exponent is too large." : "A raised minus stands alone here.",
                    "Write the exponent after `^`.");
    }
    Token result = token(Token::Kind::exponent);
    result.value = negative ? -value : value;
    tokens_.push_back(std::move(result));
  }

  void sign() {
    const Character here = character();
    char sign = sign_of(here.code);
    step(here);
    if (here.code == '*' && at('*')) {
      advance(1);
      sign = '^';
    }
    Token result = token(Token::Kind::sign);
    result.sign = sign;
    tokens_.push_back(std::move(result));
  }

  void refuse_character(const Character& here) {
    const std::string bytes = text_.substr(at_, static_cast<std::size_t>(here.bytes));
    refuse(position_, shown(here.code, bytes) + " has no meaning in a formula.", remedy_for_character(here.code));
  }

  /// Marks where the token begins.
  void begin() {
    start_ = at_;
    start_position_ = position_;
  }
  Token token(Token::Kind kind) const { return {kind, 0, 0, written(), start_position_}; }
  std::string written() const { return text_.substr(start_, at_ - start_); }

  Character character() const { return first_character(std::string_view(text_).substr(at_)); }
  void step(const Character& here) {
    at_ += static_cast<std::size_t>(here.bytes);
    position_ += here.units;
  }
  void advance(std::size_t ascii) {
    at_ += ascii;
    position_ += static_cast<int>(ascii);
  }
  bool at(char letter) const { return at_ < text_.size() && text_[at_] == letter; }
  std::size_t digits() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) advance(1);
    return at_ - from;
  }

  bool digit_follows() const { return at_ + 1 < text_.size() && is_digit(text_[at_ + 1]); }

  static std::string excerpt(const std::string& ascii) {
    constexpr std::size_t longest = 24;
    return ascii.size() <= longest ? ascii : ascii.substr(0, longest) + "...";
  }

  void refuse(Error error) {
    if (!error_) error_ = std::move(error);
  }
  void refuse(int position, std::string message, std::string remedy) {
    refuse({"formula", std::move(message), std::move(remedy), position});
  }

  std::string text_;
  std::size_t at_ = 0;
  int position_ = 0;
  std::size_t start_ = 0;
  int start_position_ = 0;
  std::vector<Token> tokens_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view text) {
  constexpr std::size_t most_bytes = std::size_t{3} * max_length;  // a UTF-16 unit takes three bytes at most
  if (text.size() > most_bytes) return too_long();
  return Lexer(narrowed(text)).run();
}

}  // namespace descent::expression
