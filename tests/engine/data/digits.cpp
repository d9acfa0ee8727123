#include "data/digits/digits.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
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

}  // namespace

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
