#include "analysis/slices.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "analysis/field.hpp"

namespace descent {

namespace {

double finite_or_nan(double value) { return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN(); }

class PlainLosses final : public PlaneLoss {
 public:
  PlainLosses(const Objective<double>& objective, const Vector<double>& at,
              const std::array<Vector<double>, 2>& directions)
      : objective_(objective), at_(at), directions_(directions), point_(at) {}

  double value(double x, double y) override {
    point_ = at_ + x * directions_[0] + y * directions_[1];
    return objective_.value(point_);
  }

 private:
  const Objective<double>& objective_;
  Vector<double> at_;
  std::array<Vector<double>, 2> directions_;
  Vector<double> point_;
};

}  // namespace

std::unique_ptr<PlaneLoss> plain_losses(const Objective<double>& objective, const Vector<double>& at,
                                        const std::array<Vector<double>, 2>& directions) {
  return std::make_unique<PlainLosses>(objective, at, directions);
}

std::vector<double> line_values(PlaneLoss& losses, const std::array<double, 2>& bounds, Index count) {
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(count));
  for (Index k = 0; k < count; ++k) values.push_back(finite_or_nan(losses.value(between(bounds, k, count), 0)));
  return values;
}

Plane::Plane(std::unique_ptr<PlaneLoss> losses, const PlaneRequest& request)
    : losses_(std::move(losses)),
      request_(request),
      order_(request_.columns, request_.rows),
      values_(static_cast<std::size_t>(order_.total()), std::numeric_limits<double>::quiet_NaN()) {}

void Plane::advance(double work) {
  for (; work > 0 && !order_.finished(); work -= 1) {
    const double x = between(request_.x, order_.column(), request_.columns);
    const double y = between(request_.y, order_.row(), request_.rows);
    order_.paint(values_.data(), finite_or_nan(losses_->value(x, y)));
    order_.next();
  }
}

}  // namespace descent
