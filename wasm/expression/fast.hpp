#pragma once

#include <cmath>

#include "core/elementary.hpp"
#include "core/logarithm.hpp"
#include "core/sine.hpp"
#include "expression/rules.hpp"

// Rules a second time, without a branch, for the arguments nearly everybody asks for; over many points they
// become SIMD. For an argument from `lowest` to `highest` the fast rule is the rule, for one point as for
// many, so that both give the same bits. Second derivatives are asked for one by one only, and have none.
//
// Such a rule takes one of three hard functions and finishes what that answers; the hard functions, which
// are long, are thus compiled once and not once per rule.
namespace descent::expression {

struct Pair {
  double first;
  double second;
};

using HardFunction = Pair (*)(double);

/// Sine and cosine.
inline Pair sin_cos(double x) {
  const auto [sine, cosine] = elementary::sin_cos(x);
  return {sine, cosine};
}

/// 2^n and e^r - 1, of which e^x = 2^n e^r is made; see `elementary::parts`.
inline Pair exp_parts(double x) {
  const auto [power, rest] = elementary::parts(x);
  return {power, rest};
}

/// The logarithm and its slope.
inline Pair log_slope(double x) { return {elementary::log(x), 1 / x}; }

/// e^x, and e^x - 1 with all its digits, of what `exp_parts` answers.
inline double whole_exp(Pair parts) { return parts.first + parts.first * parts.second; }
inline double exp_less_one(Pair parts) { return parts.first * parts.second + (parts.first - 1); }

/// A hard function at one place, in a place of its own.
template <HardFunction hard>
[[gnu::noinline]] Pair once(double x) {
  return hard(x);
}

/// The fast rule of an operation, where it has one.
template <Operation operation>
struct Fast;

/// What most rules give the hard function: their own argument.
struct Plain {
  static double argument(double a) { return a; }
};

template <>
struct Fast<O::sin> : Plain {
  static constexpr double lowest = -1e6, highest = 1e6;
  static constexpr HardFunction hard = sin_cos;
  static Local finish(double, Pair of) { return {of.first, of.second}; }
};

template <>
struct Fast<O::cos> : Plain {
  static constexpr double lowest = -1e6, highest = 1e6;
  static constexpr HardFunction hard = sin_cos;
  static Local finish(double, Pair of) { return {of.second, -of.first}; }
};

template <>
struct Fast<O::tan> : Plain {
  static constexpr double lowest = -1e6, highest = 1e6;
  static constexpr HardFunction hard = sin_cos;
  static Local finish(double, Pair of) {
    const double t = of.first / of.second;
    return {t, 1 + t * t};
  }
};

template <>
struct Fast<O::exp> : Plain {
  static constexpr double lowest = -700, highest = 700;
  static constexpr HardFunction hard = exp_parts;
  static Local finish(double, Pair of) {
    const double value = whole_exp(of);
    return {value, value};
  }
};

template <>
struct Fast<O::gauss> {
  static constexpr double lowest = -26, highest = 26;
  static constexpr HardFunction hard = exp_parts;
  static double argument(double a) { return -a * a; }
  static Local finish(double a, Pair of) {
    const double value = whole_exp(of);
    return {value, -2 * a * value};
  }
};

template <>
struct Fast<O::log> : Plain {
  static constexpr double lowest = 1e-300, highest = 1e300;
  static constexpr HardFunction hard = log_slope;
  static Local finish(double, Pair of) { return {of.first, of.second}; }
};

template <>
struct Fast<O::sigmoid> {
  static constexpr double lowest = -350, highest = 350;
  static constexpr HardFunction hard = exp_parts;
  static double argument(double a) { return -std::abs(a); }
  static Local finish(double a, Pair of) {
    const double smaller = whole_exp(of);
    const double larger = 1 / (1 + smaller);
    const double s = (a < 0 ? smaller : 1.0) * larger;
    return {s, smaller * larger * larger};
  }
};

template <>
struct Fast<O::tanh> {
  static constexpr double lowest = -20, highest = 20;
  static constexpr HardFunction hard = exp_parts;
  static double argument(double a) { return 2 * std::abs(a); }
  static Local finish(double a, Pair of) {
    const double growth = exp_less_one(of);  // e^(2 |a|) - 1
    const double t = std::copysign(growth / (growth + 2), a);
    // 1 - t^2 would lose every digit where t is near 1.
    return {t, 4 * (growth + 1) / ((growth + 2) * (growth + 2))};
  }
};

/// Both are made of e^|a| - 1.
struct Hyperbolic {
  static constexpr double lowest = -700, highest = 700;
  static constexpr HardFunction hard = exp_parts;
  static double argument(double a) { return std::abs(a); }
  /// sinh(a) and cosh(a).
  static Pair both(double a, Pair of) {
    const double growth = exp_less_one(of);
    const double share = growth / (growth + 1);
    return {std::copysign(0.5 * (growth + share), a), 1 + 0.5 * growth * share};
  }
};

template <>
struct Fast<O::sinh> : Hyperbolic {
  static Local finish(double a, Pair of) {
    const auto [sine, cosine] = both(a, of);
    return {sine, cosine};
  }
};

template <>
struct Fast<O::cosh> : Hyperbolic {
  static Local finish(double a, Pair of) {
    const auto [sine, cosine] = both(a, of);
    return {cosine, sine};
  }
};

template <Operation operation>
inline constexpr bool has_fast = requires {
  Fast<operation>::hard;
};

}  // namespace descent::expression
