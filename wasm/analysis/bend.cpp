#include "analysis/bend.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include "analysis/network_plane.hpp"
#include "core/columns.hpp"

namespace descent {

BentPath::BentPath(std::unique_ptr<Objective<double>> objective, Vector<double> from, Vector<double> to, Index places)
    : objective_(std::move(objective)), from_(std::move(from)), to_(std::move(to)), places_(places) {}

Vector<double> BentPath::default_start() const {
  Vector<double> middle = from_;
  for (Index i = 0; i < middle.size(); ++i) middle[i] = (from_[i] + to_[i]) / 2;
  return middle;
}

double BentPath::value(const Vector<double>& at) const {
  Vector<double> gradient(at.size());
  return value_and_gradient(at, gradient);
}

double BentPath::value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const {
  return batch_value_and_gradient(at, nullptr, 0, gradient);
}

/// Over all examples where there is no batch.
double BentPath::batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                          Vector<double>& gradient) const {
  const Index n = at.size();
  Vector<double> point(n);
  Vector<double> slope(n);
  for (Index i = 0; i < n; ++i) gradient[i] = 0;
  double sum = 0;
  for (Index k = 0; k < places_; ++k) {
    const double t = (static_cast<double>(k) + 0.5) / static_cast<double>(places_);
    const double share = 2 * t * (1 - t);
    for (Index i = 0; i < n; ++i) point[i] = (1 - t) * (1 - t) * from_[i] + share * at[i] + t * t * to_[i];
    sum += batch == nullptr ? objective_->value_and_gradient(point, slope)
                            : objective_->batch_value_and_gradient(point, batch, count, slope);
    add(gradient.data(), share / static_cast<double>(places_), slope.data(), n);
  }
  return sum / static_cast<double>(places_);
}

PathProfile path_profile(const BentPath& path, const Vector<double>& middle, Index count) {
  // Both ways lie in the plane of the three points.
  std::array<Vector<double>, 2> directions{middle, path.to()};
  for (Vector<double>& direction : directions) add(direction.data(), -1, path.from().data(), direction.size());
  const auto losses = losses_on(path.objective(), path.from(), directions);
  const auto at = [&](double x, double y) {
    const double loss = losses->value(x, y);
    return std::isfinite(loss) ? loss : std::numeric_limits<double>::quiet_NaN();
  };
  PathProfile profile;
  for (Index k = 0; k < count; ++k) {
    const double t = static_cast<double>(k) / static_cast<double>(count - 1);
    profile.straight.push_back(at(0, t));
    profile.bent.push_back(at(2 * t * (1 - t), t * t));
  }
  return profile;
}

}  // namespace descent
