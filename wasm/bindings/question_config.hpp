#pragma once

#include <emscripten/val.h>

#include <array>
#include <vector>

#include "analysis/basins.hpp"
#include "analysis/slices.hpp"
#include "analysis/starts.hpp"
#include "bindings/config.hpp"

// Options of the questions that need many runs or many losses; web/engine/api/ describes them.
namespace descent::bindings {

struct BasinsConfig {
  RunConfig run;
  BasinsRequest request;
};

struct StartsConfig {
  RunConfig run;
  StartsRequest request;
};

struct PlaneConfig {
  Vector<double> at;
  std::array<Vector<double>, 2> directions;
  PlaneRequest request;
};

struct LineConfig {
  Vector<double> at;
  Vector<double> direction;
  std::array<double, 2> bounds;
  Index count;
};

struct DirectionsConfig {
  Vector<double> at;
  std::uint64_t seed;
  Index count;
  bool filter_normalised;
};

struct PrincipalConfig {
  Matrix<double> points;  ///< one per column
  Index count;
};

struct BatchesConfig {
  BatchSettings batch;
  Index first;  ///< update number, counted from 0
  Index count;
};

struct SpreadConfig {
  Vector<double> at;
  std::vector<Index> sizes;
};

struct CloudConfig {
  Vector<double> at;
  BatchSettings batch;
  Index count;
};

struct NudgeConfig {
  Vector<double> at;
  Index first;
  Index count;
  double width;
};

Result<BasinsConfig> read_basins(const emscripten::val& options);
Result<StartsConfig> read_starts(const emscripten::val& options);
Result<LineConfig> read_line(const emscripten::val& request, const Objective<double>& objective);
Result<PlaneConfig> read_plane(const emscripten::val& request, const Objective<double>& objective);
Result<DirectionsConfig> read_directions(const emscripten::val& request, const Objective<double>& objective);
Result<PrincipalConfig> read_principal(const emscripten::val& request);
Result<CloudConfig> read_cloud(const emscripten::val& request, const Objective<double>& objective);
Result<SpreadConfig> read_spread(const emscripten::val& request, const Objective<double>& objective);
Result<BatchesConfig> read_batches(const emscripten::val& request, const Objective<double>& objective);

Result<NudgeConfig> read_nudge(const emscripten::val& request, const Objective<double>& objective);

}  // namespace descent::bindings
