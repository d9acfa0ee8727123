#include "expression/lexer.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "core/decimal.hpp"
#include "expression/operation.hpp"
#include "expression/utf8.hpp"

namespace descent::expression {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

constexpr std::uint32_t pi_letter = 0x3C0;

/// The sign that a character stands for; 0 where it stands for none.
char sign_of(std::uint32_t code) {
  switch (code) {
    case 0x2212:  // minus
    case 0x2013:  // en dash, which word processors put in its place
      return '-';
    case 0xB7:    // middle dot
    case 0x22C5:  // dot operator
    case 0x2217:  // asterisk operator
    case 0xD7:    // times
      return '*';
    case 0xF7:    // division sign
    case 0x2215:  // division slash
      return '/';
    case 0x221A:  // root
      return 'r';
    default:
      return code < 0x80 && std::string_view("+-*/^(),|").find(static_cast<char>(code)) != std::string_view::npos
                 ? static_cast<char>(code)
                 : '\0';
  }
}

bool is_space(std::uint32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) ||
         code == 0x202F || code == 0x205F || code == 0x2062 || code == 0x3000 || code == 0xFEFF;
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

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    constexpr std::size_t most_bytes = std::size_t{3} * max_length;  // a UTF-16 unit takes three bytes at most
    if (text_.size() > most_bytes) too_long();
    while (at_ < text_.size() && !error_) next();
    if (position_ > max_length) too_long();
    if (error_) return std::move(*error_);
    begin();
    tokens_.push_back(token(Token::Kind::end));
    return std::move(tokens_);
  }

 private:
  void next() {
    begin();
    if (position_ > max_length) return too_long();
    const Character here = character();
    if (is_space(here.code)) return step(here);
    if (is_digit(text_[at_]) || text_[at_] == '.') return number();
    if (is_letter(text_[at_]) || here.code == pi_letter) return word();
    if (raised_figure(here.code) >= 0 || here.code == raised_minus) return exponent();
    if (sign_of(here.code) != 0) return sign();
    refuse_character(here);
  }

  void too_long() {
    refuse(max_length, "The formula is longer than " + std::to_string(max_length) + " characters.",
           "Write a shorter one.");
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
    const auto is_any_of = [&](std::string_view letters) {
      return here.code < 0x80 && letters.find(static_cast<char>(here.code)) != std::string_view::npos;
    };
    const bool visible = here.code != broken && here.code > ' ' && (here.code < 0x7F || here.code >= 0xA0);
    const std::string shown = visible ? "`" + std::string(text_.substr(at_, static_cast<std::size_t>(here.bytes))) + "`"
                                      : std::string("This character");
    std::string remedy = "Leave it out; a formula is made of numbers, names, `+ - * / ^` and parentheses.";
    if (is_any_of("=")) remedy = "Leave out the `=` and what stands before it, as in `x^2 + 5`.";
    if (is_any_of("[]{}")) remedy = "Use ( and ).";
    if (is_any_of("\\$")) remedy = "Write plain text instead of TeX, as in `sqrt(x)/2`.";
    if (is_any_of("<>")) remedy = "Use `max`, `min`, `abs` or `step` for what happens on one side only.";
    refuse(position_, shown + " has no meaning in a formula.", std::move(remedy));
  }

  /// Marks where the token begins.
  void begin() {
    start_ = at_;
    start_position_ = position_;
  }
  Token token(Token::Kind kind) const { return {kind, 0, 0, written(), start_position_}; }
  std::string written() const { return std::string(text_.substr(start_, at_ - start_)); }

  Character character() const { return first_character(text_.substr(at_)); }
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

  void refuse(int position, std::string message, std::string remedy) {
    if (!error_) error_ = Error{"formula", std::move(message), std::move(remedy), position};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int position_ = 0;
  std::size_t start_ = 0;
  int start_position_ = 0;
  std::vector<Token> tokens_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view text) { return Lexer(text).run(); }

}  // namespace descent::expression
