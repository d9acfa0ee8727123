#pragma once

#include <cstdint>

// The logarithm without a branch and without the C library, as in elementary.hpp; correct to 1.1 units in the last
// place.
namespace descent::elementary {

/// For normal numbers above 0. With x = 2^k (1 + f), 1 + f within [sqrt(1/2), sqrt(2)], and s = f / (2 + f),
/// log(1 + f) = 2 artanh(s). Coefficients and order of summation: FreeBSD msun, e_log.c.
inline double log(double x) {
  using Bits = std::uint64_t;
  constexpr Bits one = 0x3ff0000000000000;
  constexpr Bits root = 0x3fe6a09e667f3bcd;  // of 1/2
  const Bits moved = __builtin_bit_cast(Bits, x) + (one - root);
  // A whole number below 2^52 in the mantissa of 2^52 is that number more.
  const double k = __builtin_bit_cast(double, (moved >> 52U) | 0x4330000000000000) - (0x1p52 + 1023);
  const double f = __builtin_bit_cast(double, (moved & 0xfffffffffffff) + root) - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  const double w = z * z;
  const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd =
      z * (6.666666666666735130e-01 +
           w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double half = 0.5 * f * f;
  return k * 6.93147180369123816490e-01 - ((half - (s * (half + (even + odd)) + k * 1.90821492927058770002e-10)) - f);
}

}  // namespace descent::elementary
