#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/rate_sweep.hpp"
#include "bindings/config.hpp"
#include "bindings/convert.hpp"
#include "bindings/reader.hpp"
#include "core/text.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

Result<OptimizerConfig> read_optimizer(const val& options, const std::string& path) {
  Reader reader(options, path);
  const std::string name = reader.text("name", "");
  if (!reader.ok()) return reader.error();
  const OptimizerEntry* entry = find_optimizer(name);
  if (entry == nullptr) {
    return Error{reader.path_of("name"), "There is no optimizer of this name.",
                 suggestion(name, names_of(optimizers()))};
  }
  OptimizerConfig config{entry, read_parameters(reader, entry->info->parameters, {"name"})};
  if (!reader.ok()) return reader.error();
  return config;
}

Result<ScheduleConfig> read_schedule(const val& options, const std::string& path) {
  Reader reader(options, path);
  const std::string name = reader.text("name", "");
  if (!reader.ok()) return reader.error();
  const ScheduleEntry* entry = find_schedule(name);
  if (entry == nullptr) {
    return Error{reader.path_of("name"), "There is no schedule of this name.", suggestion(name, names_of(schedules()))};
  }
  ScheduleConfig config{entry, read_parameters(reader, entry->info->parameters, {"name"})};
  if (!reader.ok()) return reader.error();
  return config;
}

/// Every update's examples. An objective without any takes no batches.
Result<BatchSettings> read_batch(const val& options, Index samples) {
  Reader reader(options, "batch");
  reader.allow_only({"size", "shuffle", "seed"});
  constexpr Index most = 1000000000;
  constexpr Index largest_seed = 2147483647;
  BatchSettings batch;
  batch.size = reader.whole("size", batch.size, 0, most);
  batch.shuffle = reader.flag("shuffle", 1) != 0;
  batch.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, largest_seed));
  if (!reader.ok()) return reader.error();
  if (samples > 0) return batch;
  return Error{"batch", "This objective has no examples to take batches of.",
               "Leave it out, or choose an objective with data."};
}

/// A default stands in for options that were left out.
val rule_of(Reader& reader) {
  val rule = reader.get("optimizer");
  if (!rule.isUndefined()) return rule;
  rule = val::object();
  put(rule, "name", "gradient_descent");
  return rule;
}

template <typename Scalar>
Result<RunConfigOf<Scalar>> read_shared(Reader& reader) {
  constexpr double largest = 1e308;
  RunConfigOf<Scalar> config;
  config.settings.step_limit = reader.whole("stepLimit", 1000, 1, 1000000);
  config.settings.tolerance = reader.number("tolerance", 1e-8, 0, largest);
  config.settings.divergence_limit = reader.number("divergenceLimit", 1e12, 1e-300, largest);
  if (!reader.ok()) return reader.error();

  auto objective = read_objective_of<Scalar>(reader.get("objective"), "objective");
  if (!objective.ok()) return objective.error();
  config.objective = std::move(objective.value());

  auto optimizer = read_optimizer(rule_of(reader), "optimizer");
  if (!optimizer.ok()) return optimizer.error();
  config.optimizer = std::move(optimizer.value());

  if (reader.has("schedule")) {
    auto schedule = read_schedule(reader.get("schedule"), "schedule");
    if (!schedule.ok()) return schedule.error();
    config.settings.schedule = std::move(schedule.value());
  }
  if (reader.has("batch")) {
    const auto batch = read_batch(reader.get("batch"), config.objective->sample_count());
    if (!batch.ok()) return batch.error();
    config.settings.batch = batch.value();
  }

  config.start = config.objective->default_start();
  if (!reader.has("start")) return config;
  const auto start = read_point(reader.get("start"), "start", config.objective->dimension());
  if (!start.ok()) return start.error();
  config.start = start.value().template cast<Scalar>();
  return config;
}

}  // namespace

bool wants_single_precision(const val& options) {
  Reader reader(options, "");
  return reader.ok() && reader.text("precision", "") == "single";
}

template <typename Scalar>
Result<RunConfigOf<Scalar>> read_run_of(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit",
                     "batch", "precision"});
  reader.choice("precision", {"double", "single"});
  return read_shared<Scalar>(reader);
}

template Result<RunConfigOf<double>> read_run_of(const val& options);
template Result<RunConfigOf<float>> read_run_of(const val& options);

Result<RunConfig> read_run(Reader& reader) { return read_shared<double>(reader); }

Result<SweepConfig> read_sweep(const val& options) {
  Reader reader(options, "");
  reader.allow_only(
      {"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit", "batch", "rates"});
  auto run = read_run(reader);
  if (!run.ok()) return run.error();
  const ScheduleEntry* schedule = run.value().settings.schedule.entry;
  if (schedule != nullptr && schedule->info->needs_gradient_step) {
    return Error{"schedule.name", "A line search finds its own rates, so there is nothing to sweep.",
                 "Choose another schedule, or leave it out."};
  }
  auto rates = read_numbers(reader.get("rates"), "rates");
  if (!rates.ok()) return rates.error();
  constexpr std::size_t most = 10000;
  const auto count = static_cast<double>(rates.value().size());
  if (count < 1 || rates.value().size() > most) {
    return Error{"rates", "There are " + text_of(count) + " rates.", "Give 1 to 10,000 of them."};
  }
  for (const Parameter& parameter : run.value().optimizer.entry->info->parameters) {
    if (std::string(parameter.name) != swept_option) continue;
    for (const double rate : rates.value()) {
      if (rate >= parameter.min && rate <= parameter.max) continue;
      return Error{"rates", "The rate " + text_of(rate) + " is out of range.",
                   "Give rates from " + text_of(parameter.min) + " to " + text_of(parameter.max) + "."};
    }
  }
  // A sweep is answered in one piece, so its work is bounded: about a second on a slow machine.
  constexpr double most_work = 2e8;
  const Objective<double>& objective = *run.value().objective;
  const Index batch = run.value().settings.batch.size;
  const Index samples = batch > 0 ? std::min(batch, objective.sample_count()) : objective.sample_count();
  const double numbers = static_cast<double>(objective.dimension()) * (1 + static_cast<double>(samples));
  const double work = count * static_cast<double>(run.value().settings.step_limit) * (8 + numbers);
  if (work > most_work) {
    return Error{
        "stepLimit", "A sweep of that many rates and updates would take too long.",
        "Give fewer rates, or at most " + text_of(std::floor(most_work / (count * (8 + numbers)))) + " updates each."};
  }
  return SweepConfig{std::move(run.value()), std::move(rates.value())};
}

}  // namespace descent::bindings
