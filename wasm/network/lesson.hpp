#pragma once

#include <algorithm>
#include <vector>

#include "data/examples.hpp"
#include "network/shape.hpp"

namespace descent {

/// What a network learns from, for questions that are asked of one place many times. Nearly all work of a network of
/// pictures is in its first layer, whose weighted sums are linear in the parameters: they are computed once and kept.
class Lesson {
 public:
  /// `examples` fit the shape; in double precision whatever they are kept in.
  Lesson(const NetworkShape& shape, AnyExamples examples);

  const NetworkShape& shape() const { return shape_; }
  Index count() const { return targets_.cols(); }
  /// What the sum of the examples' losses is multiplied by.
  double scale() const { return loss_scale(shape_.loss, shape_.outputs(), count()); }

  /// The first layer's weighted sums of every example, out(0) x count, with these parameters.
  Matrix<double> first_sums(const Vector<double>& parameters);

  /// Most examples of one pass: more would only push the intermediates out of the processor's cache.
  static constexpr Index chunk = 64;
  Index capacity() const { return std::min(chunk, count()); }
  /// How many there are in the pass that begins at `first`.
  Index size(Index first) const { return std::min(chunk, count() - first); }

  /// Of that pass: a pointer per example, which hold until the next call.
  const double* const* inputs(Index first);
  const double* const* targets(Index first);

 private:
  NetworkShape shape_;
  AnyExamples examples_;
  Matrix<double> inputs_;  ///< of as many examples as are kept at hand, from `first_input_` on
  Index first_input_ = 0;
  Matrix<double> targets_;  ///< of all
  std::vector<const double*> input_columns_;
  std::vector<const double*> target_columns_;
};

}  // namespace descent
