#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>
#include <vector>

#include "analysis/field.hpp"
#include "core/error.hpp"
#include "core/parameter.hpp"
#include "objective/function.hpp"
#include "optimizer/registry.hpp"
#include "run/run.hpp"

// Between JavaScript values and the engine's own types; see web/engine/engine.d.ts for both shapes.
namespace descent::bindings {

/// What a run is made of.
struct RunConfig {
  std::unique_ptr<Objective<double>> objective;
  OptimizerConfig optimizer;
  Vector<double> start;
  RunSettings settings;
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

Result<std::unique_ptr<Objective<double>>> read_objective(const emscripten::val& options, const std::string& path);
/// `extra` names options beyond those of a run that the caller reads itself.
Result<RunConfig> read_run(const emscripten::val& options, const std::vector<std::string>& extra = {});

Result<GridRequest> read_grid(const emscripten::val& request, Index dimension);

/// A copy as a Float64Array.
emscripten::val to_js(const std::vector<double>& numbers);
emscripten::val to_js(const Vector<double>& numbers);
/// `{ error: null }`, to be filled.
emscripten::val answer();
/// `{ error }`.
emscripten::val refusal(const Error& error);
emscripten::val to_js(const FunctionInfo& info);
emscripten::val to_js(const OptimizerInfo& info);
emscripten::val to_js(const Term& term);
const char* name_of(StopReason reason);

}  // namespace descent::bindings
