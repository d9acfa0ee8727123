#include "core/elementary.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

#include "core/logarithm.hpp"
#include "core/sine.hpp"

namespace {

/// Units in the last place of `exact` between it and `got`.
template <typename Scalar>
double ulps(Scalar got, double exact) {
  const auto rounded = static_cast<Scalar>(exact);
  const double unit = std::abs(static_cast<double>(rounded) - static_cast<double>(std::nextafter(rounded, Scalar(0))));
  return unit == 0 ? 0 : std::abs(static_cast<double>(got) - exact) / unit;
}

/// The worst of many places, close together around 0 and reaching to 60 on both sides.
template <typename Scalar, typename Function, typename Reference>
double worst(Function function, Reference reference) {
  double result = 0;
  for (int i = -20000; i <= 20000; ++i) {
    const double u = i / 20000.0;
    const auto x = static_cast<Scalar>(60 * u * u * u);
    result = std::max(result, ulps(function(x), reference(static_cast<double>(x))));
  }
  return result;
}

template <typename Scalar>
void check_accuracy(double allowed) {
  using namespace descent;
  CHECK(worst<Scalar>([](Scalar x) { return elementary::exp(x); }, [](double x) { return std::exp(x); }) < allowed);
  CHECK(worst<Scalar>([](Scalar x) { return elementary::sigmoid(x); },
                      [](double x) { return 1 / (1 + std::exp(-x)); }) < allowed);
  CHECK(worst<Scalar>([](Scalar x) { return elementary::tanh(x); }, [](double x) { return std::tanh(x); }) < allowed);
}

template <typename Scalar>
void check_extremes() {
  using namespace descent;
  constexpr Scalar huge = Scalar(1e30);
  constexpr Scalar infinity = std::numeric_limits<Scalar>::infinity();
  for (const Scalar x : {huge, infinity}) {
    CHECK(elementary::sigmoid(x) == 1);
    CHECK(elementary::sigmoid(-x) > 0);
    CHECK(elementary::sigmoid(-x) < Scalar(1e-37));
    CHECK(elementary::tanh(x) == 1);
    CHECK(elementary::tanh(-x) == -1);
    CHECK(std::isfinite(elementary::exp(x)));
  }
  CHECK(elementary::sigmoid(Scalar(0)) == Scalar(0.5));
  CHECK(elementary::tanh(Scalar(0)) == 0);
  CHECK(std::signbit(elementary::tanh(Scalar(-0.0))));
  CHECK(std::isnan(elementary::sigmoid(std::numeric_limits<Scalar>::quiet_NaN())));
  CHECK(std::isnan(elementary::tanh(std::numeric_limits<Scalar>::quiet_NaN())));
}

}  // namespace

TEST_CASE("exponential, logistic and hyperbolic tangent are right to 4 units in the last place") {
  check_accuracy<float>(4);
  check_accuracy<double>(4);
}

TEST_CASE("exponential, logistic and hyperbolic tangent stay finite, and NaN stays NaN") {
  check_extremes<float>();
  check_extremes<double>();
}

TEST_CASE("sine, cosine and logarithm are right to one unit in the last place") {
  using namespace descent;
  double worst_sine = 0, worst_cosine = 0, worst_logarithm = 0;
  for (int i = -200000; i <= 200000; ++i) {
    const double u = i / 200000.0;
    // Spread over many sizes, with the multiples of pi / 2 among them.
    for (const double x : {60 * u * u * u, 1e6 * u, i * 1.5707963267948966}) {
      if (std::abs(x) > 1e6) continue;
      const elementary::SinCos both = elementary::sin_cos(x);
      worst_sine = std::max(worst_sine, ulps(both.sin, std::sin(x)));
      worst_cosine = std::max(worst_cosine, ulps(both.cos, std::cos(x)));
    }
    for (const double x : {1 + u / 2, std::exp(u), std::exp(700 * u)}) {
      worst_logarithm = std::max(worst_logarithm, ulps(elementary::log(x), std::log(x)));
    }
  }
  CHECK(worst_sine <= 1);
  CHECK(worst_cosine <= 1);
  CHECK(worst_logarithm <= 1);
  CHECK(std::signbit(elementary::sin_cos(-0.0).sin));
  CHECK(std::isnan(elementary::sin_cos(std::numeric_limits<double>::quiet_NaN()).sin));
}
