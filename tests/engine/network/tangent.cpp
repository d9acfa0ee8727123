#include "network/tangent.hpp"

#include <doctest/doctest.h>

#include "network/examples.hpp"
#include "network/lesson.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

Vector<double> hessian_times(const NetworkShape& shape, const std::shared_ptr<const Examples<double>>& data,
                             const Vector<double>& at, const Vector<double>& along) {
  Lesson lesson(shape, {data, nullptr});
  Tangent tangent(shape, lesson.capacity());
  const Matrix<double> sums = lesson.first_sums(at);
  Vector<double> product = Vector<double>::Zero(at.size());
  for (Index first = 0; first < lesson.count(); first += Lesson::chunk) {
    tangent.add(at.data(), along.data(), lesson.inputs(first), lesson.targets(first), sums.data() + first * sums.rows(),
                lesson.size(first), lesson.scale(), product.data());
  }
  return product;
}

}  // namespace

TEST_CASE("the Hessian times a direction is how the gradient changes along it") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto data = random_examples<double>(shape, 67, random);
    const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    const Vector<double> along = random_parameters<double>(shape, random);
    // Two widths, extrapolated: the error is then of the fourth order.
    const auto quotient = [&](double width) {
      Vector<double> ahead(at.size());
      Vector<double> behind(at.size());
      objective.value_and_gradient(at + width * along, ahead);
      objective.value_and_gradient(at - width * along, behind);
      return Vector<double>((ahead - behind) / (2 * width));
    };
    // A rectifier's corner may lie between the places that are compared: they are near, and the networks small.
    const bool corners = shape.hidden == Activation::relu || shape.hidden == Activation::leaky_relu;
    if (corners && shape.parameter_count() > 50) return;
    const double width = corners ? 1e-6 : 1e-4;
    const Vector<double> expected = (4 * quotient(width) - quotient(2 * width)) / 3;
    const Vector<double> found = hessian_times(shape, data, at, along);
    CAPTURE(static_cast<int>(shape.hidden));
    CAPTURE(static_cast<int>(shape.loss));
    CAPTURE(at.size());
    CHECK((found - expected).norm() <= (corners ? 1e-7 : 1e-9) * (1 + expected.norm()));
  });
}

TEST_CASE("products with the Hessian are linear, and symmetric to rounding") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto data = random_examples<double>(shape, 9, random);
    const auto at = random_parameters<double>(shape, random);
    const auto u = random_parameters<double>(shape, random);
    const auto v = random_parameters<double>(shape, random);
    const Vector<double> hu = hessian_times(shape, data, at, u);
    const Vector<double> hv = hessian_times(shape, data, at, v);
    CAPTURE(static_cast<int>(shape.hidden));
    CAPTURE(static_cast<int>(shape.loss));
    CHECK(u.dot(hv) == doctest::Approx(v.dot(hu)).epsilon(1e-11).scale(1 + hu.norm() + hv.norm()));
    const Vector<double> both = hessian_times(shape, data, at, 2 * u - 3 * v);
    CHECK((both - (2 * hu - 3 * hv)).norm() <= 1e-12 * (hu.norm() + hv.norm() + 1));
  });
}
