#pragma once

#include <vector>

#include "core/error.hpp"
#include "objective/objective.hpp"
#include "run/batches.hpp"

namespace descent {

/// The gradient over all examples at one place, and the guesses that batches make of it.
struct GradientCloud {
  double loss;                    ///< over all examples
  Vector<double> gradient;        ///< over all examples
  std::vector<double> losses;     ///< one per batch
  std::vector<double> gradients;  ///< dimension numbers per batch
  /// Root mean square of the guesses' distances from `gradient`. An epoch's smaller last batch does not count,
  /// unless there is no other.
  double spread;
};

/// Of the batches of a run's first `count` updates, were it to stay at `at`. The objective has
/// examples. Numbers that are not finite come as NaN.
GradientCloud gradient_cloud(const Objective<double>& objective, const Vector<double>& at,
                             const BatchSettings& settings, Index count);

/// How far one example's own gradient lies from the gradient over all: sigma^2, the mean of the squared
/// distances. The objective has examples, and averages over them; it is refused (field `objective`) where
/// it adds them up instead, and (field `at`) where a number is not finite.
Result<double> gradient_variance(const Objective<double>& objective, const Vector<double>& at);

/// How far a batch's gradient lies from the gradient over all, as the root of its mean square: of `size`
/// examples drawn from `examples` without putting any back,
///   sqrt(sigma^2 / B (N - B) / (N - 1)),   1 <= B <= N,
/// and 0 of all. W. G. Cochran, "Sampling Techniques", 3rd edition 1977, theorem 2.2.
double spread_of_batches(double variance, Index size, Index examples);

}  // namespace descent
