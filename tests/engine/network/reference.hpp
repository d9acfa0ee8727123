#pragma once

#include <cmath>
#include <vector>

#include "network/shape.hpp"

// A network written down once more, one number at a time and with the C library's functions, to hold
// the fast one against.
namespace descent::testing {

inline double reference_activation(Activation activation, double z) {
  switch (activation) {
    case Activation::sigmoid:
      return 1 / (1 + std::exp(-z));
    case Activation::tanh:
      return std::tanh(z);
    case Activation::relu:
      return std::max(0.0, z);
    case Activation::leaky_relu:
      return z > 0 ? z : 0.01 * z;
    case Activation::gelu:
      return z * std::erfc(-z / std::sqrt(2.0)) / 2;
    case Activation::linear:
      break;
  }
  return z;
}

inline std::vector<double> reference_outputs(const NetworkShape& shape, const double* parameters, const double* input) {
  std::vector<double> values(input, input + shape.inputs());
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const Index in = shape.in(layer);
    const Index out = shape.out(layer);
    const double* at = parameters + shape.offset(layer);
    std::vector<double> next;
    for (Index i = 0; i < out; ++i) {
      double z = at[in * out + i];
      for (Index k = 0; k < in; ++k) z += at[k * out + i] * values[static_cast<std::size_t>(k)];
      next.push_back(reference_activation(shape.activation(layer), z));
    }
    values = next;
  }
  return values;
}

/// One example's part of the loss over `examples` examples.
inline double reference_loss(const NetworkShape& shape, const std::vector<double>& a, const double* y, Index examples) {
  const auto n = static_cast<double>(examples);
  const auto m = static_cast<double>(a.size());
  double sum = 0;
  double partition = 0;
  for (const double z : a) partition += std::exp(z);
  for (std::size_t i = 0; i < a.size(); ++i) {
    switch (shape.loss) {
      case Loss::mse:
        sum += (a[i] - y[i]) * (a[i] - y[i]) / (n * m);
        break;
      case Loss::squared_error:
        sum += (a[i] - y[i]) * (a[i] - y[i]) / n;
        break;
      case Loss::cross_entropy:
        sum -= y[i] * std::log(std::exp(a[i]) / partition) / n;
        break;
      case Loss::binary_cross_entropy:
        sum -= (y[i] * std::log(1 / (1 + std::exp(-a[i]))) + (1 - y[i]) * std::log(1 / (1 + std::exp(a[i])))) / (n * m);
        break;
    }
  }
  return sum;
}

}  // namespace descent::testing
