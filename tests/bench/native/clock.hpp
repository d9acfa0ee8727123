#pragma once

#include <ctime>

namespace descent::bench {

/// Seconds of processor time so far: other work on the machine takes wall time, but not this.
inline double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// How often `work` runs per second of processor time, called for about `seconds`.
template <typename Work>
double rate(double seconds, const Work& work) {
  const double begin = now();
  double spent = 0;
  double calls = 0;
  for (; spent < seconds; spent = now() - begin, ++calls) work();
  return calls / spent;
}

}  // namespace descent::bench
