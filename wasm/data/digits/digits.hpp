#pragma once

#include <cstdint>

#include "data/digits/raster.hpp"

namespace descent::digits {

/// Digit number `index` of the endless sequence that `seed` names: labels run 0, 1, ... 9, 0, ...
/// Each is drawn with its own random numbers, so any of them can be made without those before it.
Picture digit(std::uint64_t seed, std::uint64_t index, const Handwriting& hand = {});

/// The digit that `digit(., index)` shows.
inline int label(std::uint64_t index) { return static_cast<int>(index % 10); }

}  // namespace descent::digits
