#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "data/digits/pen.hpp"

namespace descent::digits {

inline constexpr int side = 28;

/// Pixels of a picture.
inline constexpr std::size_t area = std::size_t{side} * side;

/// Where the pixel of a row and a column, both from 0 to `side` - 1, stands in a picture.
constexpr std::size_t pixel(int row, int column) {
  return static_cast<std::size_t>(row) * side + static_cast<std::size_t>(column);
}

/// Grey values row by row from the top left, 0 paper to 255 ink.
using Picture = std::array<std::uint8_t, area>;

/// Draws lines as MNIST's digits are prepared (LeCun et al. 1998, section III-A): scaled to fit a box
/// of 20 x 20 pixels without changing their proportions, then moved by whole pixels until the centre of
/// mass of their ink lies in the middle. `pen` is the width of the line in pixels.
Picture draw(const std::vector<Line>& lines, double pen);

}  // namespace descent::digits
