#pragma once

#include <cmath>

#include "core/elementary.hpp"
#include "core/logarithm.hpp"
#include "core/sine.hpp"
#include "expression/rules.hpp"

// Rules a second time, without a branch, for the arguments nearly everybody asks for; over many points they
// become SIMD. `usual` says whether an argument is one of these, and for it the fast rule is the rule, for
// one point as for many, so that both give the same bits. Second derivatives are asked for one by one only,
// and have none.
namespace descent::expression {

inline bool usual(Of<O::sin>, double a) { return std::abs(a) <= 1e6; }
inline Local fast(Of<O::sin>, double a) {
  const auto [sine, cosine] = elementary::sin_cos(a);
  return {sine, cosine};
}

inline bool usual(Of<O::cos>, double a) { return std::abs(a) <= 1e6; }
inline Local fast(Of<O::cos>, double a) {
  const auto [sine, cosine] = elementary::sin_cos(a);
  return {cosine, -sine};
}

inline bool usual(Of<O::tan>, double a) { return std::abs(a) <= 1e6; }
inline Local fast(Of<O::tan>, double a) {
  const auto [sine, cosine] = elementary::sin_cos(a);
  const double t = sine / cosine;
  return {t, 1 + t * t};
}

inline bool usual(Of<O::exp>, double a) { return std::abs(a) <= 700; }
inline Local fast(Of<O::exp>, double a) {
  const double value = elementary::exp(a);
  return {value, value};
}

inline bool usual(Of<O::gauss>, double a) { return std::abs(a) <= 26; }
inline Local fast(Of<O::gauss>, double a) {
  const double value = elementary::exp(-a * a);
  return {value, -2 * a * value};
}

inline bool usual(Of<O::log>, double a) { return a >= 1e-300 && a <= 1e300; }
inline Local fast(Of<O::log>, double a) { return {elementary::log(a), 1 / a}; }

inline bool usual(Of<O::sigmoid>, double a) { return std::abs(a) <= 350; }
inline Local fast(Of<O::sigmoid>, double a) {
  const double smaller = elementary::exp(-std::abs(a));
  const double larger = 1 / (1 + smaller);
  const double s = (a < 0 ? smaller : 1.0) * larger;
  return {s, smaller * larger * larger};
}

inline bool usual(Of<O::tanh>, double a) { return std::abs(a) <= 20; }
inline Local fast(Of<O::tanh>, double a) {
  const auto [power, rest] = elementary::parts(2 * std::abs(a));
  const double growth = power * rest + (power - 1);  // e^(2 |a|) - 1
  const double t = std::copysign(growth / (growth + 2), a);
  // 1 - t^2 would lose every digit where t is near 1.
  return {t, 4 * (growth + 1) / ((growth + 2) * (growth + 2))};
}

/// sinh and cosh of |a|.
inline elementary::SinCos hyperbolic(double a) {
  const auto [power, rest] = elementary::parts(std::abs(a));
  const double growth = power * rest + (power - 1);  // e^|a| - 1
  const double share = growth / (growth + 1);
  return {0.5 * (growth + share), 1 + 0.5 * growth * share};
}

inline bool usual(Of<O::sinh>, double a) { return std::abs(a) <= 700; }
inline Local fast(Of<O::sinh>, double a) {
  const auto [sine, cosine] = hyperbolic(a);
  return {std::copysign(sine, a), cosine};
}

inline bool usual(Of<O::cosh>, double a) { return std::abs(a) <= 700; }
inline Local fast(Of<O::cosh>, double a) {
  const auto [sine, cosine] = hyperbolic(a);
  return {cosine, std::copysign(sine, a)};
}

template <Operation operation>
inline constexpr bool has_fast = requires {
  usual(Of<operation>{}, 0.0);
};

/// The rule at one pair of operands.
template <int order, Operation operation>
Local local(double a, double b, double constant) {
  if constexpr (order < 2 && has_fast<operation>) {
    if (usual(Of<operation>{}, a)) return fast(Of<operation>{}, a);
  }
  return rule<order>(Of<operation>{}, a, b, constant);
}

}  // namespace descent::expression
