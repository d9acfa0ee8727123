#include "optimizer/ledger.hpp"

namespace descent {
namespace {

std::string wrapped(const Traced& number, bool parentheses) {
  if (!parentheses) return number.text;
  std::string text = "(";
  return text.append(number.text).append(")");
}

/// Evaluation runs left to right, so a right operand that binds no tighter than the operation keeps
/// its parentheses: a - (b + c), but also a + (b + c), which rounds differently from a + b + c.
Traced joined(double value, const Traced& a, const char* operation, const Traced& b, Binding binding) {
  const bool wrap_left = a.binding < binding;
  const bool wrap_right = b.binding <= binding || b.binding == Binding::sign;
  return {value, wrapped(a, wrap_left) + operation + wrapped(b, wrap_right), binding};
}

Traced called(double value, const char* function, const std::string& arguments) {
  return {value, std::string(function) + "(" + arguments + ")", Binding::atom};
}

}  // namespace

NamedQuantity::NamedQuantity(const Quantity& quantity, Index number)
    : symbol(quantity.symbol), tex(quantity.tex), label(quantity.label), role(quantity.role) {
  if (number == 0) return;
  symbol += "_" + std::to_string(number);
  tex += "_{" + std::to_string(number) + "}";
}

Traced::Traced(double number)
    : value(number), text(text_of(number)), binding(number < 0 ? Binding::sign : Binding::atom) {}
Traced::Traced(double number, std::string expression, Binding outermost)
    : value(number), text(std::move(expression)), binding(outermost) {}
Traced::Traced(const Traced& other) = default;
Traced& Traced::operator=(const Traced& other) = default;
Traced::~Traced() = default;

Traced Ledger::input(const Quantity& quantity, double value, Index number) {
  return write(quantity, number, value, {});
}

Traced Ledger::name(const Quantity& quantity, const Traced& value, Index number) {
  return write(quantity, number, value.value, value.text);
}

Traced Ledger::write(const Quantity& quantity, Index number, double value, const std::string& expression) {
  terms_.push_back({NamedQuantity(quantity, number), value, expression});
  return {value, terms_.back().quantity.symbol, Binding::atom};
}

Traced operator+(const Traced& a, const Traced& b) { return joined(a.value + b.value, a, " + ", b, Binding::sum); }
Traced operator-(const Traced& a, const Traced& b) { return joined(a.value - b.value, a, " - ", b, Binding::sum); }
Traced operator*(const Traced& a, const Traced& b) { return joined(a.value * b.value, a, " * ", b, Binding::product); }
Traced operator/(const Traced& a, const Traced& b) { return joined(a.value / b.value, a, " / ", b, Binding::product); }
Traced operator-(const Traced& a) {
  std::string text = "-";
  return {-a.value, text.append(wrapped(a, a.binding != Binding::atom)), Binding::sign};
}

namespace arithmetic {

Traced sqrt(const Traced& x) { return called(sqrt(x.value), "sqrt", x.text); }
Traced abs(const Traced& x) { return called(abs(x.value), "abs", x.text); }
Traced max(const Traced& a, const Traced& b) { return called(max(a.value, b.value), "max", a.text + ", " + b.text); }
Traced min(const Traced& a, const Traced& b) { return called(min(a.value, b.value), "min", a.text + ", " + b.text); }
Traced sign(const Traced& x) { return called(sign(x.value), "sign", x.text); }

}  // namespace arithmetic
}  // namespace descent
