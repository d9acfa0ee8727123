#include "core/text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "core/random.hpp"

using namespace descent;

TEST_CASE("a number's text is the shortest that reads back as the number") {
  CHECK(text_of(0.1) == "0.1");
  CHECK(text_of(1) == "1");
  CHECK(text_of(-2.5) == "-2.5");
  CHECK(text_of(1e300) == "1e+300");
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    const double value = random.uniform(-1, 1) * std::pow(10, random.uniform(-300, 300));
    CHECK(std::strtod(text_of(value).c_str(), nullptr) == value);
  }
}

TEST_CASE("a misspelt name finds its neighbour, and a strange one nothing") {
  const std::vector<std::string> names = {"himmelblau", "parabola", "curvature"};
  CHECK(nearest("himelblau", names) == "himmelblau");
  CHECK(nearest("curvatrue", names) == "curvature");
  CHECK(nearest("Parabola", names) == "parabola");
  CHECK(nearest("xyz", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest(std::string(100000, 'a'), names).empty());
}

TEST_CASE("alternatives read as a sentence") {
  CHECK(alternatives({"a"}) == "`a`");
  CHECK(alternatives({"a", "b"}) == "`a` or `b`");
  CHECK(alternatives({"a", "b", "c"}) == "`a`, `b` or `c`");
}
