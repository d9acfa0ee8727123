#include <cmath>
#include <memory>
#include <span>
#include <utility>

#include "analysis/difference_quotients.hpp"
#include "analysis/directions.hpp"
#include "analysis/network_plane.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/task_handles.hpp"
#include "bindings/whole/calls.hpp"
#include "bindings/whole/slice_config.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

class PlaneTask final : public Task {
 public:
  PlaneTask(int objective, std::unique_ptr<PlaneLoss> losses, const PlaneRequest& request)
      : objective_(objective), columns_(request.columns), rows_(request.rows), plane_(std::move(losses), request) {}

  bool lost() const override { return find_objective(objective_) == nullptr; }
  void advance(double work) override { plane_.advance(work); }
  Index done() const override { return plane_.done(); }
  Index total() const override { return plane_.total(); }
  val result() const override {
    val result = answer();
    put(result, "columns", static_cast<int>(columns_));
    put(result, "rows", static_cast<int>(rows_));
    put(result, "values", to_js(plane_.values()));
    return result;
  }

 private:
  int objective_;
  Index columns_;
  Index rows_;
  Plane plane_;
};

/// Column by column.
val to_js(const Matrix<double>& numbers) {
  return bindings::to_js(std::span<const double>(numbers.data(), static_cast<std::size_t>(numbers.size())));
}

}  // namespace

val line(int handle, const val& request) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_line(request, *objective);
  if (!wanted.ok()) return refusal(wanted.error());
  const LineConfig& config = wanted.value();
  val result = answer();
  // With a second direction that goes nowhere, a line is a plane.
  const auto losses = losses_on(*objective, config.at, {config.direction, Vector<double>::Zero(config.at.size())});
  put(result, "values", to_js(line_values(*losses, config.bounds, config.count)));
  return result;
}

val create_plane(int objective, const val& request) {
  const Objective<double>* asked = find_objective(objective);
  if (asked == nullptr) return disposed();
  auto plane = read_plane(request, *asked);
  if (!plane.ok()) return refusal(plane.error());
  const PlaneConfig& config = plane.value();
  return held(std::make_unique<PlaneTask>(objective, losses_on(*asked, config.at, config.directions), config.request));
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
