#include "bindings/config.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "analysis/rate_sweep.hpp"
#include "bindings/reader.hpp"
#include "bindings/text_config.hpp"
#include "core/text.hpp"
#include "objective/formula.hpp"
#include "objective/registry.hpp"
#include "objective/regression.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// Values for described parameters, each checked against its range; allows them and `others` only.
std::vector<double> read_parameters(Reader& reader, const List<Parameter>& parameters,
                                    std::vector<std::string> others) {
  std::vector<double> values;
  for (const Parameter& parameter : parameters) {
    values.push_back(read_parameter(reader, parameter));
    others.emplace_back(parameter.name);
  }
  reader.allow_only(others);
  return values;
}

template <typename Entry>
std::vector<std::string> names_of(const List<Entry>& entries) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.emplace_back(entry.info->name);
  return names;
}

ObjectiveResult read_function(Reader& reader) {
  const std::string name = reader.text("name", "");
  if (!reader.ok()) return reader.error();
  const FunctionEntry* entry = find_function(name);
  if (entry == nullptr) {
    return Error{reader.path_of("name"), "There is no function of this name.", suggestion(name, names_of(functions()))};
  }
  const std::vector<double> shape = read_parameters(reader, entry->info->parameters, {"name"});
  if (!reader.ok()) return reader.error();
  return entry->make(shape.data());
}

/// Refuses inputs and targets that do not fit together; otherwise answers the number of examples.
Result<Index> count_examples(const std::vector<double>& inputs, const std::vector<double>& targets, Index features,
                             const std::string& inputs_field) {
  const auto examples = static_cast<Index>(targets.size());
  if (examples > 0 && static_cast<Index>(inputs.size()) == examples * features) return examples;
  return Error{inputs_field,
               "There are " + std::to_string(inputs.size()) + " inputs for " + std::to_string(examples) +
                   " targets with " + std::to_string(features) + " feature(s) each.",
               "Give at least one target, and for every target as many inputs as there are features."};
}

ObjectiveResult read_formula(Reader& reader) {
  reader.allow_only({"formula"});
  const std::string text = reader.text("formula", "");
  if (!reader.ok()) return reader.error();
  auto formula = Formula::read(text);
  if (formula.ok()) return std::unique_ptr<Objective<double>>(std::move(formula.value()));
  Error error = formula.error();
  error.field = reader.path_of("formula");
  return error;
}

ObjectiveResult read_regression(Reader& outer) {
  outer.allow_only({"regression"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("regression"), outer.path_of("regression"));
  reader.allow_only({"inputs", "targets", "features", "loss"});
  const std::vector<double> inputs = reader.numbers("inputs");
  const std::vector<double> targets = reader.numbers("targets");
  const Index features = reader.whole("features", 1, 1, max_features);
  const std::size_t loss = reader.choice("loss", {"mean_squares", "sum_squares"});
  if (!reader.ok()) return reader.error();
  auto data = read_examples(inputs, targets, features, reader.path_of("inputs"));
  if (!data.ok()) return data.error();
  return std::unique_ptr<Objective<double>>(
      std::make_unique<Regression>(std::move(data.value().inputs), std::move(data.value().targets),
                                   loss == 0 ? SquaredLoss::mean_squares : SquaredLoss::sum_squares));
}

/// Ways to say what is minimised: the option that marks each, and what reads it.
struct Kind {
  const char* key;
  ObjectiveResult (*read)(Reader&);
};
constexpr Kind kinds[] = {
    {"name", read_function}, {"formula", read_formula}, {"regression", read_regression}, {"bigram", read_bigram}};

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

std::array<double, 2> read_bounds(Reader& reader, const char* name) {
  const std::vector<double> bounds = reader.numbers(name);
  if (bounds.size() == 2) return {bounds[0], bounds[1]};
  if (reader.has(name)) reader.refuse(name, "These are not two bounds.", "Give two numbers, such as [-1, 1].");
  return {};
}

}  // namespace

Result<Examples> read_examples(const std::vector<double>& inputs, const std::vector<double>& targets, Index features,
                               const std::string& inputs_field) {
  const auto count = count_examples(inputs, targets, features, inputs_field);
  if (!count.ok()) return count.error();
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return Examples{Eigen::Map<const RowMajor>(inputs.data(), count.value(), features),
                  Eigen::Map<const Vector<double>>(targets.data(), count.value())};
}

ObjectiveResult read_objective(const val& options, const std::string& path) {
  Reader reader(options, path);
  if (!reader.ok()) return reader.error();
  const Kind* found = nullptr;
  std::vector<std::string> keys;
  for (const Kind& kind : kinds) {
    keys.emplace_back(kind.key);
    if (!reader.has(kind.key)) continue;
    if (found != nullptr) {
      reader.refuse(kind.key, "The objective is described twice.",
                    "Give either " + alternatives({found->key, kind.key}) + ".");
      return reader.error();
    }
    found = &kind;
  }
  if (found != nullptr) return found->read(reader);
  return Error{path.empty() ? "objective" : path, "This does not say what to minimise.",
               "Give " + alternatives(keys) + "."};
}

Result<RunConfig> read_run(Reader& reader) {
  constexpr double largest = 1e308;
  RunConfig config;
  config.settings.step_limit = reader.whole("stepLimit", 1000, 1, 1000000);
  config.settings.tolerance = reader.number("tolerance", 1e-8, 0, largest);
  config.settings.divergence_limit = reader.number("divergenceLimit", 1e12, 1e-300, largest);
  if (!reader.ok()) return reader.error();

  auto objective = read_objective(reader.get("objective"), "objective");
  if (!objective.ok()) return objective.error();
  config.objective = std::move(objective.value());

  val rule = reader.get("optimizer");
  if (rule.isUndefined()) {
    rule = val::object();
    rule.set("name", std::string("gradient_descent"));
  }
  auto optimizer = read_optimizer(rule, "optimizer");
  if (!optimizer.ok()) return optimizer.error();
  config.optimizer = std::move(optimizer.value());

  if (reader.has("schedule")) {
    auto schedule = read_schedule(reader.get("schedule"), "schedule");
    if (!schedule.ok()) return schedule.error();
    config.settings.schedule = std::move(schedule.value());
  }

  config.start = config.objective->default_start();
  if (!reader.has("start")) return config;
  auto start = read_point(reader.get("start"), "start", config.objective->dimension());
  if (!start.ok()) return start.error();
  config.start = std::move(start.value());
  return config;
}

Result<RunConfig> read_run(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit"});
  return read_run(reader);
}

Result<SweepConfig> read_sweep(const val& options) {
  Reader reader(options, "");
  reader.allow_only(
      {"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit", "rates"});
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
  const auto numbers =
      static_cast<double>(objective.dimension()) * (1.0 + static_cast<double>(objective.sample_count()));
  const double work = count * static_cast<double>(run.value().settings.step_limit) * (8 + numbers);
  if (work > most_work) {
    return Error{
        "stepLimit", "A sweep of that many rates and updates would take too long.",
        "Give fewer rates, or at most " + text_of(std::floor(most_work / (count * (8 + numbers)))) + " updates each."};
  }
  return SweepConfig{std::move(run.value()), std::move(rates.value())};
}

Result<CsvSettings> read_csv_settings(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"columns", "minRows", "maxRows"});
  CsvSettings settings;
  settings.columns = reader.whole("columns", settings.columns, 0, 64);
  settings.min_rows = reader.whole("minRows", settings.min_rows, 0, 1000000);
  settings.max_rows = reader.whole("maxRows", settings.max_rows, 1, 1000000);
  if (settings.max_rows < settings.min_rows) {
    reader.refuse("maxRows", "This is less than minRows.", "Allow at least as many rows as are wanted.");
  }
  if (!reader.ok()) return reader.error();
  return settings;
}

Result<GridRequest> read_grid(const val& request, Index dimension) {
  Reader reader(request, "");
  reader.allow_only({"x", "y", "columns", "rows", "at", "axes"});
  constexpr Index largest = 2048;
  GridRequest grid;
  grid.x = read_bounds(reader, "x");
  grid.y = read_bounds(reader, "y");
  grid.columns = reader.whole("columns", 0, 2, largest);
  grid.rows = reader.whole("rows", 0, 2, largest);
  for (const char* name : {"x", "y", "columns", "rows"}) {
    if (!reader.has(name)) reader.refuse(name, "This is missing.", "Give `x`, `y`, `columns` and `rows`.");
  }
  if (dimension < 2) reader.refuse("", "A grid needs two parameters.", "Use values() for a function of one.");
  const std::vector<double> axes = reader.has("axes") ? reader.numbers("axes") : std::vector<double>{0, 1};
  for (std::size_t k = 0; k < 2 && reader.ok(); ++k) {
    const double axis = k < axes.size() ? axes[k] : -1;
    const bool exists = axis >= 0 && axis < static_cast<double>(dimension) && axis == std::floor(axis);
    if (axes.size() != 2 || !exists || (k == 1 && axes[0] == axes[1])) {
      reader.refuse("axes", "These are not two different parameters.",
                    "Give two different whole numbers from 0 to " + std::to_string(dimension - 1) + ".");
      break;
    }
    grid.axes[k] = static_cast<Index>(axis);
  }
  if (!reader.ok()) return reader.error();
  grid.at = Vector<double>::Zero(dimension);
  if (!reader.has("at")) return grid;
  auto at = read_point(reader.get("at"), "at", dimension);
  if (!at.ok()) return at.error();
  grid.at = std::move(at.value());
  return grid;
}

}  // namespace descent::bindings
