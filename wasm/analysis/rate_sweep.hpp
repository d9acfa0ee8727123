#pragma once

#include <string>
#include <vector>

#include "optimizer/registry.hpp"
#include "run/run.hpp"

namespace descent {

/// What a run did, told from the points it visited and not from theory.
enum class Behaviour {
  monotone,  ///< never stepped past the bottom of the slope it was following
  swinging,  ///< overshot at least once, yet ended lower than it began
  divergent  ///< left its bounds, or overshot and ended no lower than it began
};

/// One learning rate's run.
struct SweepEntry {
  double final_loss;  ///< NaN where it diverged
  Index steps;        ///< updates made
  StopReason reason;
  Behaviour behaviour;
};

/// The option that a sweep sets.
inline constexpr const char* swept_option = "learningRate";

/// One run per rate, all from `start`. Refuses (field `optimizer.name`) a rule without a learning
/// rate, and (field `start`) what `Run::begin` refuses.
Result<std::vector<SweepEntry>> sweep_rates(const Objective<double>& objective, OptimizerConfig optimizer,
                                            const Vector<double>& start, const RunSettings& settings,
                                            const std::vector<double>& rates);

}  // namespace descent
