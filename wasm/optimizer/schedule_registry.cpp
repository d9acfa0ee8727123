#include "optimizer/schedule_registry.hpp"

#include "optimizer/schedules.hpp"

namespace descent {
namespace {

/// One entry for each schedule of a list.
template <typename List>
struct Entries;
template <typename... Kind>
struct Entries<ScheduleList<Kind...>> {
  static constexpr ScheduleEntry all[] = {{Kind::info}...};
};
constexpr auto& schedule_entries = Entries<Schedules>::all;

}  // namespace

List<ScheduleEntry> schedules() { return schedule_entries; }

const ScheduleEntry* find_schedule(std::string_view name) {
  for (const ScheduleEntry& candidate : schedule_entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
}

template <>
std::unique_ptr<Schedule<double>> ScheduleConfig::make<double>() const {
  return ScheduleMakers<double, Schedules>::all[place()](parameters.data());
}

bool ScheduleConfig::set(std::string_view name, double value) {
  for (std::size_t i = 0; i < entry->info->parameters.size(); ++i) {
    if (name != entry->info->parameters[i].name) continue;
    parameters[i] = value;
    return true;
  }
  return false;
}

}  // namespace descent
