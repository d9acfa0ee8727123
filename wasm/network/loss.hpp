#pragma once

#include "core/eigen.hpp"
#include "core/parameter.hpp"

namespace descent {

/// How far a network's outputs are from their targets; in the order of `losses()`.
enum class Loss {
  mse,                  ///< PyTorch's MSELoss: mean over examples and outputs
  squared_error,        ///< sum over the outputs, mean over the examples
  cross_entropy,        ///< PyTorch's CrossEntropyLoss on logits, targets as probabilities
  binary_cross_entropy  ///< PyTorch's BCEWithLogitsLoss
};

struct LossInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  bool on_logits;       ///< whether it squashes the outputs itself, so that the last layer is linear
  const char* source;
};

/// Every loss, in the order of the enum. The only list of them.
List<LossInfo> losses();

/// What the sum over examples and outputs is multiplied by.
double loss_scale(Loss loss, Index outputs, Index examples);

/// One example's loss, not yet scaled; writes the derivative by each of the `outputs` (activations of
/// the last layer, or logits), multiplied by `scale`, unless `derivative` is null.
template <typename Scalar>
double example_loss(Loss loss, Index outputs, const Scalar* output, const Scalar* target, Scalar scale,
                    Scalar* derivative);

/// What a network with this loss predicts: its outputs, or for a loss on logits the probabilities.
template <typename Scalar>
void predict_from(Loss loss, Index outputs, Scalar* output);

}  // namespace descent
