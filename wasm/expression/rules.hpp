#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>

#include "expression/compute.hpp"

// The arithmetic of every operation: its value at (a, b) and, as far as `order` asks for them, its
// first and second partial derivatives there. At a kink the derivative follows PyTorch: 0 for abs
// and relu, an even split where min or max have equal arguments (a Hessian takes a side instead; see
// evaluate.cpp). Outside its domain an operation gives NaN.
namespace descent::expression {

/// Chooses the rule of an operation.
template <Operation operation>
struct Of {};

using O = Operation;

// Signs. The third number is the constant of an operation that has one.

inline Local rule(Of<O::negate>, double a, double, double, int) { return {-a, -1}; }

inline Local rule(Of<O::add>, double a, double b, double, int) { return {a + b, 1, 1}; }

inline Local rule(Of<O::subtract>, double a, double b, double, int) { return {a - b, 1, -1}; }

inline Local rule(Of<O::multiply>, double a, double b, double, int) { return {a * b, b, a, 0, 1, 0}; }

inline Local rule(Of<O::divide>, double a, double b, double, int order) {
  const double q = a / b;
  if (order == 0) return {q};
  return {q, 1 / b, -q / b, 0, -1 / (b * b), 2 * q / (b * b)};
}

// Powers.

/// a^n by squaring; n is a whole number.
inline double integer_power(double a, double n) {
  double result = 1;
  double factor = a;
  for (auto rest = static_cast<unsigned>(std::abs(n)); rest != 0; rest >>= 1U) {
    if ((rest & 1U) != 0) result *= factor;
    factor *= factor;
  }
  return n < 0 ? 1 / result : result;
}

inline Local rule(Of<O::square>, double a, double, double, int) { return {a * a, 2 * a, 0, 2}; }

inline Local rule(Of<O::integer_power>, double a, double, double n, int order) {
  Local result = {integer_power(a, n)};
  if (order > 0) result.a = n * integer_power(a, n - 1);
  if (order > 1) result.aa = n * (n - 1) * integer_power(a, n - 2);
  return result;
}

inline Local rule(Of<O::constant_power>, double a, double, double c, int order) {
  Local result = {std::pow(a, c)};
  if (order > 0) result.a = c * std::pow(a, c - 1);
  if (order > 1) result.aa = c * (c - 1) * std::pow(a, c - 2);
  return result;
}

inline Local rule(Of<O::power>, double a, double b, double, int order) {
  const double value = std::pow(a, b);
  if (order == 0) return {value};
  // Along the base 0, a positive power stays 0 whatever the exponent: not 0 times log 0. At 0^0, where no
  // power stays, derivatives are those from the right: of x^x, -infinity.
  const double log = a == 0 && b > 0 ? 0 : std::log(a);
  const double slope = std::pow(a, b - 1);
  Local result = {value, b == 0 ? 0 : b * slope, value * log};
  if (order > 1) {
    result.aa = b == 0 || b == 1 ? 0 : b * (b - 1) * std::pow(a, b - 2);
    result.ab = b == 0 ? slope : slope * (1 + b * log);
    result.bb = value * log * log;
  }
  return result;
}

inline Local rule(Of<O::sqrt>, double a, double, double, int order) {
  const double root = std::sqrt(a);
  if (order == 0) return {root};
  return {root, 0.5 / root, 0, -0.25 / (a * root)};
}

// Exponentials and logarithms.

inline double sigmoid(double a) {
  const double smaller = std::exp(-std::abs(a));  // never overflows
  return (a < 0 ? smaller : 1.0) / (1 + smaller);
}

inline Local rule(Of<O::exp>, double a, double, double, int) {
  const double value = std::exp(a);
  return {value, value, 0, value};
}

inline Local rule(Of<O::gauss>, double a, double, double, int) {
  const double value = std::exp(-a * a);
  return {value, -2 * a * value, 0, (4 * a * a - 2) * value};
}

/// A logarithm whose unit is `ln_base` natural ones.
inline Local logarithm(double value, double a, double ln_base) {
  // Left of zero the function has no value, so the curve 1/a there is none of its slopes.
  const double slope = a < 0 ? std::numeric_limits<double>::quiet_NaN() : 1 / (a * ln_base);
  return {value, slope, 0, -slope / a};
}
inline Local rule(Of<O::log>, double a, double, double, int) { return logarithm(std::log(a), a, 1); }
inline Local rule(Of<O::log2>, double a, double, double, int) {
  return logarithm(std::log2(a), a, 0.693147180559945309417);
}
inline Local rule(Of<O::log10>, double a, double, double, int) {
  return logarithm(std::log10(a), a, 2.302585092994045684018);
}

inline Local rule(Of<O::sigmoid>, double a, double, double, int order) {
  const double s = sigmoid(a);
  if (order == 0) return {s};
  const double slope = s * sigmoid(-a);  // 1 - s would lose every digit where s is near 1
  return {s, slope, 0, slope * (1 - 2 * s)};
}

inline Local rule(Of<O::softplus>, double a, double, double, int order) {
  const double value = (a > 0 ? a : 0) + std::log1p(std::exp(-std::abs(a)));
  if (order == 0) return {value};
  const double s = sigmoid(a);
  return {value, s, 0, order > 1 ? s * sigmoid(-a) : 0};
}

// Trigonometric and hyperbolic functions.

inline Local rule(Of<O::sin>, double a, double, double, int order) {
  const double value = std::sin(a);
  return {value, order > 0 ? std::cos(a) : 0, 0, -value};
}

inline Local rule(Of<O::cos>, double a, double, double, int order) {
  const double value = std::cos(a);
  return {value, order > 0 ? -std::sin(a) : 0, 0, -value};
}

inline Local rule(Of<O::tan>, double a, double, double, int) {
  const double t = std::tan(a);
  return {t, 1 + t * t, 0, 2 * t * (1 + t * t)};
}

inline Local rule(Of<O::asin>, double a, double, double, int order) {
  const double value = std::asin(a);
  if (order == 0) return {value};
  const double square = (1 - a) * (1 + a);
  const double slope = 1 / std::sqrt(square);
  return {value, slope, 0, a * slope / square};
}

inline Local rule(Of<O::acos>, double a, double, double, int order) {
  const double value = std::acos(a);
  if (order == 0) return {value};
  const double square = (1 - a) * (1 + a);
  const double slope = -1 / std::sqrt(square);
  return {value, slope, 0, a * slope / square};
}

inline Local rule(Of<O::atan>, double a, double, double, int order) {
  const double value = std::atan(a);
  if (order == 0) return {value};
  const double slope = 1 / (1 + a * a);
  return {value, slope, 0, -2 * a * slope * slope};
}

inline Local rule(Of<O::atan2>, double a, double b, double, int order) {
  const double value = std::atan2(a, b);
  if (order == 0) return {value};
  const double square = a * a + b * b;
  const double both = square * square;
  return {value, b / square, -a / square, -2 * a * b / both, (a - b) * (a + b) / both, 2 * a * b / both};
}

inline Local rule(Of<O::sinh>, double a, double, double, int order) {
  const double value = std::sinh(a);
  return {value, order > 0 ? std::cosh(a) : 0, 0, value};
}

inline Local rule(Of<O::cosh>, double a, double, double, int order) {
  const double value = std::cosh(a);
  return {value, order > 0 ? std::sinh(a) : 0, 0, value};
}

inline Local rule(Of<O::tanh>, double a, double, double, int order) {
  const double t = std::tanh(a);
  if (order == 0) return {t};
  // 1 - t^2 would lose every digit where t is near 1.
  const double decay = std::exp(-2 * std::abs(a));
  const double slope = 4 * decay / ((1 + decay) * (1 + decay));
  return {t, slope, 0, -2 * t * slope};
}

// Pieces. NaN must pass through: a comparison alone would swallow it.

inline Local rule(Of<O::abs>, double a, double, double, int) {
  return {std::abs(a), static_cast<double>(a > 0) - static_cast<double>(a < 0)};
}

inline Local rule(Of<O::sign>, double a, double, double, int) {
  return {std::isnan(a) ? a : static_cast<double>(a > 0) - static_cast<double>(a < 0)};
}

inline Local rule(Of<O::step>, double a, double, double, int) {
  return {std::isnan(a) ? a : 0.5 * (static_cast<double>(a > 0) + static_cast<double>(a >= 0))};
}

inline Local rule(Of<O::relu>, double a, double, double, int) { return {a <= 0 ? 0 : a, static_cast<double>(a > 0)}; }

inline Local rule(Of<O::max>, double a, double b, double, int) {
  const double share = a > b ? 1 : a < b ? 0 : 0.5;
  return {a > b ? a : a <= b ? b : a + b, share, 1 - share};
}

inline Local rule(Of<O::min>, double a, double b, double, int) {
  const double share = a < b ? 1 : a > b ? 0 : 0.5;
  return {a < b ? a : a >= b ? b : a + b, share, 1 - share};
}

// Tables. Leaves have no rule.

inline constexpr auto first_rule = static_cast<std::size_t>(Operation::negate);

constexpr std::size_t place_of(Operation operation) { return static_cast<std::size_t>(operation) - first_rule; }

/// A table with one entry per rule, `choose(operation)`, the operation being a compile-time constant.
template <typename Entry, typename Choose>
constexpr auto table_of(Choose choose) {
  return [&]<std::size_t... place>(std::index_sequence<place...>) {
    return std::array<Entry, sizeof...(place)>{
        choose(std::integral_constant<Operation, static_cast<Operation>(first_rule + place)>{})...};
  }
  (std::make_index_sequence<operation_count - first_rule>{});
}

}  // namespace descent::expression
