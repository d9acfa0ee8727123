#pragma once

#include <vector>

#include "network/shape.hpp"

namespace descent {

/// One layer's numbers for one example, one per neuron each.
struct LayerView {
  Vector<double> sums;         ///< weighted sums z, before the activation
  Vector<double> activations;  ///< a = f(z)
  Vector<double> slopes;       ///< f'(z)
  Vector<double> deltas;       ///< derivative of the example's loss by z: the neuron's part of the blame
  Vector<double> blames;       ///< derivative of the example's loss by a
};

/// Everything a network computes for one example, forwards and backwards.
struct Inspection {
  std::vector<LayerView> layers;  ///< first hidden layer first, outputs last
  Vector<double> prediction;      ///< the outputs, or the probabilities that a loss on logits makes of them
  double loss = 0;                ///< of this example alone
  Vector<double> gradient;        ///< of that loss by every parameter
};

/// `parameters`, `input` and `target` have the sizes that `shape` says.
Inspection inspect(const NetworkShape& shape, const Vector<double>& parameters, const double* input,
                   const double* target);

/// Every neuron's numbers for many examples: one column for each neuron, layer after layer, with a row for each
/// example. So a column is a neuron's map where the examples are places on a grid.
struct NeuronMaps {
  Matrix<double> sums;         ///< weighted sums z
  Matrix<double> activations;  ///< a = f(z); of the outputs, what `predict` answers
};

/// `inputs` is shape.inputs() x count.
NeuronMaps neuron_maps(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs);

/// Predictions, outputs x count, for inputs, shape.inputs() x count.
Matrix<double> predict(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs);

}  // namespace descent
