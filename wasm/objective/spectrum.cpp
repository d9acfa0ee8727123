#include "objective/spectrum.hpp"

#include "core/symmetric.hpp"

namespace descent {

Spectrum spectrum_at(const Objective<double>& objective, const Vector<double>& at, Matrix<double> hessian) {
  const Index n = hessian.rows();
  const Matrix<double> doubt = objective.hessian_doubt(at, hessian);
  Spectrum result;
  diagonalise(hessian, &result.axes);
  result.curvatures = hessian.diagonal();
  result.doubts.setZero(n);
  for (Index k = 0; k < n; ++k) {
    const double* axis = result.axes.data() + k * n;
    for (Index j = 0; j < n; ++j) {
      for (Index i = 0; i < n; ++i) result.doubts[k] += std::abs(axis[i]) * doubt(i, j) * std::abs(axis[j]);
    }
  }
  return result;
}

}  // namespace descent
