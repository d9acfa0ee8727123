#include "analysis/minima.hpp"

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
  const auto bottom = bottom_near(objective_, run.parameters(), radius_);
  // A floor that falls ever more gently, as Beale's does far away, is level within the doubt of a difference
  // quotient: where a run only stalled, its slope was still to be told from 0.
  if (!bottom || (bottom->flat > 0 && run.reason() != StopReason::converged)) return elsewhere;
  const int known = nearest(bottom->at);
  if (known >= 0) return known;
  if (const int valley = valley_of(*bottom); valley >= 0) return valley;
  if (values_.size() == most) return ending::crowded;
  add(bottom->at);
  if (bottom->flat > 0) seen_.push_back({bottom->at, static_cast<int>(values_.size()) - 1});
  return static_cast<int>(values_.size()) - 1;
}

/// The number of a valley that a bottom, apart from what was seen of it, is a part of; or `ending::not_yet`.
int Minima::valley_of(const Bottom& bottom) {
  if (bottom.flat == 0) return ending::not_yet;
  // Of each valley the nearest place that was seen, so that the walk is short.
  std::vector<const Seen*> ends(values_.size(), nullptr);
  for (const Seen& seen : seen_) {
    const Seen*& end = ends[static_cast<std::size_t>(seen.number)];
    if (end == nullptr || (seen.at - bottom.at).squaredNorm() < (end->at - bottom.at).squaredNorm()) end = &seen;
  }
  for (const Seen* end : ends) {
    if (end == nullptr || !joined(objective_, bottom, end->at, radius_)) continue;
    const int number = end->number;
    seen_.push_back({bottom.at, number});
    return number;
  }
  return ending::not_yet;
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
  for (const Seen& seen : seen_) {
    const double squares = (seen.at - at).squaredNorm();
    if (!(squares <= least)) continue;
    least = squares;
    found = seen.number;
  }
  return found;
}

void Minima::add(const Vector<double>& at) {
  places_.insert(places_.end(), at.data(), at.data() + at.size());
  values_.push_back(objective_.value(at));
}

}  // namespace descent
