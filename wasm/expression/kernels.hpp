#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "expression/fast.hpp"

// The rules as tables of functions, so that a tape chooses one per step by its number. Leaves have no
// rule; the first entry belongs to `first_rule`.
namespace descent::expression {

inline constexpr auto first_rule = static_cast<std::size_t>(Operation::negate);
inline constexpr std::size_t rule_count = operation_count - first_rule;

/// The rule at one pair of operands.
using PointKernel = Local (*)(double a, double b, double constant);

/// How many points are computed side by side: enough that choosing the rule costs nothing beside the
/// arithmetic, few enough that all slots of a usual formula stay in the fastest cache.
inline constexpr int lanes = 32;

/// Whether the derivatives of an operation are computed again on the way back, because keeping them takes
/// more time.
constexpr bool is_cheap(Operation operation) {
  return (operation >= Operation::negate && operation <= Operation::multiply) || operation == Operation::square ||
         operation == Operation::abs || operation == Operation::relu;
}

/// The rule at `lanes` pairs of operands; the derivatives are kept for order 1 only, where the operation
/// is not cheap, and the second where there is a second operand.
using LaneKernel = void (*)(const double* a, const double* b, double constant, double* value, double* by_a,
                            double* by_b);

/// The integer power of many numbers: the products of `integer_power`, in its order.
inline void integer_powers(const double* a, double n, double* __restrict to) {
  std::array<double, lanes> factor;
  for (std::size_t i = 0; i < lanes; ++i) factor[i] = a[i];
  for (std::size_t i = 0; i < lanes; ++i) to[i] = 1;
  for (auto rest = static_cast<unsigned>(std::abs(n)); rest != 0; rest >>= 1U) {
    if ((rest & 1U) != 0) {
      for (std::size_t i = 0; i < lanes; ++i) to[i] *= factor[i];
    }
    for (std::size_t i = 0; i < lanes; ++i) factor[i] *= factor[i];
  }
  if (n >= 0) return;
  for (std::size_t i = 0; i < lanes; ++i) to[i] = 1 / to[i];
}

template <int order, Operation operation>
void at_lanes(const double* a, const double* b, double constant, double* __restrict value, double* __restrict by_a,
              double* __restrict by_b) {
  if constexpr (operation == Operation::integer_power) {
    integer_powers(a, constant, value);
    if constexpr (order == 0) return;
    integer_powers(a, constant - 1, by_a);
    for (int i = 0; i < lanes; ++i) by_a[i] *= constant;
    return;
  }
  const auto keep = [&](int i, const Local& local) {
    value[i] = local.value;
    if constexpr (order > 0 && !is_cheap(operation)) {
      by_a[i] = local.a;
      if constexpr (is_binary(operation)) by_b[i] = local.b;
    }
  };
  if constexpr (has_fast<operation>) {
    std::uint64_t unusual = 0;
    for (int i = 0; i < lanes; ++i) {
      keep(i, fast(Of<operation>{}, a[i]));
      unusual |= usual(Of<operation>{}, a[i]) ? 0U : 1U;
    }
    if (unusual == 0) return;
    for (int i = 0; i < lanes; ++i) {
      if (!usual(Of<operation>{}, a[i])) keep(i, rule<order>(Of<operation>{}, a[i], 0, constant));
    }
  } else {
    for (int i = 0; i < lanes; ++i) keep(i, rule<order>(Of<operation>{}, a[i], b[i], constant));
  }
}

/// Passes the adjoints of a step to its first or second operand, the chain rule backwards.
using BackKernel = void (*)(const double* adjoint, const double* a, const double* b, const double* kept, double* to,
                            bool adds);

template <Operation operation, bool second>
void back_lanes(const double* adjoint, const double* a, const double* b, const double* kept, double* __restrict to,
                bool adds) {
  const auto change = [&](int i) {
    if constexpr (!is_cheap(operation)) return adjoint[i] * kept[i];
    const Local local = rule<1>(Of<operation>{}, a[i], b[i], 0);
    return adjoint[i] * (second ? local.b : local.a);
  };
  if (adds) {
    for (int i = 0; i < lanes; ++i) to[i] += change(i);
  } else {
    for (int i = 0; i < lanes; ++i) to[i] = change(i);
  }
}

/// A table with one entry per rule.
template <typename Kernel, typename Choose>
constexpr auto table_of(Choose choose) {
  return [&]<std::size_t... offset>(std::index_sequence<offset...>) {
    return std::array<Kernel, rule_count>{choose(std::integral_constant<std::size_t, first_rule + offset>{})...};
  }
  (std::make_index_sequence<rule_count>{});
}

constexpr std::size_t place_of(Operation operation) { return static_cast<std::size_t>(operation) - first_rule; }

template <int order>
PointKernel point_kernel(Operation operation) {
  static constexpr auto table = table_of<PointKernel>(
      [](auto place) -> PointKernel { return &local<order, static_cast<Operation>(place.value)>; });
  return table[place_of(operation)];
}

template <int order>
LaneKernel lane_kernel(Operation operation) {
  static constexpr auto table = table_of<LaneKernel>(
      [](auto place) -> LaneKernel { return &at_lanes<order, static_cast<Operation>(place.value)>; });
  return table[place_of(operation)];
}

template <bool second>
BackKernel back_kernel(Operation operation) {
  // All operations whose derivatives were kept share one.
  static constexpr auto table = table_of<BackKernel>([](auto place) -> BackKernel {
    constexpr auto given = static_cast<Operation>(place.value);
    return &back_lanes < is_cheap(given) ? given : Operation::power, second && is_binary(given) > ;
  });
  return table[place_of(operation)];
}

}  // namespace descent::expression
