#pragma once

#include <memory>

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

/// Examples in one precision or the other, which others may hold too; or none.
struct AnyExamples {
  std::shared_ptr<const Examples<double>> doubles;
  std::shared_ptr<const Examples<float>> floats;

  Index count() const { return doubles ? doubles->count() : floats ? floats->count() : 0; }
  Index features() const { return doubles ? doubles->inputs.rows() : floats ? floats->inputs.rows() : 0; }
  Index outputs() const { return doubles ? doubles->targets.rows() : floats ? floats->targets.rows() : 0; }

  /// Columns `first` ... `first + count - 1`, in double precision.
  Matrix<double> inputs(Index first, Index count) const {
    if (doubles) return doubles->inputs.middleCols(first, count);
    return floats->inputs.middleCols(first, count).cast<double>();
  }
  Matrix<double> targets(Index first, Index count) const {
    if (doubles) return doubles->targets.middleCols(first, count);
    return floats->targets.middleCols(first, count).cast<double>();
  }
};

}  // namespace descent
