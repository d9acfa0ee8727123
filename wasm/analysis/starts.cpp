#include "analysis/starts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/random.hpp"

namespace descent {

Result<std::unique_ptr<Starts>> Starts::begin(std::unique_ptr<Objective<double>> objective,
                                              const OptimizerConfig& optimizer, const RunSettings& settings,
                                              const StartsRequest& request) {
  std::unique_ptr<Starts> starts(new Starts(std::move(objective), optimizer, settings, request));
  const auto ready = starts->prepare(settings);
  if (!ready.ok()) return ready.error();
  return starts;
}

Starts::Starts(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer,
               const RunSettings& settings, const StartsRequest& request)
    : RunSeries(std::move(objective), optimizer), request_(request) {
  every_ = request.every;
  looks_ = every_ > 0 ? 1 + settings.step_limit / every_ : 0;
  const Objective<double>& asked = this->objective();
  keeps_places_ = request.count <= most_kept / asked.dimension() / std::max<Index>(1, looks_);
  if (asked.sample_count() == 0 && asked.dimension() <= Minima::max_dimension) {
    minima_.emplace(asked, request.known, request.radius);
  }
}

void Starts::next_start(Vector<double>& start) {
  const auto number = static_cast<std::uint64_t>(done());
  if (request_.bounds.empty()) {
    start = objective().drawn_start(request_.seed + number);
  } else {
    Random random = Random::member(request_.seed, number);
    for (Index i = 0; i < start.size(); ++i) {
      const auto k = static_cast<std::size_t>(2 * i);
      start[i] = random.uniform(request_.bounds[k], request_.bounds[k + 1]);
    }
  }
  if (keeps_places_) starts_.insert(starts_.end(), start.data(), start.data() + start.size());
}

double Starts::loss_of(const Run<double>& run) const {
  // What a run on batches knows of the loss is its batch's.
  return run.batches().whole() ? run.loss() : objective().value(run.parameters());
}

void Starts::looked(const Run<double>& run) {
  look_losses_.push_back(loss_of(run));
  if (!keeps_places_) return;
  const Vector<double>& place = run.parameters();
  look_places_.insert(look_places_.end(), place.data(), place.data() + place.size());
}

void Starts::ended(const Run<double>& run) {
  const bool diverged = run.reason() == StopReason::diverged;
  final_losses_.push_back(diverged ? std::numeric_limits<double>::quiet_NaN() : loss_of(run));
  while (static_cast<Index>(look_losses_.size()) < looks_ * done()) looked(run);
  steps_.push_back(static_cast<double>(run.step()));
  reasons_.push_back(run.reason());
  if (keeps_places_) {
    const Vector<double>& place = run.parameters();
    places_.insert(places_.end(), place.data(), place.data() + place.size());
  }
  if (minima_) ends_.push_back(static_cast<std::int16_t>(minima_->end_of(run)));
}

}  // namespace descent
