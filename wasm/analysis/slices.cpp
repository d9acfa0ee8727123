#include "analysis/slices.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "analysis/field.hpp"

namespace descent {

static double finite_or_nan(double value) {
  return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> line_values(const Objective<double>& objective, const Vector<double>& at,
                                const Vector<double>& direction, const std::array<double, 2>& bounds, Index count) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(count));
  Vector<double> point(at.size());
  for (Index k = 0; k < count; ++k) {
    point = at + between(bounds, k, count) * direction;
    values.push_back(finite_or_nan(objective.value(point)));
  }
  return values;
}

Plane::Plane(PlaneRequest request)
    : request_(std::move(request)),
      order_(request_.columns, request_.rows),
      point_(request_.at.size()),
      values_(static_cast<std::size_t>(order_.total()), std::numeric_limits<double>::quiet_NaN()) {}

void Plane::advance(const Objective<double>& objective, double work) {
  for (; work > 0 && !order_.finished(); work -= 1) {
    const double x = between(request_.x, order_.column(), request_.columns);
    const double y = between(request_.y, order_.row(), request_.rows);
    point_ = request_.at + x * request_.directions[0] + y * request_.directions[1];
    order_.paint(values_.data(), finite_or_nan(objective.value(point_)));
    order_.next();
  }
}

}  // namespace descent
