#pragma once

#include <vector>

#include "core/sparse.hpp"
#include "network/shape.hpp"

namespace descent {

/// Forward and backward passes over a few examples at once. Holds every intermediate of the last
/// pass; makes no allocation after construction.
template <typename Scalar>
class Network {
 public:
  /// `capacity`: most examples of one pass, at least 1.
  Network(const NetworkShape& shape, Index capacity);

  const NetworkShape& shape() const { return shape_; }
  Index capacity() const { return capacity_; }

  /// Computes every layer for `count` <= capacity examples; `inputs[e]` points to `shape.inputs()` numbers.
  void forward(const Scalar* parameters, const Scalar* const* inputs, Index count);

  /// As `forward`, where the first layer's weighted sums, out(0) x count, are known: nothing reads the inputs, nor the
  /// first layer's parameters. There is no `backward` from here.
  void forward_from(const Scalar* parameters, const Scalar* first_sums, Index count);

  /// The same, to the last bit, of inputs (`shape.inputs()` x count) of which most are 0.
  void forward(const Scalar* parameters, const SparseColumns<Scalar>& inputs, Index count);

  /// The sum of the losses of the last forward pass's examples, not scaled. With `scale` other than 0
  /// also prepares `backward`.
  double loss(const Scalar* const* targets, Scalar scale);

  /// Writes the gradient of scale * loss to `gradient`, laid out as the parameters, or with `add` adds
  /// it. The arguments of the last `forward` must still be in place.
  void backward(Scalar* gradient, bool add);

  /// Of the last pass, out(layer) x count, column by column: weighted sums z, activations a, and
  /// after `backward` the derivative of the scaled loss by z.
  const Scalar* sums(Index layer) const { return at(layer).sums.data(); }
  const Scalar* activations(Index layer) const { return at(layer).activations.data(); }
  const Scalar* deltas(Index layer) const { return at(layer).deltas.data(); }

 private:
  struct Layer {
    Index offset;
    Activation activation;
    Vector<Scalar> sums;
    Vector<Scalar> activations;
    Vector<Scalar> deltas;
    std::vector<const Scalar*> columns;  ///< of `activations`: the inputs of the next layer
    Matrix<Scalar> turned;               ///< [W^T | 0], in x (out + 1)
    std::vector<const Scalar*> delta_columns;
  };
  const Layer& at(Index layer) const { return layers_[static_cast<std::size_t>(layer)]; }
  Layer& at(Index layer) { return layers_[static_cast<std::size_t>(layer)]; }
  template <typename Use>
  void with_inputs(Index layer, const Use& use) const;
  void forward_through(Index first_layer);
  void pull_back(Index layer);

  NetworkShape shape_;
  Index capacity_;
  std::vector<Layer> layers_;
  const Scalar* parameters_ = nullptr;
  const Scalar* const* inputs_ = nullptr;  ///< nullptr where they are sparse
  SparseColumns<Scalar> sparse_;
  Index count_ = 0;
};

extern template class Network<double>;
extern template class Network<float>;

}  // namespace descent
