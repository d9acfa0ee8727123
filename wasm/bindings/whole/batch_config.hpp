#pragma once

#include <emscripten/val.h>

#include <vector>

#include "bindings/question_config.hpp"
#include "run/batches.hpp"

// Options of the questions about batches, and what other questions at a place share with them;
// web/engine/api/batches.d.ts describes them.
namespace descent::bindings {

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

/// Most numbers that one call looks at, so that it takes about a second at most on a slow machine.
constexpr double most_work = 1e9;
/// Numbers that one loss looks at.
double numbers_of(const Objective<double>& objective);

/// A place of `count` numbers.
Vector<double> read_place(Reader& reader, const char* name, Index count);

Result<CloudConfig> read_cloud(const emscripten::val& request, const Objective<double>& objective);
Result<SpreadConfig> read_spread(const emscripten::val& request, const Objective<double>& objective);
Result<BatchesConfig> read_batches(const emscripten::val& request, const Objective<double>& objective);

}  // namespace descent::bindings
