#include <cmath>

#include "analysis/difference_quotients.hpp"
#include "analysis/directions.hpp"
#include "analysis/gradient_cloud.hpp"
#include "bindings/calls.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/question_config.hpp"

namespace descent::bindings {

using emscripten::val;

/// Column by column.
static val to_js(const Matrix<double>& numbers) {
  return to_js(std::span<const double>(numbers.data(), static_cast<std::size_t>(numbers.size())));
}

val line(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_line(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const LineConfig& config = wanted.value();
  val result = answer();
  put(result, "values", to_js(line_values(*objective, config.at, config.direction, config.bounds, config.count)));
  return result;
}

val random_directions(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_directions(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const DirectionsConfig& config = wanted.value();
  val result = answer();
  put(result, "directions",
      to_js(descent::random_directions(*objective, config.at, config.seed, config.count, config.filter_normalised)));
  return result;
}

val principal_directions(const val& request) {
  const auto wanted = read_principal(request);
  if (!wanted.ok()) return refusal(wanted.error());
  const PrincipalDirections found = descent::principal_directions(wanted.value().points, wanted.value().count);
  if (!found.explained.allFinite() || !found.coordinates.allFinite()) {
    return refusal({"points", "These points are too far apart to compute with.", "Give smaller numbers."});
  }
  val result = answer();
  put(result, "directions", to_js(found.directions));
  put(result, "explained", to_js(found.explained));
  put(result, "coordinates", to_js(found.coordinates));
  return result;
}

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
  return result;
}

val nudge(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_nudge(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const NudgeConfig& config = wanted.value();
  const auto quotients = nudge_quotients(*objective, config.at, config.first, config.count, config.width);
  for (const double quotient : quotients) {
    if (!std::isfinite(quotient)) {
      return refusal({"at", "The loss is not finite here.", "Ask at a place within its domain."});
    }
  }
  val result = answer();
  put(result, "values", to_js(std::span<const double>(quotients)));
  return result;
}

}  // namespace descent::bindings
