#include "data/digits/pen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace descent::digits {
namespace {

constexpr int points_per_piece = 6;

const Glyph& choose(int digit, Random& random) {
  const List<Glyph> ways = ways_of_writing(digit);
  double total = 0;
  for (const Glyph& way : ways) total += way.weight;
  double left = random.uniform(0, total);
  for (const Glyph& way : ways) {
    left -= way.weight;
    if (left < 0) return way;
  }
  return ways[0];
}

/// Between b and c on the curve of Catmull and Rom (1974) through a, b, c, d; t from 0 to 1.
double spline(double a, double b, double c, double d, double t) {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

Line smooth(const Stroke& stroke) {
  Line line;
  const auto last = static_cast<int>(stroke.size()) - 1;
  const bool closed = stroke[0].x == stroke[stroke.size() - 1].x && stroke[0].y == stroke[stroke.size() - 1].y;
  const auto at = [&](int i) {
    if (closed) i = (i + last) % last;
    return stroke[static_cast<std::size_t>(std::clamp(i, 0, last))];
  };
  for (int i = 0; i < last; ++i) {
    for (int k = 0; k < points_per_piece; ++k) {
      const double t = static_cast<double>(k) / points_per_piece;
      line.push_back({spline(at(i - 1).x, at(i).x, at(i + 1).x, at(i + 2).x, t),
                      spline(at(i - 1).y, at(i).y, at(i + 1).y, at(i + 2).y, t)});
    }
  }
  line.push_back(at(last));
  return line;
}

/// A smooth random displacement of the plane: a few waves with random directions and phases, the
/// elastic distortion of Simard, Steinkraus and Platt (2003) applied to the line instead of its picture.
class Elastic {
 public:
  Elastic(double looseness, Random& random) {
    for (Wave& wave : waves_) {
      const bool fine = &wave >= waves_.data() + coarse_waves;
      const double frequency = two_pi * (fine ? random.uniform(0.7, 1.4) : random.uniform(0.2, 0.7));
      const double amplitude = looseness * (fine ? 0.035 : 0.045);
      const double direction = random.uniform(0, two_pi);
      wave = {frequency * std::cos(direction), frequency * std::sin(direction), random.uniform(0, two_pi),
              amplitude * random.normal(), amplitude * random.normal()};
    }
  }
  PenPoint operator()(const PenPoint& p) const {
    PenPoint moved = p;
    for (const Wave& wave : waves_) {
      const double height = std::sin(wave.kx * p.x + wave.ky * p.y + wave.phase);
      moved.x += wave.dx * height;
      moved.y += wave.dy * height;
    }
    return moved;
  }

 private:
  static constexpr int coarse_waves = 4;
  static constexpr double two_pi = 6.283185307179586;
  struct Wave {
    double kx, ky, phase, dx, dy;
  };
  std::array<Wave, 7> waves_{};
};

/// Shortens or lengthens a stroke's ends a little.
void trim(Line& line, double share, Random& random) {
  const auto extend = [&](PenPoint& end, const PenPoint& inner) {
    const double by = share * random.normal();
    const double dx = end.x - inner.x;
    const double dy = end.y - inner.y;
    const double length = std::max(1e-6, std::hypot(dx, dy));
    end = {end.x + by * dx / length, end.y + by * dy / length};
  };
  extend(line.front(), line[1]);
  extend(line.back(), line[line.size() - 2]);
}

}  // namespace

std::vector<Line> write(int digit, const Handwriting& hand, Random& random) {
  const double loose = hand.looseness;
  const Glyph& glyph = choose(digit, random);
  const Elastic elastic(loose, random);
  const double waist = std::clamp(0.3 * loose * random.normal(), -0.7, 0.7);  // moves the middle down or up
  const double lean = std::clamp(0.2 * loose * random.normal(), -0.7, 0.7);   // and right or left
  const double width = glyph.width * std::exp(0.22 * loose * random.normal());
  const double slant = 0.15 + 0.27 * loose * random.normal();
  const double turn = 0.1 * loose * random.normal();
  const double cosine = std::cos(turn);
  const double sine = std::sin(turn);

  std::vector<Line> lines;
  for (const Stroke& stroke : glyph.strokes) {
    Line line = smooth(stroke);
    trim(line, 0.06 * loose, random);
    for (PenPoint& p : line) {
      p = {p.x + lean * p.x * (1 - p.x), p.y + waist * p.y * (1 - p.y)};
      p = elastic(p);
      const double x = width * (p.x - 0.5) - slant * (p.y - 0.5);
      const double y = p.y - 0.5;
      p = {cosine * x - sine * y, sine * x + cosine * y};
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace descent::digits
