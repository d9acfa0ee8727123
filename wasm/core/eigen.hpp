#pragma once

// The only door to Eigen. Eigen 3.4 knows no WebAssembly packets, but Emscripten translates SSE
// intrinsics to SIMD128, so Eigen's SSE packets work once its two empty `__asm__` register hints,
// whose constraints exist on x86 only, are taken out. The standard headers come first, so that
// their own uses of the word are not touched.
#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <climits>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__EMSCRIPTEN__) && defined(__SSE2__)
#include <nmmintrin.h>
#define __asm__(...)
#include <Eigen/Core>
#undef __asm__
#else
#include <Eigen/Core>
#endif

namespace descent {

using Index = Eigen::Index;

/// A column of numbers; parameters are always one of these.
template <typename Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// Column-major matrix.
template <typename Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

}  // namespace descent
