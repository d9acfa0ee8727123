#pragma once

#include <cstdint>

#include "network/shape.hpp"

namespace descent {

/// How wide the first weights are spread; biases begin at 0.
enum class Initial {
  glorot,  ///< uniform within sqrt(6 / (in + out)): Glorot and Bengio 2010, equation 16
  he       ///< uniform within sqrt(6 / in): He et al. 2015, equation 10, for rectifiers
};

/// What suits the network's hidden neurons: `he` for the rectifiers and GELU, otherwise `glorot`.
Initial standard_initial(const NetworkShape& shape);

/// First parameters, the same for the same seed; layout as in network/shape.hpp.
Vector<double> initial_parameters(const NetworkShape& shape, Initial initial, std::uint64_t seed);

}  // namespace descent
