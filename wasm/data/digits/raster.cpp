#include "data/digits/raster.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace descent::digits {
namespace {

constexpr double box = 20;
constexpr double soft = 1.05;  ///< pixels over which ink fades into paper

/// Ink, row by row, each from 0 to 1.
using Ink = std::array<double, area>;

struct Frame {
  double scale;
  double x;
  double y;
};

/// Places the lines' middle in the middle of the picture, so large that with the pen's width they fill the box.
Frame fit(const std::vector<Line>& lines, double pen) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  double left = infinity;
  double right = -infinity;
  double top = infinity;
  double bottom = -infinity;
  for (const Line& line : lines) {
    for (const PenPoint& p : line) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  }
  const double size = std::max({right - left, bottom - top, 1e-6});
  const double scale = (box - pen) / size;
  return {scale, side / 2.0 - scale * (left + right) / 2, side / 2.0 - scale * (top + bottom) / 2};
}

/// The square of the distance from a point to a piece of line.
double squared_distance(double x, double y, const PenPoint& a, const PenPoint& b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double along = length > 0 ? std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0;
  const double across_x = x - a.x - along * dx;
  const double across_y = y - a.y - along * dy;
  return across_x * across_x + across_y * across_y;
}

/// Inks the pixels near one piece of line.
void ink_piece(const PenPoint& a, const PenPoint& b, double pen, Ink& ink) {
  const double reach = (pen + soft) / 2;
  const auto first = [&](double p, double q) {
    return std::max(0, static_cast<int>(std::floor(std::min(p, q) - reach)));
  };
  const auto last = [&](double p, double q) {
    return std::min(side - 1, static_cast<int>(std::ceil(std::max(p, q) + reach)));
  };
  const int bottom = last(a.y, b.y);
  const int left = first(a.x, b.x);
  const int right = last(a.x, b.x);
  for (int row = first(a.y, b.y); row <= bottom; ++row) {
    for (int column = left; column <= right; ++column) {
      const double squared = squared_distance(column + 0.5, row + 0.5, a, b);
      if (squared >= reach * reach) continue;
      double& here = ink[pixel(row, column)];
      here = std::max(here, std::min((reach - std::sqrt(squared)) / soft, 1.0));
    }
  }
}

/// Whole pixels to move the ink by, so that its centre of mass comes to the middle.
int centring(double moment, double mass) {
  return mass > 0 ? static_cast<int>(std::lround(side / 2.0 - moment / mass)) : 0;
}

}  // namespace

Picture draw(const std::vector<Line>& lines, double pen) {
  const Frame frame = fit(lines, pen);
  const auto place = [&](const PenPoint& p) {
    return PenPoint{frame.scale * p.x + frame.x, frame.scale * p.y + frame.y};
  };
  Ink ink{};
  for (const Line& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) ink_piece(place(line[i - 1]), place(line[i]), pen, ink);
  }
  double mass = 0;
  double moment_x = 0;
  double moment_y = 0;
  for (int i = 0; i < side * side; ++i) {
    const double here = ink[static_cast<std::size_t>(i)];
    mass += here;
    moment_x += here * (i % side + 0.5);
    const int row = i / side;
    moment_y += here * (row + 0.5);
  }
  const int right = centring(moment_x, mass);
  const int down = centring(moment_y, mass);
  Picture picture{};
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const int from_row = row - down;
      const int from_column = column - right;
      if (from_row < 0 || from_row >= side || from_column < 0 || from_column >= side) continue;
      const double here = ink[pixel(from_row, from_column)];
      picture[pixel(row, column)] = static_cast<std::uint8_t>(std::lround(255 * here));
    }
  }
  return picture;
}

}  // namespace descent::digits
