#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "analysis/field.hpp"
#include "core/error.hpp"
#include "optimizer/registry.hpp"
#include "run/run.hpp"

// From JavaScript options to the engine's own configurations; web/engine/engine.d.ts describes the
// options. Every refusal names the option by its dotted path.
namespace descent::bindings {

class Reader;

template <typename Scalar>
using ObjectiveOf = Result<std::unique_ptr<Objective<Scalar>>>;
using ObjectiveResult = ObjectiveOf<double>;

/// What a run is made of.
template <typename Scalar>
struct RunConfigOf {
  std::unique_ptr<Objective<Scalar>> objective;
  OptimizerConfig optimizer;
  Vector<Scalar> start;
  RunSettings settings;
};
using RunConfig = RunConfigOf<double>;

/// Runs at several rates.
struct SweepConfig {
  RunConfig run;
  std::vector<double> rates;
};

/// Examples of a linear regression: inputs n x features, targets n.
struct LinearExamples {
  Matrix<double> inputs;
  Vector<double> targets;
};

/// Most features of a linear regression.
inline constexpr Index max_features = 64;

/// Refuses, under `inputs_field`, inputs (row by row) and targets that do not fit together.
Result<LinearExamples> read_examples(const std::vector<double>& inputs, const std::vector<double>& targets,
                                     Index features, const std::string& inputs_field);

/// The answer to what only the whole module can (see size.hpp).
Error only_in_whole(const std::string& field);
/// The answer to single precision for anything but a network.
Error only_networks_in_single();

/// `path` is the dotted name of the options themselves, empty for the outermost. In single precision
/// there are networks only; other kinds are refused under `precision`.
template <typename Scalar>
ObjectiveOf<Scalar> read_objective_of(const emscripten::val& options, const std::string& path);
ObjectiveResult read_objective(const emscripten::val& options, const std::string& path);

/// Whether a run is asked for in single precision; whatever else is wrong is left to `read_run_of`.
bool wants_single_precision(const emscripten::val& options);
template <typename Scalar>
Result<RunConfigOf<Scalar>> read_run_of(const emscripten::val& options);

/// What every question has that makes runs; the caller has checked the names.
Result<RunConfig> read_run(Reader& reader);
Result<SweepConfig> read_sweep(const emscripten::val& options);
Result<GridRequest> read_grid(const emscripten::val& request, Index dimension);

}  // namespace descent::bindings
