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
};

template <>
struct Format<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa = 52;
  static constexpr Bits bias = 1023;
  static constexpr int terms = 13;
};

/// The numbers that the functions take. They lie in memory, their values unknown to whoever includes
/// this: browsers make a constant of WebAssembly's anew wherever it is used, which takes three
/// instructions where a load takes one, and limits that may be anything become single instructions.
template <typename Scalar>
struct Numbers {
  Scalar lowest;      ///< below, e^x would leave the normal numbers
  Scalar highest;     ///< and above
  Scalar tanh_limit;  ///< beyond, tanh is 1 to the last bit
  Scalar log2_e;
  Scalar shift;     ///< 1.5 * 2^mantissa: added, it leaves the rounded number in the lowest bits of the sum
  Scalar ln2_high;  ///< few enough digits that n * ln2_high is exact
  Scalar ln2_low;
  Scalar one;
  Scalar two;
  Scalar series[Format<Scalar>::terms - 1];  ///< 1 / 2!, 1 / 3!, ...
};

extern const Numbers<float> float_numbers;
extern const Numbers<double> double_numbers;

template <typename Scalar>
inline const Numbers<Scalar>& numbers() {
  if constexpr (sizeof(Scalar) == sizeof(float)) {
    return float_numbers;
  } else {
    return double_numbers;
  }
}

/// 2^n and e^r - 1.
template <typename Scalar>
struct Parts {
  Scalar power;
  Scalar rest;
};

/// Of an x from `lowest` to `highest`.
template <typename Scalar>
inline Parts<Scalar> parts(Scalar x) {
  using F = Format<Scalar>;
  using Bits = typename F::Bits;
  const Numbers<Scalar>& c = numbers<Scalar>();
  const Scalar shifted = x * c.log2_e + c.shift;
  const Scalar n = shifted - c.shift;
  const Scalar r = (x - n * c.ln2_high) - n * c.ln2_low;
  Scalar series = c.series[F::terms - 2];
  // Only as a straight line does it let a loop around it become SIMD.
#ifdef __clang__
#pragma clang loop unroll(full)
#endif
  for (int k = F::terms - 3; k >= 0; --k) series = series * r + c.series[k];
  // The builtin behind std::bit_cast, which older libraries lack.
  const auto power = __builtin_bit_cast(Scalar, (__builtin_bit_cast(Bits, shifted) + F::bias) << F::mantissa);
  return {power, r + r * r * series};
}

/// e^x for x in [-708, 709] ([-87, 88] in single precision); beyond, its value at that bound.
template <typename Scalar>
inline Scalar exp(Scalar x) {
  const Numbers<Scalar>& c = numbers<Scalar>();
  x = c.lowest > x ? c.lowest : x;  // this way round NaN stays NaN
  x = c.highest < x ? c.highest : x;
  const Parts<Scalar> p = parts(x);
  return p.power + p.power * p.rest;
}

/// 1 / (1 + e^-x); never below the smallest normal number.
template <typename Scalar>
inline Scalar sigmoid(Scalar x) {
  const Scalar one = numbers<Scalar>().one;
  return one / (one + exp(-x));
}

template <typename Scalar>
inline Scalar tanh(Scalar x) {
  using Bits = typename Format<Scalar>::Bits;
  const Numbers<Scalar>& c = numbers<Scalar>();
  constexpr Bits sign = Bits(1) << (8 * sizeof(Scalar) - 1);
  const Bits bits = __builtin_bit_cast(Bits, x);
  auto size = __builtin_bit_cast(Scalar, bits & ~sign);
  size = c.tanh_limit < size ? c.tanh_limit : size;
  const Parts<Scalar> p = parts(size + size);
  const Scalar less_one = p.power * p.rest + (p.power - c.one);  // e^(2 |x|) - 1
  const Scalar result = less_one / (less_one + c.two);
  return __builtin_bit_cast(Scalar, __builtin_bit_cast(Bits, result) | (bits & sign));
}

}  // namespace descent::elementary
