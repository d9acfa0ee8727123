#pragma once

#include <array>

#include "expression/fast.hpp"

// The rules over many points side by side.
namespace descent::expression {

/// How many points are computed side by side: enough that choosing the rule costs nothing beside the
/// arithmetic, few enough that all slots of a usual formula stay in the fastest cache.
inline constexpr int lanes = 32;

/// One number per lane.
using Row = std::array<double, lanes>;

/// The operands of a step, and the rows for its value and, where `keeps_slopes` says so, for its derivatives
/// by its operands; an operation of one value leaves the last one alone.
struct LaneStep {
  const double* a;
  const double* b;
  double constant;
  double* value;
  double* by_a;
  double* by_b;
};

/// Whether the derivatives of an operation must be kept for the way back. Those of a sum or a product are
/// numbers that are there in any case.
constexpr bool keeps_slopes(Operation operation) {
  return !(operation >= Operation::negate && operation <= Operation::multiply);
}

/// Computes a step; false if an argument lies beyond what its fast rule takes.
using LaneKernel = bool (*)(const LaneStep& step);

/// One operation after another, by whatever rule.
inline void one_by_one(Operation operation, const LaneStep& step, int order) {
  for (int i = 0; i < lanes; ++i) {
    const Local local = compute(operation, step.a[i], step.b[i], step.constant, order);
    step.value[i] = local.value;
    step.by_a[i] = local.a;
    step.by_b[i] = local.b;
  }
}

/// A rule that is SIMD as it stands.
template <Operation operation>
bool simple_lanes(const LaneStep& step) {
  const double* a = step.a;
  const double* b = step.b;
  double* __restrict value = step.value;
  double* __restrict by_a = step.by_a;
  double* __restrict by_b = step.by_b;
  for (int i = 0; i < lanes; ++i) {
    const Local local = rule(Of<operation>{}, a[i], b[i], 0, 1);
    value[i] = local.value;
    if constexpr (keeps_slopes(operation)) by_a[i] = local.a;
    if constexpr (keeps_slopes(operation) && is_binary(operation)) by_b[i] = local.b;
  }
  return true;
}

template <HardFunction hard>
[[gnu::noinline]] void hard_lanes(const Row& x, Row& __restrict first, Row& __restrict second) {
  for (std::size_t i = 0; i < lanes; ++i) {
    const Pair of = hard(x[i]);
    first[i] = of.first;
    second[i] = of.second;
  }
}

/// Whether all numbers lie from `lowest` to `highest`.
[[gnu::noinline]] inline bool all_within(const double* a, double lowest, double highest) {
  unsigned outside = 0;
  for (int i = 0; i < lanes; ++i) outside |= a[i] >= lowest && a[i] <= highest ? 0U : 1U;
  return outside == 0;
}

template <Operation operation>
bool fast_lanes(const LaneStep& step) {
  using Rule = Fast<operation>;
  if (!all_within(step.a, Rule::lowest, Rule::highest)) return false;
  const double* a = step.a;
  double* __restrict value = step.value;
  double* __restrict by_a = step.by_a;
  Row x;
  Row first;
  Row second;
  for (std::size_t i = 0; i < lanes; ++i) x[i] = Rule::argument(a[i]);
  hard_lanes<Rule::hard>(x, first, second);
  for (std::size_t i = 0; i < lanes; ++i) {
    const Local local = Rule::finish(a[i], {first[i], second[i]});
    value[i] = local.value;
    by_a[i] = local.a;
  }
  return true;
}

/// The integer power of many numbers, times a factor: the products of `integer_power`, in its order.
[[gnu::noinline]] inline void integer_powers(const double* a, double n, double times, double* __restrict to) {
  Row factor;
  Row power;
  for (std::size_t i = 0; i < lanes; ++i) factor[i] = a[i];
  power.fill(1);
  for (auto rest = static_cast<unsigned>(std::abs(n)); rest != 0; rest >>= 1U) {
    if ((rest & 1U) != 0) {
      for (std::size_t i = 0; i < lanes; ++i) power[i] *= factor[i];
    }
    for (std::size_t i = 0; i < lanes; ++i) factor[i] *= factor[i];
  }
  if (n < 0) {
    for (std::size_t i = 0; i < lanes; ++i) power[i] = 1 / power[i];
  }
  for (std::size_t i = 0; i < lanes; ++i) to[i] = times * power[i];
}

inline bool power_lanes(const LaneStep& step) {
  integer_powers(step.a, step.constant, 1, step.value);
  integer_powers(step.a, step.constant - 1, step.constant, step.by_a);
  return true;
}

/// What is neither quick nor asked for often has no kernel.
inline LaneKernel lane_kernel(Operation operation) {
  static constexpr auto table = table_of<LaneKernel>([](auto given) -> LaneKernel {
    constexpr Operation chosen = given.value;
    if constexpr (has_fast<chosen>) return &fast_lanes<chosen>;
    if constexpr (chosen == Operation::integer_power) return &power_lanes;
    if constexpr (chosen <= Operation::divide || chosen == Operation::abs || chosen == Operation::sqrt ||
                  chosen == Operation::max || chosen == Operation::min || chosen == Operation::square) {
      return &simple_lanes<chosen>;
    }
    return nullptr;
  });
  return table[place_of(operation)];
}

/// Passes the adjoints of a step to an operand, the chain rule backwards: adds them, times its slopes, to the
/// operand's adjoints, or puts them there.
[[gnu::noinline]] inline void back_lanes(const double* adjoint, const double* slope, double* __restrict to, bool adds) {
  if (adds) {
    for (int i = 0; i < lanes; ++i) to[i] += adjoint[i] * slope[i];
  } else {
    for (int i = 0; i < lanes; ++i) to[i] = adjoint[i] * slope[i];
  }
}

}  // namespace descent::expression
