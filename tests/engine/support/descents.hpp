#pragma once

#include <memory>
#include <utility>

#include "objective/registry.hpp"
#include "optimizer/registry.hpp"
#include "run/descent.hpp"

namespace descent::testing {

/// The values at which described parameters stand when nobody sets them.
inline std::vector<double> defaults(const List<Parameter>& parameters) {
  std::vector<double> values;
  for (const Parameter& parameter : parameters) values.push_back(parameter.standard);
  return values;
}

inline std::unique_ptr<Objective<double>> function(const char* name) {
  const FunctionEntry* entry = find_function(name);
  return entry->make(defaults(entry->info->parameters).data());
}

/// The rule of that name, with what `settings` changes in its defaults.
inline OptimizerConfig optimizer(const char* name,
                                 std::initializer_list<std::pair<const char*, double>> settings = {}) {
  const OptimizerEntry* entry = find_optimizer(name);
  OptimizerConfig config{entry, defaults(entry->info->parameters)};
  for (const auto& [parameter, value] : settings) config.set(parameter, value);
  return config;
}

inline ScheduleConfig schedule(const char* name,
                               std::initializer_list<std::pair<const char*, double>> settings = {}) {
  const ScheduleEntry* entry = find_schedule(name);
  ScheduleConfig config{entry, defaults(entry->info->parameters)};
  for (const auto& [parameter, value] : settings) {
    for (std::size_t k = 0; k < entry->info->parameters.size(); ++k) {
      if (std::string(parameter) == entry->info->parameters[k].name) config.parameters[k] = value;
    }
  }
  return config;
}

inline Vector<double> point(std::initializer_list<double> numbers) {
  Vector<double> result(static_cast<Index>(numbers.size()));
  std::copy(numbers.begin(), numbers.end(), result.data());
  return result;
}

}  // namespace descent::testing
