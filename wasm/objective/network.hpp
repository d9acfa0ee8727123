#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "data/examples.hpp"
#include "network/initial.hpp"
#include "network/network.hpp"
#include "objective/objective.hpp"

namespace descent {

/// The loss of a network over examples, as a function of its parameters (layout: network/shape.hpp).
template <typename Scalar>
class NetworkObjective final : public Objective<Scalar> {
 public:
  /// `examples` fit the shape; `start` holds one number per parameter; starts that are drawn are spread as
  /// `initial` says.
  NetworkObjective(const NetworkShape& shape, std::shared_ptr<const Examples<Scalar>> examples, Vector<Scalar> start,
                   Initial initial = Initial::glorot);

  Index dimension() const override { return start_.size(); }
  Index sample_count() const override { return examples_->count(); }
  Vector<Scalar> default_start() const override { return start_; }
  Vector<Scalar> drawn_start(std::uint64_t seed) const override {
    return initial_parameters(network_.shape(), initial_, seed).template cast<Scalar>();
  }
  const NetworkShape* network() const override { return &network_.shape(); }
  AnyExamples examples() const override;
  double work() const override { return static_cast<double>(dimension()) * static_cast<double>(sample_count()); }
  double bytes() const override;

  Scalar value(const Vector<Scalar>& at) const override;
  Scalar value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const override;
  Scalar batch_value_and_gradient(const Vector<Scalar>& at, const Index* batch, Index count,
                                  Vector<Scalar>& gradient) const override;

 private:
  /// Most examples of one pass: more would only push the intermediates out of the processor's cache.
  static constexpr Index chunk = 64;
  static Index chunk_of(const Examples<Scalar>& examples);

  double pass(const Vector<Scalar>& at, const Index* batch, Index count, Vector<Scalar>* gradient) const;

  std::shared_ptr<const Examples<Scalar>> examples_;
  Vector<Scalar> start_;
  Initial initial_;
  // Kept between calls, so that a step allocates nothing.
  mutable Network<Scalar> network_;
  mutable std::vector<const Scalar*> inputs_;
  mutable std::optional<Marks<Scalar>> marks_;  ///< in place of `inputs_` where these are pictures
  mutable std::vector<const Scalar*> targets_;
};

extern template class NetworkObjective<double>;
extern template class NetworkObjective<float>;

}  // namespace descent
