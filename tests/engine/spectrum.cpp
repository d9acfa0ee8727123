#include "spectrum.hpp"  // before Eigen's own headers: core/eigen.hpp must come first

#include <Eigen/Eigenvalues>

namespace descent::testing {

Spectrum spectrum(const Matrix<double>& symmetric) {
  const Eigen::SelfAdjointEigenSolver<Matrix<double>> solver(symmetric);
  return {solver.eigenvalues(), solver.eigenvectors()};
}

}  // namespace descent::testing
