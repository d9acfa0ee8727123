#include "peak.hpp"

#include "clock.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>

namespace descent::bench {
namespace {

constexpr int rounds = 100000;
constexpr double operations = 4.0 * 12 * rounds;  // lanes x instructions per round x rounds

/// Whatever compiler sees this must believe that the register was read and changed.
inline void keep(__m128& number) { asm volatile("" : "+x"(number)); }

/// Multiplications and additions as a matrix product has them, as many of one as of the other. The
/// numbers neither grow nor vanish.
void chains() {
  __m128 p0 = _mm_set1_ps(1), p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0;
  __m128 s0 = _mm_set1_ps(1), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  __m128 one = _mm_set1_ps(1), none = _mm_set1_ps(0);
  keep(one);
  keep(none);
  for (int round = 0; round < rounds; ++round) {
    const auto times = [&](__m128& p) { keep(p = _mm_mul_ps(p, one)); };
    const auto plus = [&](__m128& s) { keep(s = _mm_add_ps(s, none)); };
    times(p0), plus(s0), times(p1), plus(s1), times(p2), plus(s2);
    times(p3), plus(s3), times(p4), plus(s4), times(p5), plus(s5);
  }
}

}  // namespace

double peak(double seconds) { return operations * rate(seconds, chains); }

}  // namespace descent::bench

#else

double descent::bench::peak(double /*seconds*/) { return 0; }

#endif
