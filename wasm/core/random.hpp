#pragma once

#include <cmath>
#include <cstdint>

namespace descent {

/// PCG32 (`pcg32_random_r`): M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient
/// Statistically Good Algorithms for Random Number Generation", 2014, variant XSH-RR 64/32.
/// Our own, because the standard library's distributions differ between implementations.
class Random {
 public:
  /// One `seed` gives one sequence; `stream` selects among 2^63 independent ones.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 54) : increment_((stream << 1U) | 1U) {
    next();
    state_ += seed;
    next();
  }

  /// Generator number `index` of the family that `seed` names. Neighbours have nothing in common, which
  /// neighbouring streams cannot promise: both numbers go through SplitMix64's finaliser (Steele, Lea
  /// and Flood 2014) first.
  static Random member(std::uint64_t seed, std::uint64_t index) {
    return Random(mixed(mixed(seed) + index * 0x9e3779b97f4a7c15ULL));
  }

  /// Uniform over all 32-bit numbers.
  std::uint32_t next() {
    const std::uint64_t old = state_;
    state_ = old * 6364136223846793005ULL + increment_;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto rotation = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> rotation) | (shifted << ((32U - rotation) & 31U));
  }

  /// Uniform in [0, 1), a multiple of 2^-53.
  double uniform() {
    const std::uint64_t high = next() >> 5U;
    const std::uint64_t low = next() >> 6U;
    return static_cast<double>((high << 26U) | low) * 0x1p-53;
  }

  /// Uniform in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// Uniform over 0 ... count - 1, without bias; count >= 1.
  std::uint32_t below(std::uint32_t count) {
    // The lowest numbers that would make the remainders uneven are drawn again.
    const std::uint32_t uneven = (0U - count) % count;
    std::uint32_t drawn = next();
    while (drawn < uneven) drawn = next();
    return drawn % count;
  }

  /// Standard normal, by Marsaglia's polar method (1964), the second number of each pair left unused.
  double normal() {
    for (;;) {
      const double u = uniform(-1, 1);
      const double v = uniform(-1, 1);
      const double s = u * u + v * v;
      if (s > 0 && s < 1) return u * std::sqrt(-2 * std::log(s) / s);
    }
  }

 private:
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_ = 0;
  std::uint64_t increment_;
};

}  // namespace descent
