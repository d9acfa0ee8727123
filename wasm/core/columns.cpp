#include "core/columns.hpp"

namespace descent {

double dot(const double* a, const double* b, Index count) {
  return Eigen::Map<const Vector<double>>(a, count).dot(Eigen::Map<const Vector<double>>(b, count));
}

void add(double* a, double factor, const double* b, Index count) {
  for (Index i = 0; i < count; ++i) a[i] += factor * b[i];
}

}  // namespace descent
