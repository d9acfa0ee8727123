#include "objective/noisy.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "../support.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

Noisy noisy(double size, std::uint64_t seed = 1) { return {make_function("himmelblau"), size, seed}; }

Vector<double> gradient_of(const Objective<double>& objective, const Vector<double>& at) {
  Vector<double> gradient(at.size());
  objective.value_and_gradient(at, gradient);
  return gradient;
}

}  // namespace

TEST_CASE("without size there is no noise, and the loss never has any") {
  const auto plain = make_function("himmelblau");
  const Noisy silent = noisy(0);
  const Noisy loud = noisy(3);
  Random random(5);
  for (int trial = 0; trial < 100; ++trial) {
    const Vector<double> at = Vector<double>::NullaryExpr(2, [&] { return random.uniform(-5, 5); });
    CHECK(gradient_of(silent, at) == gradient_of(*plain, at));
    Vector<double> gradient(2);
    CHECK(loud.value_and_gradient(at, gradient) == plain->value(at));
    CHECK(loud.value(at) == plain->value(at));
    CHECK(gradient != gradient_of(*plain, at));
  }
}

TEST_CASE("the same place answers the same, a hair beside it another number, another seed another") {
  const Noisy one = noisy(1);
  const Noisy other = noisy(1, 2);
  Vector<double> at(2);
  at << 1.5, -0.25;
  CHECK(gradient_of(one, at) == gradient_of(noisy(1), at));
  CHECK(gradient_of(one, at) != gradient_of(other, at));
  Vector<double> beside = at;
  beside[1] = std::nextafter(at[1], 1);
  CHECK((gradient_of(one, at) - gradient_of(one, beside)).norm() > 1e-6);
}

TEST_CASE("the noise is normal: mean 0, the deviation that was asked for, alike in both slopes and not tied to each other") {
  const auto plain = make_function("himmelblau");
  const double size = 0.7;
  const Noisy loud = noisy(size);
  constexpr int count = 20000;
  Vector<double> sum = Vector<double>::Zero(2);
  Vector<double> squares = Vector<double>::Zero(2);
  double product = 0;
  double fourth = 0;
  Random random(11);
  for (int k = 0; k < count; ++k) {
    const Vector<double> at = Vector<double>::NullaryExpr(2, [&] { return random.uniform(-4, 4); });
    const Vector<double> off = gradient_of(loud, at) - gradient_of(*plain, at);
    sum += off;
    squares += off.cwiseAbs2();
    product += off[0] * off[1];
    fourth += off.array().pow(4).sum();
  }
  const double error = 5 / std::sqrt(static_cast<double>(count));  // five standard errors
  for (const double mean : sum / count) CHECK(std::abs(mean) < size * error);
  for (const double variance : squares / count) CHECK(std::abs(variance / (size * size) - 1) < 2 * error);
  CHECK(std::abs(product / count) < size * size * error);
  CHECK(std::abs(fourth / (2.0 * count) / std::pow(size, 4) - 3) < 20 * error);
}
