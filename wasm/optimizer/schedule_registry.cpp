#include "optimizer/schedule_registry.hpp"

#include <type_traits>

#include "optimizer/schedules/backtracking.hpp"
#include "optimizer/schedules/constant.hpp"
#include "optimizer/schedules/cosine.hpp"
#include "optimizer/schedules/exponential.hpp"
#include "optimizer/schedules/inverse_time.hpp"
#include "optimizer/schedules/step.hpp"
#include "optimizer/schedules/warm_up.hpp"

namespace descent {
namespace {

template <typename Made, typename Scalar>
std::unique_ptr<Schedule<Scalar>> make(const double* parameters) {
  return std::make_unique<Made>(parameters);
}

template <typename Rule>
constexpr ScheduleEntry closed_form() {
  return {&Rule::info, make<ClosedForm<Rule, double>, double>, make<ClosedForm<Rule, float>, float>};
}

template <template <typename> class Search>
constexpr ScheduleEntry line_search() {
  return {&Search<double>::description, make<Search<double>, double>, make<Search<float>, float>};
}

constexpr ScheduleEntry entries[] = {
    closed_form<ConstantRate>(), closed_form<StepDecay>(), closed_form<ExponentialDecay>(),
    closed_form<CosineDecay>(),  closed_form<WarmUp>(),    closed_form<InverseTime>(),
    line_search<Backtracking>(),
};

}  // namespace

List<ScheduleEntry> schedules() { return entries; }

const ScheduleEntry* find_schedule(std::string_view name) {
  for (const ScheduleEntry& candidate : entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
}

template <typename Scalar>
std::unique_ptr<Schedule<Scalar>> ScheduleConfig::make() const {
  const ScheduleEntry& chosen = entry == nullptr ? entries[0] : *entry;
  if constexpr (std::is_same_v<Scalar, double>) {
    return chosen.make(parameters.data());
  } else {
    return chosen.make_float(parameters.data());
  }
}

bool ScheduleConfig::set(std::string_view name, double value) {
  for (std::size_t i = 0; i < entry->info->parameters.size(); ++i) {
    if (name != entry->info->parameters[i].name) continue;
    parameters[i] = value;
    return true;
  }
  return false;
}

template std::unique_ptr<Schedule<double>> ScheduleConfig::make<double>() const;
template std::unique_ptr<Schedule<float>> ScheduleConfig::make<float>() const;

}  // namespace descent
