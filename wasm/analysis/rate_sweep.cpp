#include "analysis/rate_sweep.hpp"

#include <limits>

namespace descent {
namespace {

/// Notices when a step goes past the bottom: when the slope along the step has changed its sign.
class OvershootWatch final : public Observer<double> {
 public:
  void visited(const Visit<double>& visit) override {
    if (visit.step == 0) {
      first_loss_ = visit.loss;
    } else {
      step_ = visit.parameters - previous_;
      // Steps of a few units in the last place are rounding, not motion.
      constexpr double motion = 8 * std::numeric_limits<double>::epsilon();
      const bool moved = step_.norm() > motion * visit.parameters.norm();
      if (moved && step_.dot(visit.gradient) > 0) overshot_ = true;
    }
    previous_ = visit.parameters;
  }

  Behaviour behaviour(const Run<double>& run) const {
    if (run.reason() == StopReason::diverged) return Behaviour::divergent;
    if (!overshot_) return Behaviour::monotone;
    return run.loss() < first_loss_ ? Behaviour::swinging : Behaviour::divergent;
  }

 private:
  double first_loss_ = 0;
  bool overshot_ = false;
  Vector<double> previous_;
  Vector<double> step_;
};

}  // namespace

Result<std::vector<SweepEntry>> sweep_rates(const Objective<double>& objective, OptimizerConfig optimizer,
                                            const Vector<double>& start, const RunSettings& settings,
                                            const std::vector<double>& rates) {
  std::vector<SweepEntry> entries;
  entries.reserve(rates.size());
  for (const double rate : rates) {
    if (!optimizer.set(swept_option, rate)) {
      return Error{"optimizer.name", "This rule has no learning rate to sweep.", "Choose one that has."};
    }
    const auto rule = optimizer.make();
    OvershootWatch watch;
    auto begun = Run<double>::begin(objective, *rule, start, settings, &watch);
    if (!begun.ok()) return begun.error();
    Run<double>& run = *begun.value();
    run.advance(settings.step_limit);
    const bool diverged = run.reason() == StopReason::diverged;
    entries.push_back({diverged ? std::numeric_limits<double>::quiet_NaN() : run.loss(), run.step(), run.reason(),
                       watch.behaviour(run)});
  }
  return entries;
}

}  // namespace descent
