#include "core/text.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "core/decimal.hpp"
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

TEST_CASE("a number is written plainly where that is short, and with its power of ten elsewhere") {
  CHECK(text_of(0) == "0");
  CHECK(text_of(-0.0) == "0");
  CHECK(text_of(100000) == "100000");
  CHECK(text_of(123456789012345) == "123456789012345");
  CHECK(text_of(1e15) == "1e+15");
  CHECK(text_of(0.000001) == "0.000001");
  CHECK(text_of(-1.5e-7) == "-1.5e-7");
  CHECK(text_of(5e-324) == "5e-324");
  CHECK(text_of(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(text_of(std::nan("")) == "nan");
  CHECK(text_of(-INFINITY) == "-inf");
  CHECK(text_of(0.1 * 3, 15) == "0.3");
  CHECK(text_of(2.0 / 3, 3) == "0.667");
}

TEST_CASE("a decimal is read as the nearest double, however many digits it has") {
  CHECK(value_of("0.1") == 0.1);
  CHECK(value_of("-12.5e1") == -125);
  CHECK(value_of("9007199254740993") == 9007199254740992);  // a tie goes to the even one
  CHECK(value_of("9007199254740993.0000000000000000000000000001") == 9007199254740994);
  CHECK(value_of("2.2250738585072011e-308") == 2.2250738585072011e-308);
  CHECK(std::isinf(value_of("1e400")));
  CHECK(value_of("1e-400") == 0);
}
