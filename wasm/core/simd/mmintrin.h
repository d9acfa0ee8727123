#pragma once
// Deliberately empty. Eigen includes this header, and the toolchain's own refuses any target but x86.
// Nothing in it (MMX) is used; the SSE intrinsics come from the toolchain's translation to SIMD128.
