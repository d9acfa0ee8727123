#include <cmath>
#include <vector>

#include "analysis/gradient_cloud.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/whole/batch_config.hpp"
#include "bindings/whole/calls.hpp"

namespace descent::bindings {

using emscripten::val;

val gradient_cloud(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_cloud(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const CloudConfig& config = wanted.value();
  const GradientCloud cloud = descent::gradient_cloud(*objective, config.at, config.batch, config.count);
  if (!std::isfinite(cloud.loss) || !cloud.gradient.allFinite()) {
    return refusal({"at", "The loss or its gradient is not finite here.", "Ask at a place within its domain."});
  }
  val result = answer();
  put(result, "loss", cloud.loss);
  put(result, "full", to_js(cloud.gradient));
  put(result, "losses", to_js(cloud.losses));
  put(result, "gradients", to_js(cloud.gradients));
  put(result, "spread", cloud.spread);
  return result;
}

val gradient_spread(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_spread(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const SpreadConfig& config = wanted.value();
  const auto variance = gradient_variance(*objective, config.at);
  if (!variance.ok()) return refusal(variance.error());
  std::vector<double> spreads;
  for (const Index size : config.sizes) {
    spreads.push_back(spread_of_batches(variance.value(), size, objective->sample_count()));
  }
  val result = answer();
  put(result, "variance", variance.value());
  put(result, "spreads", to_js(spreads));
  return result;
}

val batches(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_batches(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const BatchesConfig& config = wanted.value();
  Batches all(objective->sample_count(), config.batch);
  std::vector<double> examples;
  std::vector<double> ends;
  for (Index update = config.first; update < config.first + config.count; ++update) {
    const Batches::Batch batch = all.batch(update);
    examples.insert(examples.end(), batch.examples, batch.examples + batch.count);
    ends.push_back(static_cast<double>(examples.size()));
  }
  val result = answer();
  put(result, "examples", to_js(examples));
  put(result, "ends", to_js(ends));
  put(result, "perEpoch", static_cast<double>(all.per_epoch()));
  return result;
}

}  // namespace descent::bindings
