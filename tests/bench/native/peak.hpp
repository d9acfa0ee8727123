#pragma once

namespace descent::bench {

/// The most floating-point operations per second that 128-bit multiplications and additions reach on
/// this core at this moment, in single precision: independent chains of them in registers, and nothing
/// else. 0 where the processor has no SSE.
double peak(double seconds);

}  // namespace descent::bench
