#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/minima.hpp"
#include "analysis/run_series.hpp"

namespace descent {

/// Where many runs start.
struct StartsRequest {
  Index count = 1;
  std::uint64_t seed = 1;
  /// Pairs of lower and upper bound, one for each parameter, between which starts are drawn. Empty for
  /// an objective that draws its own: run k then starts at the one of the seed `seed + k`.
  std::vector<double> bounds = {};
  std::vector<double> known = {};  ///< minima to number first, dimension numbers each
  double radius = 0;               ///< ends this near to a minimum belong to it
  Index every = 0;                 ///< updates between two looks at a run; 0 for none
};

/// Runs from many random starts, and where they end.
class Starts final : public RunSeries {
 public:
  /// Most numbers that starts, and ends, may hold; of more parameters or runs neither is kept.
  static constexpr Index most_kept = 1 << 20;

  /// Refuses what `Run::make` refuses.
  static Result<std::unique_ptr<Starts>> begin(std::unique_ptr<Objective<double>> objective,
                                               const OptimizerConfig& optimizer, const RunSettings& settings,
                                               const StartsRequest& request);

  Index done() const override { return static_cast<Index>(final_losses_.size()); }
  Index total() const override { return request_.count; }

  // One entry per run that is over.
  /// Loss at the end, over all examples; NaN where it diverged.
  const std::vector<double>& final_losses() const { return final_losses_; }
  const std::vector<double>& steps() const { return steps_; }
  const std::vector<StopReason>& reasons() const { return reasons_; }
  /// The last place within bounds, NaN where it diverged at once: dimension numbers each, or none where they
  /// are not kept.
  const std::vector<double>& starts() const { return starts_; }
  const std::vector<double>& places() const { return places_; }
  /// Of each run that is over the losses over all examples, at its start and after every so many updates up to the step
  /// limit, and where it was: as many for each, the last again where it ended before. NaN where it diverged at once.
  const std::vector<double>& look_losses() const { return look_losses_; }
  const std::vector<double>& look_places() const { return look_places_; }
  /// The minimum in which each ended, or one of `ending`; empty for what has examples or more parameters
  /// than `Minima` takes.
  const std::vector<std::int16_t>& ends() const { return ends_; }
  /// nullptr where there are no ends.
  const Minima* minima() const { return minima_ ? &*minima_ : nullptr; }

 private:
  Starts(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer, const RunSettings& settings,
         const StartsRequest& request);
  void next_start(Vector<double>& start) override;
  void looked(const Run<double>& run) override;
  void ended(const Run<double>& run) override;
  double loss_of(const Run<double>& run) const;

  StartsRequest request_;
  Index looks_;  ///< of one run
  bool keeps_places_;
  std::optional<Minima> minima_;
  std::vector<double> final_losses_;
  std::vector<double> steps_;
  std::vector<StopReason> reasons_;
  std::vector<double> starts_;
  std::vector<double> places_;
  std::vector<double> look_losses_;
  std::vector<double> look_places_;
  std::vector<std::int16_t> ends_;
};

}  // namespace descent
