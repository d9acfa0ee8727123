#include <doctest/doctest.h>

#include <set>
#include <string>

#include "../spectrum.hpp"
#include "../support.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// Visits every built-in function, made with its default shape.
template <typename Check>
void for_every_function(Check check) {
  for (const FunctionEntry& entry : functions()) {
    CAPTURE(entry.info->name);
    const auto objective = entry.make(defaults(entry.info->parameters).data());
    check(*entry.info, *objective);
  }
}

Vector<double> minimum(const FunctionInfo& info, std::size_t k) {
  return Eigen::Map<const Vector<double>>(info.minima.items + k * static_cast<std::size_t>(info.dimension),
                                          info.dimension);
}

double central_difference(const Objective<double>& objective, Vector<double> at, Index i, double width) {
  const double x = at[i];
  at[i] = x + width;
  const double ahead = objective.value(at);
  at[i] = x - width;
  return (ahead - objective.value(at)) / (2 * width);
}

}  // namespace

TEST_CASE("every function is described completely") {
  std::set<std::string> names;
  for_every_function([&](const FunctionInfo& info, const Objective<double>& objective) {
    const auto n = static_cast<std::size_t>(info.dimension);
    CHECK(names.insert(info.name).second);
    CHECK(find_function(info.name)->info == &info);
    CHECK(objective.dimension() == info.dimension);
    CHECK(info.domain.size() == 2 * n);
    CHECK(info.start.size() == n);
    CHECK(info.minima.size() == n * info.minimum_values.size());
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(info.domain[2 * i] < info.domain[2 * i + 1]);
      CHECK(info.start[i] >= info.domain[2 * i]);
      CHECK(info.start[i] <= info.domain[2 * i + 1]);
    }
    for (const Parameter& parameter : info.parameters) {
      CHECK(parameter.min <= parameter.standard);
      CHECK(parameter.standard <= parameter.max);
      CHECK((parameter.scale != Scale::log || parameter.min > 0));
    }
  });
}

TEST_CASE("a gradient agrees with central differences at random places") {
  Random random(11);
  for_every_function([&](const FunctionInfo& info, const Objective<double>& objective) {
    Vector<double> gradient(info.dimension);
    for (int trial = 0; trial < 200; ++trial) {
      const Vector<double> at = random_place(info, random);
      const double value = objective.value_and_gradient(at, gradient);
      CHECK(value == doctest::Approx(objective.value(at)).epsilon(1e-14));
      for (Index i = 0; i < info.dimension; ++i) {
        // The quotient's own error: third derivatives times h^2, and rounding of the value over h.
        const double width = 1e-5;
        const double slack = 1e-7 * (1 + gradient.norm()) + 1e-10 * std::abs(value);
        CHECK(std::abs(central_difference(objective, at, i, width) - gradient[i]) <= slack);
      }
    }
  });
}

TEST_CASE("a Hessian agrees with central differences of the gradient") {
  Random random(12);
  for_every_function([&](const FunctionInfo& info, const Objective<double>& objective) {
    for (int trial = 0; trial < 50; ++trial) {
      const Vector<double> at = random_place(info, random);
      const Matrix<double> exact = objective.hessian(at);
      const Matrix<double> approximate = objective.Objective<double>::hessian(at);
      CHECK((exact - approximate).norm() <= 1e-6 * (1 + exact.norm()));
      CHECK(exact == exact.transpose());
    }
  });
}

TEST_CASE("minima have the stated value, no slope, and nothing lower beside them") {
  Random random(13);
  for_every_function([&](const FunctionInfo& info, const Objective<double>& objective) {
    for (std::size_t k = 0; k < info.minimum_values.size(); ++k) {
      CAPTURE(k);
      const Vector<double> at = minimum(info, k);
      Vector<double> gradient(info.dimension);
      const double value = objective.value_and_gradient(at, gradient);
      CHECK(std::abs(value - info.minimum_values[k]) <= 1e-12 * (1 + std::abs(value)));
      CHECK(gradient.norm() <= 1e-11 * (1 + objective.hessian(at).norm()));
      CHECK(info.minimum_values[k] >= info.minimum_values[0]);
      for (int trial = 0; trial < 50; ++trial) {
        Vector<double> beside = at;
        for (Index i = 0; i < info.dimension; ++i) beside[i] += random.uniform(-1e-3, 1e-3);
        CHECK(objective.value(beside) >= value - 1e-12 * (1 + std::abs(value)));
      }
    }
  });
}

TEST_CASE("no place in the domain lies below the first minimum") {
  Random random(14);
  for_every_function([&](const FunctionInfo& info, const Objective<double>& objective) {
    if (info.minimum_values.size() == 0) return;
    for (int trial = 0; trial < 2000; ++trial) {
      CHECK(objective.value(random_place(info, random)) >= info.minimum_values[0]);
    }
  });
}

TEST_CASE("a parabola of curvature 2 is x^2 + 5, to the bit") {
  const auto parabola = make_function("parabola");
  Random random(15);
  for (int trial = 0; trial < 1000; ++trial) {
    const double x = random.uniform(-10, 10);
    CHECK(parabola->value(vector({x})) == x * x + 5);
  }
}

TEST_CASE("the condition number of bowl and ravine is the one asked for") {
  for (const char* name : {"bowl", "ravine"}) {
    for (const double condition : {1.0, 7.0, 1000.0}) {
      const auto objective = find_function(name)->make(&condition);
      const Vector<double> eigenvalues = spectrum(objective->hessian(vector({1, 2}))).values;
      CHECK(eigenvalues.minCoeff() == doctest::Approx(1));
      CHECK(eigenvalues.maxCoeff() == doctest::Approx(condition));
    }
  }
}
