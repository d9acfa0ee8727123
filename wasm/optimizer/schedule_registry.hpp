#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "optimizer/schedule.hpp"

namespace descent {

/// A schedule and how to make it.
struct ScheduleEntry {
  const ScheduleInfo* info;
  /// `parameters` holds one value per `info->parameters`, each within its range.
  std::unique_ptr<Schedule<double>> (*make)(const double* parameters);
  std::unique_ptr<Schedule<float>> (*make_float)(const double* parameters);
};

/// Every schedule, in the order to show them; the first is the default. The only list of them.
List<ScheduleEntry> schedules();

/// The entry of that name, or nullptr.
const ScheduleEntry* find_schedule(std::string_view name);

/// A chosen schedule with its parameters, as data. Without an entry: a constant rate.
struct ScheduleConfig {
  const ScheduleEntry* entry = nullptr;
  std::vector<double> parameters;  ///< one per entry->info->parameters

  template <typename Scalar>
  std::unique_ptr<Schedule<Scalar>> make() const;
  /// Sets the parameter of that name; false when the schedule has none of that name.
  bool set(std::string_view name, double value);
};

}  // namespace descent
