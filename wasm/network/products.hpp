#pragma once

#include "core/eigen.hpp"

// The products of product.hpp in double precision, compiled once and for speed. A source that is compiled for size must
// not see those templates: it would bring slow copies of them, and the linker keeps whichever it meets first.
namespace descent::product {

/// result (out x count) = W inputs + b, where `layer` is [W | b].
void sums(Index out, Index in, const double* layer, const double* const* inputs, Index count, double* result);

/// gradient ([dW | db], out x (in + 1)) += deltas (out x count) times the inputs and 1.
void add_gradient(Index out, Index in, const double* deltas, const double* const* inputs, Index count,
                  double* gradient);

}  // namespace descent::product
