#include <algorithm>
#include <string>
#include <utility>

#include "bindings/question_config.hpp"
#include "bindings/reader.hpp"
#include "objective/registry.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

constexpr double largest_bound = 1e100;

/// The registry's entry of the function that the options name; nullptr where they name none.
const FunctionInfo* named_function(const val& objective) {
  const val name = objective["name"];
  const FunctionEntry* entry = name.isString() ? find_function(name.as<std::string>()) : nullptr;
  return entry == nullptr ? nullptr : entry->info;
}

bool are_bounds(double low, double high) {
  return low < high && std::max(std::abs(low), std::abs(high)) <= largest_bound;
}

/// Two bounds; where they are not given, those of `info`'s axis.
std::array<double, 2> read_side(Reader& reader, const char* name, const FunctionInfo* info, std::size_t axis) {
  if (!reader.has(name)) {
    if (info != nullptr) return {info->domain[2 * axis], info->domain[2 * axis + 1]};
    reader.refuse(name, "This is missing.", "Give the lower and the upper bound of the starts, such as [-2, 2].");
    return {};
  }
  const std::vector<double> bounds = reader.numbers(name);
  if (bounds.size() == 2 && are_bounds(bounds[0], bounds[1])) return {bounds[0], bounds[1]};
  reader.refuse(name, "These are not a lower and an upper bound.", "Give two numbers, such as [-2, 2].");
  return {};
}

/// How near ends must be to be one: by default a hundredth of the widest side.
double read_radius(Reader& reader, double widest) { return reader.number("radius", widest / 100, 0, largest_bound); }

std::vector<double> known_minima(const FunctionInfo* info) {
  if (info == nullptr) return {};
  return {info->minima.begin(), info->minima.end()};
}

/// A pair of bounds for every parameter.
std::vector<double> read_within(Reader& reader, Index dimension, const FunctionInfo* info) {
  const auto wanted = static_cast<std::size_t>(2 * dimension);
  if (!reader.has("within")) {
    if (info != nullptr) return {info->domain.begin(), info->domain.end()};
    reader.refuse("within", "This is missing.", "Give the lower and the upper bound of the starts, such as [-2, 2].");
    return {};
  }
  std::vector<double> bounds = reader.numbers("within");
  if (bounds.size() == 2) {
    while (bounds.size() < wanted) bounds.push_back(bounds[bounds.size() - 2]);
  }
  bool good = bounds.size() == wanted;
  for (std::size_t k = 0; good && k < wanted; k += 2) good = are_bounds(bounds[k], bounds[k + 1]);
  if (!good) {
    reader.refuse("within", "These are not lower and upper bounds.",
                  "Give two numbers for all parameters, or two for each: " + std::to_string(wanted) + ".");
  }
  return bounds;
}

}  // namespace

Result<BasinsConfig> read_basins(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "stepLimit", "tolerance", "divergenceLimit", "x", "y",
                     "columns", "rows", "radius"});
  auto run = read_run(reader);
  if (!run.ok()) return run.error();
  if (run.value().objective->dimension() != 2) {
    return Error{"objective", "Basins are drawn over two parameters.", "Choose an objective of two parameters."};
  }
  const FunctionInfo* info = named_function(reader.get("objective"));
  constexpr Index largest = 1024;
  BasinsRequest request;
  request.x = read_side(reader, "x", info, 0);
  request.y = read_side(reader, "y", info, 1);
  request.columns = reader.whole("columns", 256, 2, largest);
  request.rows = reader.whole("rows", 256, 2, largest);
  request.radius = read_radius(reader, std::max(request.x[1] - request.x[0], request.y[1] - request.y[0]));
  request.known = known_minima(info);
  if (!reader.ok()) return reader.error();
  return BasinsConfig{std::move(run.value()), std::move(request)};
}

Result<StartsConfig> read_starts(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "stepLimit", "tolerance", "divergenceLimit", "batch",
                     "count", "seed", "within", "radius", "every"});
  auto run = read_run(reader);
  if (!run.ok()) return run.error();
  const Objective<double>& objective = *run.value().objective;
  constexpr Index most = 10000;
  StartsRequest request;
  request.count = reader.whole("count", 100, 1, most);
  request.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, largest_seed));
  const FunctionInfo* info = named_function(reader.get("objective"));
  if (objective.network() == nullptr || reader.has("within")) {
    request.bounds = read_within(reader, objective.dimension(), info);
  }
  double widest = 0;
  for (std::size_t k = 0; k + 1 < request.bounds.size(); k += 2) {
    widest = std::max(widest, request.bounds[k + 1] - request.bounds[k]);
  }
  request.radius = read_radius(reader, widest);
  request.known = known_minima(info);
  request.every = reader.whole("every", 0, 0, 1000000);
  // As doubles: their product is more than an index may hold.
  const auto looks = static_cast<double>(request.every > 0 ? 1 + run.value().settings.step_limit / request.every : 0);
  if (static_cast<double>(request.count) * looks > static_cast<double>(Starts::most_kept)) {
    reader.refuse("every", "So many looks would not fit into one answer.", "Look less often, or at fewer runs.");
  }
  if (!reader.ok()) return reader.error();
  return StartsConfig{std::move(run.value()), std::move(request)};
}

}  // namespace descent::bindings
