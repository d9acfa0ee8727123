#include "objective/regression.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "../support.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

struct Data {
  Matrix<double> inputs;
  Vector<double> targets;
};

Data random_examples(Index examples, Index features, Random& random) {
  Data data{Matrix<double>(examples, features), Vector<double>(examples)};
  for (double& x : data.inputs.reshaped()) x = random.uniform(-2, 2);
  for (double& y : data.targets) y = random.uniform(-5, 5);
  return data;
}

}  // namespace

TEST_CASE("the loss of a line is the sum of its squared residuals, or their mean") {
  Matrix<double> inputs(3, 1);
  inputs << 0, 1, 2;
  const Vector<double> targets = vector({1, 2, 6});
  const Vector<double> line = vector({2, 1});  // residuals 0, 1, -1
  CHECK(Regression(inputs, targets, SquaredLoss::sum_squares).value(line) == 2);
  CHECK(Regression(inputs, targets, SquaredLoss::mean_squares).value(line) == doctest::Approx(2.0 / 3));
}

TEST_CASE("gradient and Hessian of a regression agree with differences") {
  Random random(21);
  for (const SquaredLoss loss : {SquaredLoss::mean_squares, SquaredLoss::sum_squares}) {
    for (Index features = 1; features <= 5; ++features) {
      const Data data = random_examples(13, features, random);
      const Regression regression(data.inputs, data.targets, loss);
      Vector<double> at(features + 1);
      for (double& w : at) w = random.uniform(-3, 3);
      Vector<double> gradient(features + 1);
      regression.value_and_gradient(at, gradient);
      for (Index i = 0; i <= features; ++i) {
        Vector<double> ahead = at;
        Vector<double> behind = at;
        ahead[i] += 1e-4;
        behind[i] -= 1e-4;
        const double quotient = (regression.value(ahead) - regression.value(behind)) / 2e-4;
        CHECK(quotient == doctest::Approx(gradient[i]).epsilon(1e-6));
      }
      const Matrix<double> exact = regression.hessian(at);
      CHECK((exact - regression.Objective<double>::hessian(at)).norm() <= 1e-6 * exact.norm());
    }
  }
}

TEST_CASE("the gradients of single examples average to the whole gradient") {
  Random random(22);
  const Data data = random_examples(9, 2, random);
  const Regression regression(data.inputs, data.targets, SquaredLoss::mean_squares);
  const Vector<double> at = vector({0.5, -1, 2});
  Vector<double> whole(3);
  const double loss = regression.value_and_gradient(at, whole);

  std::vector<Index> all(9);
  std::iota(all.begin(), all.end(), 0);
  Vector<double> gradient(3);
  CHECK(regression.batch_value_and_gradient(at, all.data(), 9, gradient) == doctest::Approx(loss));
  CHECK((gradient - whole).norm() <= 1e-12 * whole.norm());

  Vector<double> sum = Vector<double>::Zero(3);
  for (const Index& one : all) {
    regression.batch_value_and_gradient(at, &one, 1, gradient);
    sum += gradient;
  }
  CHECK((sum / 9 - whole).norm() <= 1e-12 * whole.norm());
}
