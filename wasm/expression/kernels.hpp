#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "expression/rules.hpp"

// The rules as tables of functions, so that a tape chooses one per step by its number. Leaves have no
// rule; the first entry belongs to `first_rule`.
namespace descent::expression {

inline constexpr auto first_rule = static_cast<std::size_t>(Operation::negate);
inline constexpr std::size_t rule_count = operation_count - first_rule;

/// The rule at one pair of operands.
using PointKernel = Local (*)(double a, double b, double constant);

template <int order, Operation operation>
Local at_point(double a, double b, double constant) {
  return rule<order>(Of<operation>{}, a, b, constant);
}

/// How many points are computed side by side: enough that choosing the rule costs nothing beside the
/// arithmetic, few enough that all slots of a usual formula stay in the fastest cache.
inline constexpr int lanes = 32;

/// The rule at `lanes` pairs of operands; the derivatives are written for order 1 only.
using LaneKernel = void (*)(const double* a, const double* b, double constant, double* value, double* by_a,
                            double* by_b);

template <int order, Operation operation>
void at_lanes(const double* a, const double* b, double constant, double* __restrict value, double* __restrict by_a,
              double* __restrict by_b) {
  for (int i = 0; i < lanes; ++i) {
    const Local local = rule<order>(Of<operation>{}, a[i], b[i], constant);
    value[i] = local.value;
    if constexpr (order > 0) {
      by_a[i] = local.a;
      by_b[i] = local.b;
    }
  }
}

template <int order>
PointKernel point_kernel(Operation operation) {
  static constexpr auto table = []<std::size_t... offset>(std::index_sequence<offset...>) {
    return std::array<PointKernel, rule_count>{&at_point<order, static_cast<Operation>(first_rule + offset)>...};
  }
  (std::make_index_sequence<rule_count>{});
  return table[static_cast<std::size_t>(operation) - first_rule];
}

template <int order>
LaneKernel lane_kernel(Operation operation) {
  static constexpr auto table = []<std::size_t... offset>(std::index_sequence<offset...>) {
    return std::array<LaneKernel, rule_count>{&at_lanes<order, static_cast<Operation>(first_rule + offset)>...};
  }
  (std::make_index_sequence<rule_count>{});
  return table[static_cast<std::size_t>(operation) - first_rule];
}

}  // namespace descent::expression
