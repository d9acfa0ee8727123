#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "optimizer/schedule.hpp"

namespace descent {

/// A schedule that may be chosen.
struct ScheduleEntry {
  const ScheduleInfo* info;
};

/// Every schedule, in the order of optimizer/schedules.hpp; the first is the default.
List<ScheduleEntry> schedules();

/// The entry of that name, or nullptr.
const ScheduleEntry* find_schedule(std::string_view name);

/// A chosen schedule with its parameters, as data. Without an entry: a constant rate.
struct ScheduleConfig {
  const ScheduleEntry* entry = nullptr;
  std::vector<double> parameters;  ///< one per entry->info->parameters, each within its range

  template <typename Scalar>
  std::unique_ptr<Schedule<Scalar>> make() const;
  /// Sets the parameter of that name; false when the schedule has none of that name.
  bool set(std::string_view name, double value);

 private:
  /// Its place among all schedules.
  std::ptrdiff_t place() const { return entry == nullptr ? 0 : entry - schedules().begin(); }
};

template <>
std::unique_ptr<Schedule<double>> ScheduleConfig::make<double>() const;
template <>
std::unique_ptr<Schedule<float>> ScheduleConfig::make<float>() const;

}  // namespace descent
