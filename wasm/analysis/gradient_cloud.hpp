#pragma once

#include <vector>

#include "objective/objective.hpp"
#include "run/batches.hpp"

namespace descent {

/// The gradient over all examples at one place, and the guesses that batches make of it.
struct GradientCloud {
  double loss;                    ///< over all examples
  Vector<double> gradient;        ///< over all examples
  std::vector<double> losses;     ///< one per batch
  std::vector<double> gradients;  ///< dimension numbers per batch
};

/// Of the batches of a run's first `count` updates, were it to stay at `at`. The objective has
/// examples. Numbers that are not finite come as NaN.
GradientCloud gradient_cloud(const Objective<double>& objective, const Vector<double>& at,
                             const BatchSettings& settings, Index count);

}  // namespace descent
