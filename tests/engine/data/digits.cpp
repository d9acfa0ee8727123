#include "data/digits/digits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace descent;
using namespace descent::digits;

namespace {

struct Blot {
  double mass = 0;
  double x = 0;  ///< centre of mass, in pixels from the left edge
  double y = 0;
  int width = 0;  ///< of the part that is at least half black
  int height = 0;
};

Blot measure(const Picture& picture) {
  Blot blot;
  int left = side;
  int right = -1;
  int top = side;
  int bottom = -1;
  for (int i = 0; i < side * side; ++i) {
    const int here = picture[static_cast<std::size_t>(i)];
    blot.mass += here;
    blot.x += here * (i % side + 0.5);
    const int row = i / side;
    blot.y += here * (row + 0.5);
    if (here < 128) continue;
    left = std::min(left, i % side);
    right = std::max(right, i % side);
    top = std::min(top, i / side);
    bottom = std::max(bottom, i / side);
  }
  blot.x /= blot.mass;
  blot.y /= blot.mass;
  blot.width = right - left + 1;
  blot.height = bottom - top + 1;
  return blot;
}

/// How far a place is from a piece of line.
double distance(const PenPoint& p, const PenPoint& a, const PenPoint& b) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
  const double across = ((p.x - a.x) * (b.y - a.y) - (p.y - a.y) * (b.x - a.x)) / length;
  return std::hypot(across, along - std::clamp(along, 0.0, length));
}

/// The ink of every pixel by its distance from the lines, before it is moved.
std::vector<double> inked(std::vector<Line> lines, double pen) {
  PenPoint low = lines[0][0];
  PenPoint high = low;
  for (const Line& line : lines) {
    for (const PenPoint& p : line) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  }
  const double scale = (20 - pen) / std::max(high.x - low.x, high.y - low.y);
  for (Line& line : lines) {
    for (PenPoint& p : line) p = {14 + scale * (p.x - (low.x + high.x) / 2), 14 + scale * (p.y - (low.y + high.y) / 2)};
  }
  std::vector<double> ink;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      double nearest = std::numeric_limits<double>::infinity();
      for (const Line& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
          nearest = std::min(nearest, distance({column + 0.5, row + 0.5}, line[i - 1], line[i]));
        }
      }
      ink.push_back(std::clamp((pen - 2 * nearest) / 2.1 + 0.5, 0.0, 1.0));
    }
  }
  return ink;
}

/// Catmull and Rom's curve as Barry and Goldman (1988) draw it, by interpolating and nothing else; t from 0 to 1.
double interpolated(const std::array<double, 4>& p, double t) {
  const auto mix = [](double a, double b, double share) { return a + share * (b - a); };
  const double first = mix(p[0], p[1], t + 1);
  const double middle = mix(p[1], p[2], t);
  const double last = mix(p[2], p[3], t - 1);
  return mix(mix(first, middle, (t + 1) / 2), mix(middle, last, t / 2), t);
}

/// A glyph as the hand without looseness writes it: leaning to the right, and narrower than high.
std::vector<Line> copied(const Glyph& glyph) {
  std::vector<Line> lines;
  for (const Stroke& stroke : glyph.strokes) {
    const auto last = static_cast<int>(stroke.size()) - 1;
    const bool closed = stroke[0].x == stroke[stroke.size() - 1].x && stroke[0].y == stroke[stroke.size() - 1].y;
    const auto point = [&](int i) {
      return stroke[static_cast<std::size_t>(closed ? (i + last) % last : std::clamp(i, 0, last))];
    };
    Line line;
    for (int sixth = 0; sixth <= 6 * last; ++sixth) {
      const int i = std::min(sixth / 6, last - 1);
      const double t = sixth / 6.0 - i;
      const double x = interpolated({point(i - 1).x, point(i).x, point(i + 1).x, point(i + 2).x}, t);
      const double y = interpolated({point(i - 1).y, point(i).y, point(i + 1).y, point(i + 2).y}, t);
      line.push_back({glyph.width * (x - 0.5) + 0.15 * (0.5 - y), y - 0.5});
    }
    lines.push_back(line);
  }
  return lines;
}

bool alike(const std::vector<Line>& some, const std::vector<Line>& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const Line& a, const Line& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const PenPoint& p, const PenPoint& q) { return std::hypot(p.x - q.x, p.y - q.y) < 1e-12; });
  });
}

}  // namespace

TEST_CASE("a picture is the ink of each pixel's distance from the lines, moved until it is balanced") {
  Random random(6);
  for (int trial = 0; trial < 60; ++trial) {
    std::vector<Line> lines(1 + random.below(3));
    const double wide = std::exp(random.uniform(-2, 2));
    for (Line& line : lines) {
      line.resize(2 + random.below(4));
      for (PenPoint& p : line) p = {wide * random.uniform(-1, 1), random.uniform(-1, 1)};
    }
    const double pen = random.uniform(1.2, 5.5);
    const std::vector<double> ink = inked(lines, pen);
    double mass = 0;
    std::array<double, 2> moment{};
    for (int i = 0; i < side * side; ++i) {
      mass += ink[static_cast<std::size_t>(i)];
      moment[0] += ink[static_cast<std::size_t>(i)] * (i % side);
      moment[1] += ink[static_cast<std::size_t>(i)] * static_cast<double>(i / side);
    }
    const int right = static_cast<int>(std::lround(13.5 - moment[0] / mass));
    const int down = static_cast<int>(std::lround(13.5 - moment[1] / mass));
    const Picture picture = draw(lines, pen);
    CAPTURE(trial);
    for (int row = std::max(0, down); row < side + std::min(0, down); ++row) {
      for (int column = std::max(0, right); column < side + std::min(0, right); ++column) {
        const double expected = 255 * ink[pixel(row - down, column - right)];
        CHECK(std::abs(picture[pixel(row, column)] - expected) <= 0.5 + 1e-9);
      }
    }
  }
}

TEST_CASE(
    "without looseness a digit is a smooth line through its glyph's points, each way as often as its weight says") {
  for (int d = 0; d < 10; ++d) {
    CAPTURE(d);
    const List<Glyph> ways = ways_of_writing(d);
    std::vector<int> times(ways.size());
    constexpr int all = 2000;
    for (std::uint64_t k = 0; k < all; ++k) {
      Random random = Random::member(3, k);
      const std::vector<Line> lines = write(d, {0}, random);
      std::size_t way = 0;
      while (way < ways.size() && !alike(lines, copied(ways[way]))) ++way;
      REQUIRE(way < ways.size());
      ++times[way];
    }
    double total = 0;
    for (const Glyph& way : ways) total += way.weight;
    for (std::size_t way = 0; way < ways.size(); ++way) {
      const double share = ways[way].weight / total;
      CHECK(std::abs(times[way] - all * share) <= 4 * std::sqrt(all * share * (1 - share)));
    }
  }
}

TEST_CASE("generated digits fill a box of 20 pixels, and their centre of mass lies in the middle") {
  for (std::uint64_t index = 0; index < 2000; ++index) {
    const Blot blot = measure(digit(11, index));
    CHECK(std::abs(blot.x - side / 2.0) <= 0.51);
    CHECK(std::abs(blot.y - side / 2.0) <= 0.51);
    CHECK(std::max(blot.width, blot.height) >= 18);
    CHECK(std::max(blot.width, blot.height) <= 21);
    CHECK(blot.mass > 255 * 15);
    CHECK(blot.mass < 255 * 300);
  }
}

TEST_CASE("the same seed and number give the same digit, others another") {
  std::set<Picture> seen;
  for (std::uint64_t index = 0; index < 300; ++index) {
    const Picture picture = digit(1, index);
    CHECK(picture == digit(1, index));
    CHECK(picture != digit(2, index));
    seen.insert(picture);
  }
  CHECK(seen.size() == 300);
}

TEST_CASE("every way of writing every digit is used, and all ten digits come equally often") {
  std::array<int, 10> count{};
  for (std::uint64_t index = 0; index < 1000; ++index) ++count[static_cast<std::size_t>(label(index))];
  for (const int times : count) CHECK(times == 100);
  for (int d = 0; d < 10; ++d) {
    CHECK(ways_of_writing(d).size() >= 2);
    for (const Glyph& way : ways_of_writing(d)) {
      CHECK(way.weight > 0);
      for (const Stroke& stroke : way.strokes) CHECK(stroke.size() >= 3);
    }
  }
}

TEST_CASE("without looseness every digit of one kind is one of its glyphs") {
  std::set<Picture> fours;
  for (std::uint64_t index = 4; index < 2000; index += 10) fours.insert(digit(1, index, {0}));
  CHECK(fours.size() == ways_of_writing(4).size());
}

TEST_CASE("a loose hand is no other hand: most digits are nearest to the mean of their kind, with pens of all widths") {
  constexpr std::size_t all = 1500;
  std::vector<Picture> pictures;
  std::array<std::array<double, area>, 10> means{};
  double lightest = std::numeric_limits<double>::infinity();
  double darkest = 0;
  for (std::size_t index = 0; index < all; ++index) {
    pictures.push_back(digit(21, index));
    const auto kind = static_cast<std::size_t>(label(index));
    for (std::size_t i = 0; i < area; ++i) means[kind][i] += pictures.back()[i] / (all / 10.0);
    // A stroke's ink is about its width.
    if (kind != 1) continue;
    const double mass = measure(pictures.back()).mass;
    lightest = std::min(lightest, mass);
    darkest = std::max(darkest, mass);
  }
  int right = 0;
  for (std::size_t index = 0; index < all; ++index) {
    std::array<double, 10> away{};
    for (std::size_t kind = 0; kind < 10; ++kind) {
      for (std::size_t i = 0; i < area; ++i) away[kind] += std::pow(pictures[index][i] - means[kind][i], 2);
    }
    right += std::min_element(away.begin(), away.end()) - away.begin() == label(index) ? 1 : 0;
  }
  CHECK(right > all * 0.7);
  CHECK(darkest > 3 * lightest);
}
