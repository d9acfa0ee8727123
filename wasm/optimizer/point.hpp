#pragma once

#include "objective/objective.hpp"

namespace descent {

/// Where an update starts from.
template <typename Scalar>
struct Point {
  Index step;  ///< updates made so far, 0 at the start
  const Vector<Scalar>& parameters;
  Scalar value;
  const Vector<Scalar>& gradient;
  /// Learning rate of the update that leaves here; 0 while the schedule is still choosing it.
  Scalar rate;
  /// For whatever looks further than one gradient: line search, second derivatives.
  const Objective<Scalar>& objective;
};

}  // namespace descent
