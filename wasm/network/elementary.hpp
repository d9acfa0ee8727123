#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

// Exponential, logistic and hyperbolic tangent without a branch and without the C library: compilers
// turn a loop over them into SIMD, and they give the same bits on every platform. Correct to 4 units
// in the last place; NaN stays NaN.
//
// With n = round(x / ln 2) and r = x - n ln 2, |r| <= ln 2 / 2, the series of e^r - 1 has converged
// to rounding after `terms` terms, and e^x - 1 = 2^n (e^r - 1) + (2^n - 1).
namespace descent::elementary {

template <typename Scalar>
struct Format;

template <>
struct Format<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissa = 23;
  static constexpr Bits bias = 127;
  static constexpr int terms = 7;
  static constexpr float ln2_high = 0x1.62e4p-1F;  ///< few enough digits that n * ln2_high is exact
  static constexpr float ln2_low = 0x1.7f7d1cp-20F;
  static constexpr float lowest = -87.0F;  ///< below, e^x would leave the normal numbers
  static constexpr float highest = 88.0F;
  static constexpr float tanh_limit = 10.0F;  ///< beyond, tanh is 1 to the last bit
};

template <>
struct Format<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa = 52;
  static constexpr Bits bias = 1023;
  static constexpr int terms = 13;
  static constexpr double ln2_high = 0x1.62e42feep-1;
  static constexpr double ln2_low = 0x1.a39ef35793c76p-33;
  static constexpr double lowest = -708.0;
  static constexpr double highest = 709.0;
  static constexpr double tanh_limit = 20.0;
};

/// 2^n and e^r - 1.
template <typename Scalar>
struct Parts {
  Scalar power;
  Scalar rest;
};

template <typename Scalar>
inline Parts<Scalar> parts(Scalar x) {
  using F = Format<Scalar>;
  using Bits = typename F::Bits;
  constexpr Scalar log2_e = Scalar(1.4426950408889634);
  // Adding 1.5 * 2^mantissa leaves the rounded number in the lowest bits of the sum.
  constexpr Scalar shift = Scalar(1.5) * Scalar(Bits(1) << F::mantissa);
  x = x < F::lowest ? F::lowest : x;
  x = x > F::highest ? F::highest : x;
  const Scalar shifted = x * log2_e + shift;
  const Scalar n = shifted - shift;
  const Scalar r = (x - n * F::ln2_high) - n * F::ln2_low;
  Scalar series = 0;
  Scalar factorial = 1;
  for (int k = 2; k <= F::terms; ++k) factorial *= Scalar(k);
  for (int k = F::terms; k >= 2; --k) {
    series = series * r + Scalar(1) / factorial;
    factorial /= Scalar(k);
  }
  // The builtin behind std::bit_cast, which older libraries lack.
  const auto power = __builtin_bit_cast(Scalar, (__builtin_bit_cast(Bits, shifted) + F::bias) << F::mantissa);
  return {power, r + r * r * series};
}

/// e^x for x in [-708, 709] ([-87, 88] in single precision); beyond, its value at that bound.
template <typename Scalar>
inline Scalar exp(Scalar x) {
  const Parts<Scalar> p = parts(x);
  return p.power + p.power * p.rest;
}

/// 1 / (1 + e^-x); never below the smallest normal number.
template <typename Scalar>
inline Scalar sigmoid(Scalar x) {
  return Scalar(1) / (Scalar(1) + exp(-x));
}

template <typename Scalar>
inline Scalar tanh(Scalar x) {
  using Bits = typename Format<Scalar>::Bits;
  constexpr Bits sign = Bits(1) << (8 * sizeof(Scalar) - 1);
  const Bits bits = __builtin_bit_cast(Bits, x);
  auto size = __builtin_bit_cast(Scalar, bits & ~sign);
  size = size > Format<Scalar>::tanh_limit ? Format<Scalar>::tanh_limit : size;
  const Parts<Scalar> p = parts(size + size);
  const Scalar less_one = p.power * p.rest + (p.power - Scalar(1));  // e^(2 |x|) - 1
  const Scalar result = less_one / (less_one + Scalar(2));
  return __builtin_bit_cast(Scalar, __builtin_bit_cast(Bits, result) | (bits & sign));
}

}  // namespace descent::elementary
