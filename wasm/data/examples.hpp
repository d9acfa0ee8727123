#pragma once

#include <memory>

#include "core/eigen.hpp"
#include "data/ink.hpp"

namespace descent {

/// Examples to learn from: each a column of inputs and a column of targets.
template <typename Scalar>
struct Examples {
  Matrix<Scalar> inputs;   ///< features x count; empty where the inputs are pictures
  Matrix<Scalar> targets;  ///< outputs x count
  std::shared_ptr<const Ink> pictures = nullptr;

  Index count() const { return targets.cols(); }
  Index features() const { return pictures ? pictures->area() : inputs.rows(); }
  const Scalar* target(Index example) const { return targets.data() + example * targets.rows(); }

  /// Inputs of the examples `first` ... `first + count - 1`, pictures as numbers too.
  Matrix<Scalar> numbers(Index first, Index count) const {
    if (pictures) return pictures->numbers(first, count).template cast<Scalar>();
    return inputs.middleCols(first, count);
  }
};

/// Examples in one precision or the other, which others may hold too; or none.
struct AnyExamples {
  std::shared_ptr<const Examples<double>> doubles;
  std::shared_ptr<const Examples<float>> floats;

  Index count() const { return doubles ? doubles->count() : floats ? floats->count() : 0; }
  Index features() const { return doubles ? doubles->features() : floats ? floats->features() : 0; }
  Index outputs() const { return doubles ? doubles->targets.rows() : floats ? floats->targets.rows() : 0; }
  /// nullptr where the inputs are no pictures.
  const Ink* pictures() const { return doubles ? doubles->pictures.get() : floats ? floats->pictures.get() : nullptr; }

  /// Columns `first` ... `first + count - 1`, in double precision.
  Matrix<double> inputs(Index first, Index count) const {
    if (pictures() != nullptr) return pictures()->numbers(first, count);
    if (doubles) return doubles->inputs.middleCols(first, count);
    return floats->inputs.middleCols(first, count).cast<double>();
  }
  Matrix<double> targets(Index first, Index count) const {
    if (doubles) return doubles->targets.middleCols(first, count);
    return floats->targets.middleCols(first, count).cast<double>();
  }
};

}  // namespace descent
