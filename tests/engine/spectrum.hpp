#pragma once

#include "core/eigen.hpp"

namespace descent::testing {

/// What a symmetric matrix does: `values` ascending, and the directions they belong to as orthonormal columns.
struct Spectrum {
  Vector<double> values;
  Matrix<double> vectors;
};

/// Eigen's own answer, as a second opinion on the engine's. Compiled once, for it takes long.
Spectrum spectrum(const Matrix<double>& symmetric);

}  // namespace descent::testing
