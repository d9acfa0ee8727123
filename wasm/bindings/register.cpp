#include <emscripten/bind.h>

#include <cmath>
#include <string>
#include <utility>

#include "analysis/field.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/reader.hpp"
#include "objective/registry.hpp"
#include "run/descent.hpp"

// The functions that web/engine/native.ts describes. Each takes JavaScript values, answers one, and
// never throws: what can be wrong comes back as `error`.
namespace descent::bindings {

using emscripten::val;

namespace {

Handles<Objective<double>>& objective_handles() {
  static Handles<Objective<double>> handles;
  return handles;
}
Handles<Descent>& run_handles() {
  static Handles<Descent> handles;
  return handles;
}

val disposed() {
  return refusal({"handle", "This was disposed of, or never made.", "Create it again and use that one."});
}

val list_objectives() {
  val list = val::array();
  for (const FunctionEntry& entry : functions()) list.call<void>("push", to_js(*entry.info));
  return list;
}

val list_optimizers() {
  val list = val::array();
  for (const OptimizerEntry& entry : optimizers()) list.call<void>("push", to_js(*entry.info));
  return list;
}

val made(int handle, Index dimension) {
  val result = answer();
  result.set("handle", handle);
  result.set("dimension", static_cast<int>(dimension));
  return result;
}

val create_objective(const val& options) {
  auto objective = read_objective(options, "");
  if (!objective.ok()) return refusal(objective.error());
  const Index dimension = objective.value()->dimension();
  return made(objective_handles().add(std::move(objective.value())), dimension);
}

val evaluate(int handle, const val& at) {
  const Objective<double>* objective = objective_handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return refusal(point.error());
  Vector<double> gradient = Vector<double>::Zero(objective->dimension());
  const double value = objective->value_and_gradient(point.value(), gradient);
  if (!std::isfinite(value) || !gradient.allFinite()) {
    return refusal({"at", "The function or its gradient is not finite here.", "Ask at a place within its domain."});
  }
  val result = answer();
  result.set("value", value);
  result.set("gradient", to_js(gradient));
  return result;
}

val values_answer(const std::vector<double>& values) {
  val result = answer();
  result.set("values", to_js(values));
  return result;
}

val values(int handle, const val& points) {
  const Objective<double>* objective = objective_handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto list = read_numbers(points, "points");
  if (!list.ok()) return refusal(list.error());
  if (static_cast<Index>(list.value().size()) % objective->dimension() != 0) {
    return refusal({"points", "The last point is not complete.",
                    "Give " + std::to_string(objective->dimension()) + " numbers for every point."});
  }
  return values_answer(values_at(*objective, list.value()));
}

val grid(int handle, const val& request) {
  const Objective<double>* objective = objective_handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_grid(request, objective->dimension());
  if (!wanted.ok()) return refusal(wanted.error());
  return values_answer(value_grid(*objective, wanted.value()));
}

val create_run(const val& options) {
  auto config = read_run(options);
  if (!config.ok()) return refusal(config.error());
  RunConfig& wanted = config.value();
  auto descent = Descent::begin(std::move(wanted.objective), wanted.optimizer, wanted.start, wanted.settings);
  if (!descent.ok()) return refusal(descent.error());
  const Index dimension = descent.value()->trace().dimension();
  return made(run_handles().add(std::move(descent.value())), dimension);
}

val progress_of(const Run<double>& run) {
  val result = val::object();
  result.set("step", static_cast<double>(run.step()));
  result.set("loss", run.loss());
  result.set("reason", std::string(name_of(run.reason())));
  return result;
}

/// Makes updates, `steps` of them rounded down; none for what is no number or below 1.
val advance(int handle, const val& steps) {
  Descent* descent = run_handles().find(handle);
  if (descent == nullptr) return disposed();
  constexpr double most = 1e9;  // far beyond any step limit, and within every integer
  const double wanted = steps.isNumber() ? steps.as<double>() : 0;
  if (wanted >= 1) descent->run().advance(static_cast<Index>(std::min(wanted, most)));
  return progress_of(descent->run());
}

val trace(int handle) {
  Descent* descent = run_handles().find(handle);
  if (descent == nullptr) return disposed();
  const Trace& history = descent->trace();
  std::vector<double> steps(static_cast<std::size_t>(history.rows()));
  for (std::size_t row = 0; row < steps.size(); ++row) steps[row] = static_cast<double>(row);
  val result = answer();
  result.set("step", to_js(steps));
  result.set("loss", to_js(history.loss()));
  result.set("gradientNorm", to_js(history.gradient_norm()));
  result.set("rate", to_js(history.rate()));
  result.set("parameters", to_js(history.parameters()));
  result.set("gradients", to_js(history.gradients()));
  result.set("dimension", static_cast<int>(history.dimension()));
  return result;
}

val explain(int handle, const val& step, const val& coordinate) {
  Descent* descent = run_handles().find(handle);
  if (descent == nullptr) return disposed();
  // A number that is not whole is answered like one that is out of range: by what would be right.
  const auto row = read_whole(step, "step", 0, 1000000000);
  const auto parameter = read_whole(coordinate, "coordinate", 0, 1000000000);
  const auto terms = descent->explain(row.ok() ? row.value() : -1, parameter.ok() ? parameter.value() : -1);
  if (!terms.ok()) return refusal(terms.error());
  val list = val::array();
  for (const Term& term : terms.value()) list.call<void>("push", to_js(term));
  val result = answer();
  result.set("step", static_cast<double>(row.value()));
  result.set("coordinate", static_cast<double>(parameter.value()));
  result.set("terms", list);
  return result;
}

std::string version() { return DOWNHILL_VERSION; }
void dispose_objective(int handle) { objective_handles().remove(handle); }
void dispose_run(int handle) { run_handles().remove(handle); }
int live_handles() { return objective_handles().count() + run_handles().count(); }

}  // namespace

EMSCRIPTEN_BINDINGS(descent) {
  using emscripten::function;
  function("version", &version);
  function("objectives", &list_objectives);
  function("optimizers", &list_optimizers);
  function("createObjective", &create_objective);
  function("evaluate", &evaluate);
  function("values", &values);
  function("grid", &grid);
  function("disposeObjective", &dispose_objective);
  function("createRun", &create_run);
  function("advance", &advance);
  function("trace", &trace);
  function("explain", &explain);
  function("disposeRun", &dispose_run);
  function("liveHandles", &live_handles);
}

}  // namespace descent::bindings
