#pragma once

#include "core/eigen.hpp"

namespace descent {

/// Examples to learn from: each a column of inputs and a column of targets.
template <typename Scalar>
struct Examples {
  Matrix<Scalar> inputs;   ///< features x count
  Matrix<Scalar> targets;  ///< outputs x count

  Index count() const { return inputs.cols(); }
  const Scalar* input(Index example) const { return inputs.data() + example * inputs.rows(); }
  const Scalar* target(Index example) const { return targets.data() + example * targets.rows(); }
};

}  // namespace descent
