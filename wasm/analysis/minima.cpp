#include "analysis/minima.hpp"

#include <limits>

#include "core/symmetric.hpp"

namespace descent {

Minima::Minima(const Objective<double>& objective, std::vector<double> known, double radius)
    : objective_(objective), radius_(radius) {
  const Index dimension = objective.dimension();
  const auto count = static_cast<Index>(known.size()) / dimension;
  for (Index k = 0; k < count; ++k) add(Eigen::Map<const Vector<double>>(known.data() + k * dimension, dimension));
}

int Minima::end_of(const Run<double>& run) {
  if (run.reason() == StopReason::diverged) return ending::diverged;
  if (run.reason() == StopReason::step_limit) return ending::unsettled;
  const int close = nearest(run.parameters());
  if (close >= 0) return close;
  // A run may stall anywhere when its steps are small enough, but it converges only where it is level.
  const int elsewhere = run.reason() == StopReason::converged ? ending::stationary : ending::unsettled;
  Vector<double> at = run.parameters();
  if (!polish(at)) return elsewhere;
  const int known = nearest(at);
  if (known >= 0) return known;
  if (values_.size() == most) return ending::crowded;
  add(at);
  return static_cast<int>(values_.size()) - 1;
}

/// The number of the nearest minimum within the radius, or `ending::not_yet`.
int Minima::nearest(const Vector<double>& at) const {
  const auto dimension = static_cast<std::size_t>(at.size());
  double least = radius_ * radius_;
  int found = ending::not_yet;
  for (std::size_t k = 0; k < values_.size(); ++k) {
    const double* place = places_.data() + k * dimension;
    double squares = 0;
    for (std::size_t i = 0; i < dimension; ++i) {
      const double difference = place[i] - at[static_cast<Index>(i)];
      squares += difference * difference;
    }
    if (squares <= least) {
      least = squares;
      found = static_cast<int>(k);
    }
  }
  return found;
}

/// Moves `at` by Newton's method to the minimum near which it lies. False where the Hessian is not
/// positive definite or the minimum would be farther off than the radius: on a plateau, where slopes
/// are as slight as at a minimum, it is.
bool Minima::polish(Vector<double>& at) const {
  constexpr int most_steps = 30;
  const Vector<double> from = at;
  Vector<double> gradient = Vector<double>::Zero(at.size());
  Matrix<double> vectors;
  for (int step = 0; step < most_steps; ++step) {
    objective_.value_and_gradient(at, gradient);
    Matrix<double> hessian = objective_.hessian(at);
    if (!hessian.allFinite() || !gradient.allFinite()) return false;
    diagonalise(hessian, &vectors);
    // Where even the curvature vanishes, as at the bottom of x^4, the way there has been gone already.
    if (!(hessian.diagonal().minCoeff() > 0)) return step > 0;
    double travelled = 0;
    double moved = 0;
    double size = 0;
    const Vector<double> here = at;
    for (Index k = 0; k < at.size(); ++k) {
      double along = 0;
      for (Index i = 0; i < at.size(); ++i) along += vectors(i, k) * gradient[i];
      for (Index i = 0; i < at.size(); ++i) at[i] -= vectors(i, k) * along / hessian(k, k);
    }
    for (Index i = 0; i < at.size(); ++i) {
      travelled += (at[i] - from[i]) * (at[i] - from[i]);
      moved += (at[i] - here[i]) * (at[i] - here[i]);
      size += at[i] * at[i];
    }
    if (!(travelled <= radius_ * radius_)) return false;
    constexpr double rounding = std::numeric_limits<double>::epsilon() * std::numeric_limits<double>::epsilon();
    if (moved <= rounding * size) break;
  }
  return true;
}

void Minima::add(const Vector<double>& at) {
  places_.insert(places_.end(), at.data(), at.data() + at.size());
  values_.push_back(objective_.value(at));
}

}  // namespace descent
