#pragma once

#include "core/eigen.hpp"

namespace descent {

// Algorithms that run once a request are made of these two: written as Eigen's expressions each, their products would
// weigh more bytes than all the rest of them.

/// The sum of a[i] b[i].
double dot(const double* a, const double* b, Index count);

/// a += factor * b.
void add(double* a, double factor, const double* b, Index count);

}  // namespace descent
