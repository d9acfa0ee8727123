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

constexpr Index largest_seed = 2147483647;
/// Most numbers that one call looks at, so that it takes about a second at most on a slow machine.
constexpr double most_work = 1e9;
/// Numbers that one loss looks at.
double numbers_of(const Objective<double>& objective);

/// A place of `count` numbers.
Vector<double> read_place(Reader& reader, const char* name, Index count);

Result<BasinsConfig> read_basins(const emscripten::val& options);
Result<StartsConfig> read_starts(const emscripten::val& options);
Result<CloudConfig> read_cloud(const emscripten::val& request, const Objective<double>& objective);
Result<SpreadConfig> read_spread(const emscripten::val& request, const Objective<double>& objective);
Result<BatchesConfig> read_batches(const emscripten::val& request, const Objective<double>& objective);

}  // namespace descent::bindings
