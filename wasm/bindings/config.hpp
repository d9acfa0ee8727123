#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "analysis/field.hpp"
#include "core/error.hpp"
#include "data/csv.hpp"
#include "optimizer/registry.hpp"
#include "run/run.hpp"

// From JavaScript options to the engine's own configurations; web/engine/engine.d.ts describes the
// options. Every refusal names the option by its dotted path.
namespace descent::bindings {

class Reader;

using ObjectiveResult = Result<std::unique_ptr<Objective<double>>>;

/// What a run is made of.
struct RunConfig {
  std::unique_ptr<Objective<double>> objective;
  OptimizerConfig optimizer;
  Vector<double> start;
  RunSettings settings;
};

/// Runs at several rates.
struct SweepConfig {
  RunConfig run;
  std::vector<double> rates;
};

/// Examples of a regression: inputs n x features, targets n.
struct Examples {
  Matrix<double> inputs;
  Vector<double> targets;
};

inline constexpr Index max_features = 64;

/// Refuses, under `inputs_field`, inputs (row by row) and targets that do not fit together.
Result<Examples> read_examples(const std::vector<double>& inputs, const std::vector<double>& targets, Index features,
                               const std::string& inputs_field);

/// `path` is the dotted name of the options themselves, empty for the outermost.
ObjectiveResult read_objective(const emscripten::val& options, const std::string& path);
Result<RunConfig> read_run(const emscripten::val& options);
/// What every question has that makes runs; the caller has checked the names.
Result<RunConfig> read_run(Reader& reader);
Result<SweepConfig> read_sweep(const emscripten::val& options);
Result<GridRequest> read_grid(const emscripten::val& request, Index dimension);
Result<CsvSettings> read_csv_settings(const emscripten::val& options);

}  // namespace descent::bindings
