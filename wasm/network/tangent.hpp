#pragma once

#include <vector>

#include "network/shape.hpp"

namespace descent {

/// How a network's gradient changes while its parameters move in one direction: the Hessian times that direction,
/// without the Hessian. Every number of a pass, forward and backward, is accompanied by its derivative along the
/// direction. Source: Pearlmutter, "Fast Exact Multiplication by the Hessian", 1994.
class Tangent {
 public:
  /// `capacity`: most examples of one pass, at least 1.
  Tangent(const NetworkShape& shape, Index capacity);

  /// Adds to `product` (laid out as the parameters) what `count` <= capacity examples contribute: the Hessian of the
  /// sum of their losses times `scale`, at `parameters`, times `along`. `first_sums`, out(0) x count, are the first
  /// layer's weighted sums there, which have nothing to do with the direction.
  void add(const double* parameters, const double* along, const double* const* inputs, const double* const* targets,
           const double* first_sums, Index count, double scale, double* product);

 private:
  struct Layer {
    Activation activation;
    Index in;
    Index out;
    Index offset;  ///< of its parameters
    Index place;   ///< of its numbers within each of the lists below
  };
  Layer layer(Index number) const;
  void forward(const Layer& layer);
  void turn_loss(const Layer& last, const double* const* targets, double scale);
  void backward(const Layer& layer);
  void weigh(const Layer& layer, const double* parameters, const double* along);
  void weigh_turned(const Layer& layer, const double* parameters, const double* along);
  void add_gradient(const Layer& layer, const Layer& before, double* product);
  const double* const* every(const double* numbers, Index distance, Index count);

  NetworkShape shape_;
  Index count_ = 0;
  // A pair of columns for each example: first how each number changes, then itself. Layer after layer.
  Vector<double> sums_;
  Vector<double> activations_;
  Vector<double> deltas_;
  Vector<double> first_;    ///< of the first layer, how sums or deltas change: out x capacity
  Vector<double> weights_;  ///< what one layer multiplies a pair with
  std::vector<const double*> columns_;
};

}  // namespace descent
