#pragma once

#include <emscripten/val.h>

#include <array>
#include <cstdint>

#include "analysis/slices.hpp"
#include "bindings/config.hpp"

// Options of the questions about losses of more parameters than can be drawn; web/engine/api/slices.d.ts describes
// them.
namespace descent::bindings {

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

struct NudgeConfig {
  Vector<double> at;
  Index first;
  Index count;
  double width;
};

Result<LineConfig> read_line(const emscripten::val& request, const Objective<double>& objective);
Result<PlaneConfig> read_plane(const emscripten::val& request, const Objective<double>& objective);
Result<DirectionsConfig> read_directions(const emscripten::val& request, const Objective<double>& objective);
Result<PrincipalConfig> read_principal(const emscripten::val& request);
Result<NudgeConfig> read_nudge(const emscripten::val& request, const Objective<double>& objective);

}  // namespace descent::bindings
