#pragma once

#include <cstdint>

// Sine and cosine without a branch and without the C library, as in elementary.hpp; correct to 1.1 units in the last
// place.
namespace descent::elementary {

/// Sine and cosine of the same angle.
struct SinCos {
  double sin;
  double cos;
};

/// For |x| <= 1e6. With n = round(2 x / pi) and r = x - n pi / 2, |r| <= pi / 4, the series of both have
/// converged to rounding, and n says which is which. Three parts of pi / 2 leave r right to the last bit
/// beside its multiples too. Coefficients and order of summation: FreeBSD msun, k_sin.c, k_cos.c.
inline SinCos sin_cos(double x) {
  using Bits = std::uint64_t;
  constexpr double shift = 0x1.8p52;
  constexpr double high = 0x1.921fb544p0;      // 33 bits, so that n * high is exact
  constexpr double middle = 0x1.0b4611a6p-34;  // the next 33
  constexpr double low = 0x1.3198a2e037073p-69;
  const double shifted = x * 0x1.45f306dc9c883p-1 + shift;
  const double n = shifted - shift;
  const double first = x - n * high;
  const double second = first - n * middle;
  const double lost = n * low - ((first - second) - n * middle);
  const double r = second - lost;
  const double tail = (second - r) - lost;
  const double z = r * r;
  const double sine_series = 8.33333333332248946124e-03 +
                             z * (-1.98412698298579493134e-04 + z * 2.75573137070700676789e-06) +
                             z * (z * z) * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10);
  const double cube = z * r;
  const double sine = r - ((z * (0.5 * tail - cube * sine_series) - tail) - cube * -1.66666666666666324348e-01);
  const double cosine_series =
      z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05)) +
      (z * z) * (z * z) *
          (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11));
  const double half = 0.5 * z;
  const double rest = 1 - half;
  const double cosine = rest + (((1 - rest) - half) + (z * cosine_series - r * tail));
  const auto quarter = __builtin_bit_cast(Bits, shifted);
  const Bits swap = Bits(0) - (quarter & 1U);
  const auto s = __builtin_bit_cast(Bits, sine);
  const auto c = __builtin_bit_cast(Bits, cosine);
  const Bits other = (s ^ c) & swap;
  return {__builtin_bit_cast(double, (s ^ other) ^ ((quarter & 2U) << 62U)),
          __builtin_bit_cast(double, (c ^ other) ^ (((quarter + 1U) & 2U) << 62U))};
}

}  // namespace descent::elementary
