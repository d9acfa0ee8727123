#include <algorithm>
#include <string>
#include <utility>

#include "analysis/rate_sweep.hpp"
#include "bindings/calls.hpp"
#include "bindings/config.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/run_handles.hpp"
#include "bindings/size.hpp"
#include "run/descent.hpp"

namespace descent::bindings {

using emscripten::val;

static Handles<AnyDescent>& handles() {
  static Handles<AnyDescent> all;
  return all;
}

AnyDescent* find_run(int handle) { return handles().find(handle); }

val list_optimizers() {
  val list = val::array();
  for (const OptimizerEntry& entry : optimizers()) push(list, to_js(*entry.info));
  return list;
}

val list_schedules() {
  val list = val::array();
  for (const ScheduleEntry& entry : schedules()) push(list, to_js(*entry.info));
  return list;
}

template <typename Scalar>
val create_run_of(const val& options) {
  auto config = read_run_of<Scalar>(options);
  if (!config.ok()) return refusal(config.error());
  RunConfigOf<Scalar>& wanted = config.value();
  const double bytes = BasicDescent<Scalar>::most_bytes(*wanted.objective, wanted.optimizer, wanted.settings);
  if (const auto error = no_room(bytes)) return refusal(*error);
  auto begun =
      BasicDescent<Scalar>::begin(std::move(wanted.objective), wanted.optimizer, wanted.start, wanted.settings);
  if (!begun.ok()) return refusal(begun.error());
  const AnyDescent& descent = *begun.value();
  const int handle = handles().add(std::move(begun.value()), bytes);
  val result = made(handle, descent.dimension(), descent.sample_count(), descent.network());
  put(result, "keepsParameters", descent.trace().dimension() > 0);
  return result;
}

template val create_run_of<double>(const val& options);
template val create_run_of<float>(const val& options);

val create_run(const val& options) {
  return wants_single_precision(options) ? create_single_run(options) : create_run_of<double>(options);
}

static val progress_of(const AnyDescent& descent) {
  const Trace& trace = descent.trace();
  const Index step = trace.rows() - 1;
  val result = val::object();
  put(result, "step", static_cast<double>(step));
  put(result, "loss", trace.loss()[static_cast<std::size_t>(step)]);
  put(result, "reason", name_of(descent.reason()));
  return result;
}

val to_js(const Trace::Column& column) {
  val array = val::global("Float64Array").new_(static_cast<double>(column.size()));
  double offset = 0;
  column.for_pieces([&](const double* numbers, std::size_t count) {
    array.call<void>("set", val(emscripten::typed_memory_view(count, numbers)), offset);
    offset += static_cast<double>(count);
  });
  return array;
}

/// Makes updates, `steps` of them rounded down; none for what is no number or below 1.
val advance(int handle, const val& steps) {
  AnyDescent* descent = handles().find(handle);
  if (descent == nullptr) return disposed();
  constexpr double most = 1e9;  // far beyond any step limit, and within every integer
  const double wanted = steps.isNumber() ? steps.as<double>() : 0;
  if (wanted >= 1) descent->advance(static_cast<Index>(std::min(wanted, most)));
  return progress_of(*descent);
}

val trace(int handle) {
  const AnyDescent* descent = handles().find(handle);
  if (descent == nullptr) return disposed();
  const Trace& history = descent->trace();
  const Index rows = history.rows();
  std::vector<double> steps(static_cast<std::size_t>(rows));
  std::vector<double> epochs(steps.size());
  for (std::size_t row = 0; row < steps.size(); ++row) steps[row] = static_cast<double>(row);
  if (descent->sample_count() > 0) {
    for (std::size_t row = 0; row < steps.size(); ++row) epochs[row] = descent->epochs(static_cast<Index>(row));
  }
  val result = answer();
  put(result, "step", to_js(steps));
  put(result, "loss", to_js(history.loss()));
  put(result, "gradientNorm", to_js(history.gradient_norm()));
  put(result, "rate", to_js(history.rate()));
  put(result, "epochs", to_js(epochs));
  put(result, "valueCount", to_js(history.value_count()));
  put(result, "gradientCount", to_js(history.gradient_count()));
  put(result, "hessianCount", to_js(history.hessian_count()));
  put(result, "parameters", to_js(history.parameters()));
  put(result, "gradients", to_js(history.gradients()));
  put(result, "dimension", static_cast<int>(descent->dimension()));
  return result;
}

val run_at(int handle, const val& step) {
  AnyDescent* descent = handles().find(handle);
  if (descent == nullptr) return disposed();
  const auto wanted = read_whole(step, "step", 0, 1000000000);
  const auto row = descent->at(wanted.ok() ? wanted.value() : -1);
  if (!row.ok()) return refusal(row.error());
  val result = answer();
  put(result, "step", static_cast<double>(row.value().step));
  put(result, "loss", row.value().loss);
  put(result, "gradientNorm", row.value().gradient_norm);
  put(result, "rate", row.value().rate);
  put(result, "epochs", row.value().epochs);
  put(result, "parameters", to_js(row.value().parameters));
  put(result, "gradient", to_js(row.value().gradient));
  return result;
}

val explain(int handle, const val& step, const val& coordinate) {
  AnyDescent* descent = handles().find(handle);
  if (descent == nullptr) return disposed();
  // A number that is not whole is answered like one that is out of range: by what would be right.
  const auto row = read_whole(step, "step", 0, 1000000000);
  const auto parameter = read_whole(coordinate, "coordinate", 0, 1000000000);
  const auto terms = descent->explain(row.ok() ? row.value() : -1, parameter.ok() ? parameter.value() : -1);
  if (!terms.ok()) return refusal(terms.error());
  val list = val::array();
  for (const Term& term : terms.value()) push(list, to_js(term));
  val result = answer();
  put(result, "step", static_cast<double>(row.value()));
  put(result, "coordinate", static_cast<double>(parameter.value()));
  put(result, "terms", list);
  return result;
}

val sweep_rates(const val& options) {
  auto config = read_sweep(options);
  if (!config.ok()) return refusal(config.error());
  const RunConfig& run = config.value().run;
  const auto entries =
      descent::sweep_rates(*run.objective, run.optimizer, run.start, run.settings, config.value().rates);
  if (!entries.ok()) return refusal(entries.error());
  std::vector<double> final_loss;
  std::vector<double> steps;
  std::vector<std::string> reasons;
  std::vector<std::string> behaviours;
  for (const SweepEntry& entry : entries.value()) {
    final_loss.push_back(entry.final_loss);
    steps.push_back(static_cast<double>(entry.steps));
    reasons.emplace_back(name_of(entry.reason));
    behaviours.emplace_back(name_of(entry.behaviour));
  }
  val result = answer();
  put(result, "rates", to_js(config.value().rates));
  put(result, "finalLoss", to_js(final_loss));
  put(result, "steps", to_js(steps));
  put(result, "reasons", to_js(reasons));
  put(result, "behaviours", to_js(behaviours));
  return result;
}

void dispose_run(int handle) { handles().remove(handle); }

}  // namespace descent::bindings
