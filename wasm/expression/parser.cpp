#include "expression/parser.hpp"

#include <optional>
#include <utility>

#include "expression/lexer.hpp"
#include "expression/remedy.hpp"

namespace descent::expression {
namespace {

using Kind = Token::Kind;

constexpr int nothing = -1;  // in place of a node once an error was found

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<Tree> run() {
    if (here().kind == Kind::end) {
      return Error{"formula", "The formula is empty.", "Write one, such as `x^2 + 5`.", 0};
    }
    tree_.root = sum();
    if (!error_ && here().kind != Kind::end) refuse_rest();
    if (error_) return std::move(*error_);
    tree_.variables = variables();
    return std::move(tree_);
  }

 private:
  std::vector<std::string> variables() const {
    if (family_ == w) return {"w"};
    if (family_ == w1) return {"w1", "w2"};
    if (uses_y_) return {"x", "y"};
    return {"x"};
  }

  // sum := product { (+ | -) product }
  int sum() {
    int left = product();
    while (!error_ && (is('+') || is('-'))) {
      const Operation operation = is('+') ? Operation::add : Operation::subtract;
      const int position = take().position;
      left = binary(operation, left, product(), position);
    }
    return left;
  }

  // product := signed { (* | /) signed | power }, where the last is multiplied without a sign
  int product() {
    int left = signed_power();
    while (!error_) {
      const int position = here().position;
      if (is('*') || is('/')) {
        const Operation operation = is('*') ? Operation::multiply : Operation::divide;
        take();
        left = binary(operation, left, signed_power(), position);
      } else if (begins_factor()) {
        left = binary(Operation::multiply, left, power(), position);
      } else {
        break;
      }
    }
    return left;
  }

  // signed := { + | - } power
  int signed_power() {
    if (!is('+') && !is('-')) return power();
    const Token sign = take();
    if (!enter(sign.position)) return nothing;
    const int operand = signed_power();
    --depth_;
    return sign.sign == '-' ? unary(Operation::negate, operand, sign.position) : operand;
  }

  // power := value [ raised figures | ^ signed ]; a chain of ^ is read from the right
  int power() {
    const bool root = is('r');
    const int base = root ? root_sign() : value();
    if (error_ || (here().kind != Kind::exponent && !is('^'))) return base;
    const Token sign = take();
    if (root) {
      return refuse(sign.position, "It is not clear how far this root reaches.",
                    "Put what belongs under the root in parentheses, as in `sqrt(x^2)` or `sqrt(x)^2`.");
    }
    if (sign.kind == Kind::exponent) return raised(base, sign);
    if (!enter(sign.position)) return nothing;
    const int exponent = signed_power();
    --depth_;
    return binary(Operation::power, base, exponent, sign.position);
  }

  int raised(int base, const Token& exponent) {
    if (is('^') || here().kind == Kind::exponent) {
      return refuse(here().position, "Here a second exponent follows the first.",
                    "Say with parentheses which of them comes first.");
    }
    const int number = tree_.add({Operation::number, -1, -1, exponent.value, exponent.position});
    return binary(Operation::power, base, number, exponent.position);
  }

  // The root sign covers the one value that follows it.
  int root_sign() {
    const int position = take().position;
    if (!enter(position)) return nothing;
    const int operand = is('r') ? root_sign() : value();
    --depth_;
    return unary(Operation::sqrt, operand, position);
  }

  // value := number | variable | constant | function ( sum { , sum } ) | ( sum ) | '|' sum '|'
  int value() {
    const Token token = here();
    if (token.kind == Kind::number) {
      take();
      return tree_.add({Operation::number, -1, -1, token.value, token.position});
    }
    if (token.kind == Kind::word) return named();
    if (is('(')) return enclosed();
    if (is('|')) return magnitude();
    return refuse_value();
  }

  int enclosed() {
    const int open = take().position;
    const int inside = nested(open, false);
    if (!close(open, "parenthesis")) return nothing;
    return inside;
  }

  // A bar closes as soon as it can: |x|y| is |x| times y, and then a bar too many.
  int magnitude() {
    const int open = take().position;
    const int inside = nested(open, true);
    if (error_) return nothing;
    if (!is('|')) {
      return refuse(
          here().position,
          before_what() + "a bar was expected, to close the one at character " + std::to_string(open + 1) + ".",
          "Write `|` there, or use `abs( )`.");
    }
    take();
    return unary(Operation::abs, inside, open);
  }

  int nested(int position, bool in_bars) {
    if (!enter(position)) return nothing;
    const bool outside = std::exchange(in_bars_, in_bars);
    const int inside = sum();
    in_bars_ = outside;
    --depth_;
    return inside;
  }

  int named() {
    const Token token = take();
    const Name name = find_name(token.text);
    switch (name.kind) {
      case Name::Kind::variable:
        return variable(name, token);
      case Name::Kind::constant:
        return tree_.add({name.operation, -1, -1, 0, token.position});
      case Name::Kind::function:
        return call(name.operation, token);
      default:
        return refuse(token.position, "There is no function or variable `" + shortened(token.text) + "`.",
                      remedy_for(token.text));
    }
  }

  int variable(const Name& name, const Token& token) {
    const int family = name.variable < w ? x : name.variable == w ? w : w1;
    if (family_ == none) family_ = family;
    if (family != family_) {
      return refuse(token.position, "`" + token.text + "` does not go together with `" + variable_names[family_] + "`.",
                    "Keep to `x` and `y`, or to `w`, or to `w1` and `w2`.");
    }
    const int place = name.variable - family;
    uses_y_ = uses_y_ || (family == x && place == 1);
    return tree_.add({Operation::variable, -1, -1, static_cast<double>(place), token.position});
  }

  int call(Operation function, const Token& token) {
    if (!is('(')) return refuse_bare_function(token);
    const int open = take().position;
    int result = nested(open, false);
    int count = 1;
    while (!error_ && is(',')) {
      const int position = take().position;
      const int next = nested(position, false);
      ++count;
      if (count <= 2 || takes_many(function)) result = binary(function, result, next, token.position);
    }
    if (!close(open, "parenthesis")) return nothing;
    const int arity = info_of(function).arity;
    if (count == arity || (takes_many(function) && count >= 2)) {
      return arity == 1 ? unary(function, result, token.position) : result;
    }
    const std::string wanted = arity == 1 ? "one value" : takes_many(function) ? "two values or more" : "two values";
    return refuse(token.position,
                  "`" + token.text + "` takes " + wanted + ", but " + std::to_string(count) +
                      (count == 1 ? " is given." : " are given."),
                  arity == 1 ? "Write `" + token.text + "(x)`; decimals are written with a point."
                             : "Write `" + token.text + "(x, y)`.");
  }

  /// Whether what comes next is multiplied with what stood before.
  bool begins_factor() const { return here().kind == Kind::word || is('(') || is('r') || (is('|') && !in_bars_); }

  int unary(Operation operation, int operand, int position) {
    if (error_) return nothing;
    return tree_.add({operation, operand, -1, 0, position});
  }
  int binary(Operation operation, int left, int right, int position) {
    if (error_) return nothing;
    return tree_.add({operation, left, right, 0, position});
  }

  bool enter(int position) {
    if (++depth_ <= max_depth) return true;
    refuse(position, "The formula is nested deeper than " + std::to_string(max_depth) + " levels here.",
           "Write it with fewer parentheses, signs or exponents inside each other.");
    return false;
  }

  bool close(int open, const char* what) {
    if (error_) return false;
    if (is(')')) {
      take();
      return true;
    }
    if (is_separator()) {
      refuse_separator();
    } else if (here().kind == Kind::end || is('|')) {
      refuse(here().position,
             before_what() + "a closing " + what + " was expected, for the one opened at character " +
                 std::to_string(open + 1) + ".",
             "Write `)` there.");
    } else {
      refuse_rest();
    }
    return false;
  }

  // What is said when something else was expected.

  int refuse_value() {
    std::string remedy = "Write a number, a variable such as `x`, or something in parentheses.";
    if (is('^')) remedy = "Write what is raised before the `^`, as in `x^2`.";
    if (is('*') || is('/')) remedy = "Write a factor on each side, as in `2*x`.";
    if (is(','))
      remedy = "A comma stands between the values of a function only; write decimals with a point, as in `0.5`.";
    return refuse(here().position, before_what() + "a number, a variable or a function was expected.",
                  std::move(remedy));
  }

  int refuse_bare_function(const Token& token) {
    const std::string& name = token.text;
    const bool raised = is('^') || here().kind == Kind::exponent;
    return refuse(here().position,
                  before_what() + "an opening parenthesis was expected, for `" + name + "` is a function.",
                  raised ? "Write the exponent behind it, as in `" + name + "(x)^2`." : "Write `" + name + "(x)`.");
  }

  void refuse_separator() {
    refuse(
        here().position, "This comma separates nothing.",
        "Write decimals with a point, as in `0.5`; commas stand between the values of `min`, `max` and `atan2` only.");
  }

  void refuse_rest() {
    if (is_separator()) return refuse_separator();
    if (is(')')) {
      refuse(here().position, "This parenthesis closes nothing.", "Leave it out, or open it with `(` before.");
    } else if (here().kind == Kind::number) {
      refuse(here().position, "This number follows a value without a sign between them.",
             "Write `*` or `^` between them; only names and parentheses multiply without a sign.");
    } else {
      refuse(here().position, before_what() + "a sign such as `+` or `*` was expected.", "Write one there.");
    }
  }

  std::string before_what() const {
    switch (here().kind) {
      case Kind::end:
        return "The formula ends, but ";
      case Kind::sign:
        return std::string("Before `") + (is('r') ? "√" : std::string(1, here().sign)) + "` ";
      default:
        return "Before `" + shortened(here().text) + "` ";
    }
  }

  static std::string shortened(const std::string& word) {
    constexpr std::size_t longest = 24;
    return word.size() <= longest ? word : word.substr(0, longest) + "...";
  }

  int refuse(int position, std::string message, std::string remedy) {
    if (!error_) error_ = Error{"formula", std::move(message), std::move(remedy), position};
    return nothing;
  }

  const Token& here() const { return tokens_[at_]; }
  bool is(char sign) const { return here().kind == Kind::sign && here().sign == sign; }
  bool is_separator() const { return is(','); }
  Token take() { return tokens_[here().kind == Kind::end ? at_ : at_++]; }

  /// Families of variables, by the place of their first in `variable_names`.
  enum { none = -1, x = 0, w = 2, w1 = 3 };

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Tree tree_;
  int depth_ = 0;
  bool in_bars_ = false;  // whether a bar here closes one that is open
  int family_ = none;
  bool uses_y_ = false;
  std::optional<Error> error_;
};

}  // namespace

Result<Tree> parse(std::string_view text) {
  auto tokens = tokenize(text);
  if (!tokens.ok()) return tokens.error();
  return Parser(std::move(tokens.value())).run();
}

}  // namespace descent::expression
