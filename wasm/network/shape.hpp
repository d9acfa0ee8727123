#pragma once

#include <array>
#include <vector>

#include "network/activation.hpp"
#include "network/loss.hpp"

namespace descent {

/// A network of fully connected layers, without its numbers.
///
/// Its parameters are one flat vector, layer after layer; a layer's part is [W | b], out x (in + 1),
/// column-major: first the weights that leave the first input, one per neuron, ..., last the biases.
/// The weight from input k to neuron i of a layer that begins at `offset` is number
/// `offset + k * out + i`, its bias number `offset + in * out + i`. (PyTorch keeps W row by row:
/// `layer.weight.T.flatten()`, then `layer.bias`.)
struct NetworkShape {
  std::vector<Index> sizes;  ///< inputs, neurons of each hidden layer, outputs: at least 2, each at least 1
  Activation hidden = Activation::sigmoid;
  Activation output = Activation::sigmoid;
  Loss loss = Loss::mse;
  /// What a single output is told of the first and of the second of two classes: 0 and 1, or where it is squashed
  /// into -1 ... 1, these two, so that its border between them lies at zero.
  std::array<double, 2> class_targets{0, 1};

  Index depth() const { return static_cast<Index>(sizes.size()) - 1; }  ///< layers with parameters
  Index inputs() const { return sizes.front(); }
  Index outputs() const { return sizes.back(); }
  Index in(Index layer) const { return sizes[static_cast<std::size_t>(layer)]; }
  Index out(Index layer) const { return sizes[static_cast<std::size_t>(layer) + 1]; }
  Activation activation(Index layer) const { return layer + 1 < depth() ? hidden : output; }

  /// Where a layer's parameters begin; `offset(depth())` is how many there are altogether.
  Index offset(Index layer) const {
    Index sum = 0;
    for (Index l = 0; l < layer; ++l) sum += out(l) * (in(l) + 1);
    return sum;
  }
  Index parameter_count() const { return offset(depth()); }
};

}  // namespace descent
