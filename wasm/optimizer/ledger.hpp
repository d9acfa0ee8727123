#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/eigen.hpp"
#include "core/text.hpp"

// The arithmetic of a step, written once and run in two ways. An update rule is a template over a
// "book". With a `PlainBook` its numbers are bare scalars and naming one costs nothing: that is the
// step. With a `Ledger` its numbers remember the operations that made them, and naming one writes a
// term down: that is the explanation. Both come from the same lines of code, so they cannot drift.

namespace descent {

/// What a number in an update stands for.
enum class Role { parameter, gradient, rate, hyperparameter, state, step, result };

/// A named quantity of an update rule.
struct Quantity {
  const char* symbol;  ///< name in other terms' expressions; unique within a rule
  const char* tex;
  const char* label;  ///< a few words, e.g. `was at`
  Role role;
};

/// A quantity as a reader meets it: of several of a kind, `lambda` becomes `lambda_2`.
struct NamedQuantity {
  NamedQuantity(const Quantity& quantity, Index number);
  std::string symbol;
  std::string tex;
  const char* label;
  Role role;
};

/// One quantity of one update, with the operations that made it.
struct Term {
  NamedQuantity quantity;
  double value;
  std::string expression;  ///< empty for an input
};

/// A book that keeps nothing. `number` (from 1) tells quantities of a kind apart.
template <typename Scalar>
struct PlainBook {
  using Number = Scalar;
  Number input(const Quantity& /*quantity*/, double value, Index /*number*/ = 0) const {
    return static_cast<Scalar>(value);
  }
  Number name(const Quantity& /*quantity*/, Number value, Index /*number*/ = 0) const { return value; }
};

/// How tightly an expression's outermost operation binds.
enum class Binding { sum, product, sign, atom };

/// A number that remembers, as text, the operations that made it.
struct Traced {
  Traced(double number);
  Traced(double number, std::string expression, Binding outermost);
  // Every rule copies many of them: defined once, elsewhere, they do not become part of each rule.
  Traced(const Traced& other);
  Traced& operator=(const Traced& other);
  ~Traced();

  double value;
  std::string text;
  Binding binding;
};

/// The value alone, for what is kept until the next update.
template <typename Scalar>
Scalar bare(Scalar number) {
  return number;
}
inline double bare(const Traced& number) { return number.value; }

/// A book that writes every named quantity down, in the order of computation.
class Ledger {
 public:
  using Number = Traced;

  Number input(const Quantity& quantity, double value, Index number = 0);
  Number name(const Quantity& quantity, const Number& value, Index number = 0);
  const std::vector<Term>& terms() const { return terms_; }

 private:
  Number write(const Quantity& quantity, Index number, double value, const std::string& expression);

  std::vector<Term> terms_;
};

/// What update rules may use besides + - * /. Only operations that IEEE 754 rounds correctly belong
/// here, because a reader's calculator must arrive at the same bits: there is no power, so a rule
/// that needs beta^t carries the running product instead.
namespace arithmetic {

template <typename Scalar>
Scalar sqrt(Scalar x) {
  return std::sqrt(x);
}
template <typename Scalar>
Scalar abs(Scalar x) {
  return std::abs(x);
}
template <typename Scalar>
Scalar max(Scalar a, Scalar b) {
  return a < b ? b : a;
}
template <typename Scalar>
Scalar min(Scalar a, Scalar b) {
  return b < a ? b : a;
}
template <typename Scalar>
Scalar sign(Scalar x) {
  return static_cast<Scalar>(static_cast<int>(x > Scalar(0)) - static_cast<int>(x < Scalar(0)));
}

Traced sqrt(const Traced& x);
Traced abs(const Traced& x);
Traced max(const Traced& a, const Traced& b);
Traced min(const Traced& a, const Traced& b);
Traced sign(const Traced& x);

}  // namespace arithmetic

Traced operator+(const Traced& a, const Traced& b);
Traced operator-(const Traced& a, const Traced& b);
Traced operator*(const Traced& a, const Traced& b);
Traced operator/(const Traced& a, const Traced& b);
Traced operator-(const Traced& a);

}  // namespace descent
