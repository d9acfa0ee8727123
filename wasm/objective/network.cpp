#include "objective/network.hpp"

#include <utility>

namespace descent {

template <typename Scalar>
NetworkObjective<Scalar>::NetworkObjective(const NetworkShape& shape, std::shared_ptr<const Examples<Scalar>> examples,
                                           Vector<Scalar> start, Initial initial)
    : examples_(std::move(examples)),
      start_(std::move(start)),
      initial_(initial),
      network_(shape, chunk_of(*examples_)),
      inputs_(static_cast<std::size_t>(network_.capacity())),
      targets_(inputs_.size()) {
  if (examples_->pictures) marks_.emplace(*examples_->pictures);
}

template <typename Scalar>
Index NetworkObjective<Scalar>::chunk_of(const Examples<Scalar>& examples) {
  // A pass has the marks of its pictures at hand as numbers.
  constexpr Index most_marks = 1 << 17;
  const Index most = examples.pictures ? std::max<Index>(1, examples.pictures->most()) : 1;
  return std::max<Index>(1, std::min({chunk, examples.count(), most_marks / most}));
}

template <typename Scalar>
Scalar NetworkObjective<Scalar>::value(const Vector<Scalar>& at) const {
  return static_cast<Scalar>(pass(at, nullptr, sample_count(), nullptr));
}

template <typename Scalar>
Scalar NetworkObjective<Scalar>::value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const {
  return static_cast<Scalar>(pass(at, nullptr, sample_count(), &gradient));
}

template <typename Scalar>
Scalar NetworkObjective<Scalar>::batch_value_and_gradient(const Vector<Scalar>& at, const Index* batch, Index count,
                                                          Vector<Scalar>& gradient) const {
  return static_cast<Scalar>(pass(at, batch, count, &gradient));
}

template <typename Scalar>
AnyExamples NetworkObjective<Scalar>::examples() const {
  if constexpr (std::is_same_v<Scalar, double>) {
    return {examples_, nullptr};
  } else {
    return {nullptr, examples_};
  }
}

template <typename Scalar>
double NetworkObjective<Scalar>::bytes() const {
  const NetworkShape& shape = network_.shape();
  double numbers = 2.0 * static_cast<double>(dimension());
  constexpr Index arrays = 3;  // sums, activations and deltas of every layer
  for (Index layer = 0; layer < shape.depth(); ++layer)
    numbers += static_cast<double>(arrays * network_.capacity() * shape.out(layer));
  // Pictures count as their data set's; what a pass makes of a few is slight.
  if (!marks_ && examples_.use_count() == 1) {
    numbers += static_cast<double>(examples_->count()) * static_cast<double>(shape.inputs() + shape.outputs());
  }
  return sizeof(Scalar) * numbers;
}

/// The loss, and when asked for its gradient, over `count` examples: those of `batch`, or the first.
template <typename Scalar>
double NetworkObjective<Scalar>::pass(const Vector<Scalar>& at, const Index* batch, Index count,
                                      Vector<Scalar>* gradient) const {
  const NetworkShape& shape = network_.shape();
  const double scale = loss_scale(shape.loss, shape.outputs(), count);
  const Scalar wanted = gradient == nullptr ? Scalar(0) : static_cast<Scalar>(scale);
  double sum = 0;
  for (Index first = 0; first < count; first += network_.capacity()) {
    const Index size = std::min(network_.capacity(), count - first);
    for (Index e = 0; e < size; ++e) {
      const Index example = batch == nullptr ? first + e : batch[first + e];
      if (!marks_) inputs_[static_cast<std::size_t>(e)] = examples_->inputs.col(example).data();
      targets_[static_cast<std::size_t>(e)] = examples_->target(example);
    }
    if (marks_) {
      network_.forward(at.data(), marks_->of(batch == nullptr ? nullptr : batch + first, first, size), size);
    } else {
      network_.forward(at.data(), inputs_.data(), size);
    }
    sum += network_.loss(targets_.data(), wanted);
    if (gradient != nullptr) network_.backward(gradient->data(), first > 0);
  }
  return scale * sum;
}

template class NetworkObjective<double>;
template class NetworkObjective<float>;

}  // namespace descent
