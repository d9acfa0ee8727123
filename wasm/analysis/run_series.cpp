#include "analysis/run_series.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace descent {

Result<bool> RunSeries::prepare(const RunSettings& settings) {
  auto run = Run<double>::make(*objective_, *optimizer_, settings);
  if (!run.ok()) return run.error();
  run_ = std::move(run.value());
  start_.setZero(objective_->dimension());
  return true;
}

void RunSeries::advance(double work) {
  constexpr double most = 1e9;  // far beyond any step limit, and within every integer
  work = std::ceil(work);       // there is no part of an update
  while (work > 0 && done() < total()) {
    if (!under_way_) {
      next_start(start_);
      run_->restart(start_);
      under_way_ = true;
      if (every_ > 0) looked(*run_);
      work -= 1;
    }
    const Index before = run_->step();
    const double to_look = every_ > 0 ? static_cast<double>(every_ - before % every_) : most;
    run_->advance(static_cast<Index>(std::clamp(work, 0.0, to_look)));
    work -= static_cast<double>(run_->step() - before);
    if (every_ > 0 && run_->step() > before && run_->step() % every_ == 0) looked(*run_);
    if (run_->reason() == StopReason::running) continue;
    under_way_ = false;
    ended(*run_);
  }
}

}  // namespace descent
