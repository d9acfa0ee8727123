#pragma once

#include <emscripten/val.h>

#include <vector>

#include "analysis/basins.hpp"
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

constexpr Index largest_seed = 2147483647;

Result<BasinsConfig> read_basins(const emscripten::val& options);
Result<StartsConfig> read_starts(const emscripten::val& options);

}  // namespace descent::bindings
