#pragma once

#include "core/parameter.hpp"

namespace descent::digits {

/// x from 0 (left) to 1 (right), y from 0 (top) to 1 (bottom).
struct PenPoint {
  double x;
  double y;
};

/// A smooth movement of the pen through its points; a corner is where one stroke ends and the next begins.
using Stroke = List<PenPoint>;

/// One way of writing a digit.
struct Glyph {
  List<Stroke> strokes;
  double width;   ///< of the written digit, as a share of its height
  double weight;  ///< how common this way of writing is
};

/// The ways of writing `digit`, 0 to 9.
List<Glyph> ways_of_writing(int digit);

}  // namespace descent::digits
