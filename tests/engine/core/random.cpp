#include "core/random.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <initializer_list>
#include <vector>

using descent::Random;

TEST_CASE("PCG32 gives the numbers that its author publishes for seed 42, stream 54") {
  Random random(42, 54);
  for (const std::uint32_t expected : {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU}) {
    CHECK(random.next() == expected);
  }
}

TEST_CASE("uniform numbers fill [0, 1) evenly") {
  Random random(1);
  double sum = 0;
  double squares = 0;
  constexpr int count = 100000;
  for (int i = 0; i < count; ++i) {
    const double u = random.uniform();
    REQUIRE(u >= 0);
    REQUIRE(u < 1);
    sum += u;
    squares += u * u;
  }
  CHECK(sum / count == doctest::Approx(0.5).epsilon(0.01));
  CHECK(squares / count == doctest::Approx(1.0 / 3).epsilon(0.01));
}

TEST_CASE("one seed gives one sequence, another seed another") {
  Random a(7);
  Random b(7);
  Random c(8);
  bool differs = false;
  for (int i = 0; i < 100; ++i) {
    const auto x = a.next();
    CHECK(x == b.next());
    differs = differs || x != c.next();
  }
  CHECK(differs);
}

TEST_CASE("whole numbers below a bound come evenly, and normal ones have mean 0 and variance 1") {
  Random random(3);
  std::vector<int> seen(7);
  for (int i = 0; i < 70000; ++i) ++seen[random.below(7)];
  for (const int count : seen) CHECK(std::abs(count - 10000) < 400);
  CHECK(random.below(1) == 0);
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < 100000; ++i) {
    const double z = random.normal();
    sum += z;
    squares += z * z;
  }
  CHECK(std::abs(sum / 100000) < 0.015);
  CHECK(squares / 100000 == doctest::Approx(1).epsilon(0.02));
}
