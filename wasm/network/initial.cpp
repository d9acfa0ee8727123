#include "network/initial.hpp"

#include <cmath>

#include "core/random.hpp"

namespace descent {

Initial standard_initial(const NetworkShape& shape) {
  switch (shape.hidden) {
    case Activation::relu:
    case Activation::leaky_relu:
    case Activation::gelu:
      return Initial::he;
    default:
      return Initial::glorot;
  }
}

Vector<double> initial_parameters(const NetworkShape& shape, Initial initial, std::uint64_t seed) {
  Vector<double> parameters = Vector<double>::Zero(shape.parameter_count());
  Random random(seed);
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const Index in = shape.in(layer);
    const Index fan = initial == Initial::he ? in : in + shape.out(layer);
    const double limit = std::sqrt(6.0 / static_cast<double>(fan));
    const Index offset = shape.offset(layer);
    for (Index i = 0; i < in * shape.out(layer); ++i) parameters[offset + i] = random.uniform(-limit, limit);
  }
  return parameters;
}

}  // namespace descent
