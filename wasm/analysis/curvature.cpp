#include "analysis/curvature.hpp"

#include <limits>
#include <utility>

#include "objective/spectrum.hpp"

namespace descent {

Curvature curvature_at(const Objective<double>& objective, const Vector<double>& at) {
  Matrix<double> hessian = objective.hessian(at);
  if (!hessian.allFinite()) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    return {nan, nan, nan, nan};
  }
  Spectrum spectrum = spectrum_at(objective, at, std::move(hessian));
  for (Index k = 0; k < spectrum.curvatures.size(); ++k) {
    if (spectrum.flat(k)) spectrum.curvatures[k] = 0;
  }
  const double smallest = spectrum.curvatures.minCoeff();
  const double largest = spectrum.curvatures.maxCoeff();
  return {smallest, largest, largest > 0 ? 2 / largest : 0, smallest > 0 ? largest / smallest : 0};
}

}  // namespace descent
