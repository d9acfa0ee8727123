#include "expression/remedy.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/letters.hpp"
#include "core/text.hpp"
#include "expression/operation.hpp"

namespace descent::expression {
namespace {

/// A function elsewhere, and how it is written here.
struct Foreign {
  const char* names;  ///< in lower case, each between blanks
  const char* text;   ///< a formula; or where none would be the same, a sentence
};

constexpr Foreign foreign[] = {
    {" pow power ", "x^2"},
    {" sqr square ", "x^2"},
    {" cube ", "x^3"},
    {" cbrt curt ", "sign(x) abs(x)^(1/3)"},
    {" root rt wurzel ", "sqrt(x)"},
    {" rsqrt ", "1/sqrt(x)"},
    {" hypot ", "sqrt(x^2 + y^2)"},
    {" lg ", "log10(x)"},
    {" ld lb ", "log2(x)"},
    {" log1p ", "log(1 + x)"},
    {" expm1 ", "exp(x) - 1"},
    {" exp2 ", "2^x"},
    {" exp10 ", "10^x"},
    {" sec ", "1/cos(x)"},
    {" csc cosec ", "1/sin(x)"},
    {" cot ctg cotan cotg ", "1/tan(x)"},
    {" sech ", "1/cosh(x)"},
    {" csch cosech ", "1/sinh(x)"},
    {" coth ", "1/tanh(x)"},
    {" asinh arsinh arcsinh ", "log(x + sqrt(x^2 + 1))"},
    {" acosh arcosh arccosh ", "log(x + sqrt(x^2 - 1))"},
    {" atanh artanh arctanh ", "log((1 + x)/(1 - x))/2"},
    {" arctan2 ", "atan2(x, y)"},
    {" sen sinus ", "sin(x)"},
    {" cosine cosinus ", "cos(x)"},
    {" tg tangens tangent ", "tan(x)"},
    {" arctg atg ", "atan(x)"},
    {" sh ", "sinh(x)"},
    {" ch ", "cosh(x)"},
    {" th ", "tanh(x)"},
    {" sind ", "sin(x pi/180)"},
    {" cosd ", "cos(x pi/180)"},
    {" tand ", "tan(x pi/180)"},
    {" sinc ", "sin(x)/x"},
    {" sgn signum ", "sign(x)"},
    {" heaviside theta ", "step(x)"},
    {" fabs magnitude ", "abs(x)"},
    {" fmax maximum ", "max(x, y)"},
    {" fmin minimum ", "min(x, y)"},
    {" logit ", "log(x/(1 - x))"},
    {" logistic expit ", "sigmoid(x)"},
    {" swish silu ", "x sigmoid(x)"},
    {" lrelu prelu ", "max(0.01x, x)"},
    {" elu celu ", "max(x, exp(min(x, 0)) - 1)"},
    {" softsign ", "x/(1 + abs(x))"},
    {" gelu selu mish erf erfc gamma lgamma factorial fact ",
     "There is no such function here; write a formula for it."},
    {" floor ceil round trunc int mod fmod rem frac ",
     "There are no whole parts and remainders; `step` jumps, and `sin` repeats."},
    {" sum prod product ", "Write the terms or factors out."},
    {" diff int integral grad ", "Write the result out; the derivative is shown beside the formula."},
    {" if where piecewise ", "Use `max`, `min`, `abs` or `step` for what happens on one side only."},
    {" inf infinity nan i j ", "A formula is made of finite real numbers."},
};

std::string of_foreign(const std::string& word) {
  const std::string wanted = std::string(" ").append(lower_case(word)).append(" ");
  for (const Foreign& entry : foreign) {
    if (std::string(entry.names).find(wanted) == std::string::npos) continue;
    const std::string text = entry.text;
    return text.back() == '.' ? text : "Write `" + text + "`.";
  }
  return {};
}

/// `word` as a product of variables and constants, for example `e*x`; empty when it is none.
std::string as_product(std::string_view word) {
  if (word.empty()) return {};
  for (std::size_t length = word.size(); length > 0; --length) {
    const Name name = find_name(word.substr(0, length));
    if (name.kind != Name::Kind::variable && name.kind != Name::Kind::constant) continue;
    std::string first(word.substr(0, length));
    if (length == word.size()) return first;
    const std::string rest = as_product(word.substr(length));
    if (!rest.empty()) return first.append("*").append(rest);
  }
  return {};
}

/// `sinx` as `sin(x)`; empty when it is nothing of that kind.
std::string as_call(std::string_view word) {
  for (std::size_t length = word.size() - 1; length > 1; --length) {
    if (find_name(word.substr(0, length)).kind != Name::Kind::function) continue;
    const std::string argument = as_product(word.substr(length));
    if (!argument.empty()) return std::string(word.substr(0, length)) + "(" + argument + ")";
  }
  return {};
}

std::string digits_of(const std::string& word) {
  std::string digits;
  std::copy_if(word.begin(), word.end(), std::back_inserter(digits), is_digit);
  return digits;
}

/// The names of which a word may be a slip of the hand: one in another case, or in four letters or more all
/// that differ by one letter. A figure makes another name.
std::vector<std::string> misspelt(const std::string& word) {
  const std::string lower = lower_case(word);
  std::vector<std::string> found;
  for (const std::string& name : all_names()) {
    if (name == lower) return {name};
    constexpr std::size_t shortest = 4;
    const bool comparable = word.size() >= shortest && name.size() + 1 >= shortest;
    if (comparable && digits_of(name) == digits_of(word) && is_one_edit_apart(lower, name)) found.push_back(name);
  }
  return found;
}

/// The base of `log3`; empty where the word is none of that kind.
std::string log_base(const std::string& word) {
  const std::string base = word.substr(0, 3) == "log" ? word.substr(3) : "";
  return digits_of(base) == base ? base : "";
}

/// `x2`: a power, a multiple, or one of several variables.
std::string of_numbered(const std::string& word) {
  const std::string variable = word.substr(0, 1);
  const std::string pairs = variable == "w" ? "`w1` and `w2`" : "`x` and `y`, or `w1` and `w2`";
  if (word[1] < '2') return "Two variables are " + pairs + ".";
  return "Write `" + variable + "^" + word[1] + "` or `" + word[1] + variable + "`; two variables are " + pairs + ".";
}

}  // namespace

std::string remedy_for(const std::string& word) {
  constexpr std::size_t longest = 24;  // no product or call of names is worth guessing beyond
  if (word.size() > longest) return "Leave it out, or write it with the names of known functions.";
  if (word.size() == 2 && is_digit(word[1]) && find_name(word.substr(0, 1)).kind == Name::Kind::variable) {
    return of_numbered(word);
  }
  if (const std::string known = of_foreign(word); !known.empty()) return known;
  if (const std::string base = log_base(word); !base.empty()) return "Write `log(x)/log(" + base + ")`.";
  std::vector<std::string> guesses = {as_call(word)};
  if (guesses[0].empty()) guesses = {as_product(word)};
  if (guesses[0].empty()) guesses = misspelt(word);
  if (!guesses.empty()) return "Did you mean " + alternatives(guesses) + "?";
  return "Variables are `x` and `y`, or `w`, or `w1` and `w2`; constants `pi` and `e`.";
}

}  // namespace descent::expression
