#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "objective/registry.hpp"
#include "optimizer/registry.hpp"
#include "optimizer/schedule_registry.hpp"

namespace descent::testing {

inline std::vector<double> defaults(const List<Parameter>& parameters) {
  std::vector<double> values;
  for (const Parameter& parameter : parameters) values.push_back(parameter.standard);
  return values;
}

inline std::unique_ptr<Objective<double>> make_function(const char* name) {
  const FunctionEntry* entry = find_function(name);
  return entry->make(defaults(entry->info->parameters).data());
}

inline std::unique_ptr<Objective<double>> make_parabola(double curvature) {
  return find_function("parabola")->make(&curvature);
}

/// Settings that differ from the defaults, by name.
using Settings = std::vector<std::pair<std::string, double>>;

inline OptimizerConfig make_config(const char* name, const Settings& settings = {}) {
  const OptimizerEntry* entry = find_optimizer(name);
  OptimizerConfig config{entry, defaults(entry->info->parameters)};
  for (const auto& [parameter, value] : settings) config.set(parameter, value);
  return config;
}

inline ScheduleConfig make_schedule(const char* name, const Settings& settings = {}) {
  const ScheduleEntry* entry = find_schedule(name);
  ScheduleConfig config{entry, defaults(entry->info->parameters)};
  for (const auto& [parameter, value] : settings) config.set(parameter, value);
  return config;
}

inline OptimizerConfig gradient_descent(double rate) {
  OptimizerConfig config = make_config("gradient_descent");
  config.set("learningRate", rate);
  return config;
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline Vector<double> vector(std::initializer_list<double> numbers) {
  Vector<double> result(static_cast<Index>(numbers.size()));
  std::copy(numbers.begin(), numbers.end(), result.data());
  return result;
}

/// A place within the function's domain.
inline Vector<double> random_place(const FunctionInfo& info, Random& random) {
  Vector<double> place(info.dimension);
  for (Index i = 0; i < info.dimension; ++i) {
    const auto k = static_cast<std::size_t>(2 * i);
    place[i] = random.uniform(info.domain[k], info.domain[k + 1]);
  }
  return place;
}

}  // namespace descent::testing
