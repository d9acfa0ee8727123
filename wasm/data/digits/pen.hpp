#pragma once

#include <vector>

#include "core/random.hpp"
#include "data/digits/glyphs.hpp"

namespace descent::digits {

/// How freely digits are written; 1 is the everyday hand, 0 copies the glyphs.
struct Handwriting {
  double looseness = 1;
};

/// The pen's way over the paper: line pieces, each a run of points. Units are free.
using Line = std::vector<PenPoint>;

/// Writes a digit once: chooses a way of writing it, then slant, width, proportions and distortion.
std::vector<Line> write(int digit, const Handwriting& hand, Random& random);

}  // namespace descent::digits
