#include <concepts>

#include "optimizer/coordinatewise.hpp"
#include "optimizer/in_double.hpp"
#include "optimizer/registry.hpp"
#include "optimizer/rules.hpp"
#include "optimizer/schedule_registry.hpp"
#include "optimizer/schedules.hpp"

// Apart from the registries, so that a program that never runs anything in single precision does not carry it.
namespace descent {
namespace {

template <typename Rule>
std::unique_ptr<Optimizer<float>> make(const double* hyperparameters) {
  if constexpr (std::derived_from<Rule, Optimizer<double>>) {
    return in_double(std::make_unique<Rule>(hyperparameters));
  } else {
    return std::make_unique<Coordinatewise<Rule, float>>(hyperparameters);
  }
}

/// One maker for each rule of a list.
template <typename List>
struct Makers;
template <typename... Rule>
struct Makers<RuleList<Rule...>> {
  static constexpr std::unique_ptr<Optimizer<float>> (*all[])(const double*) = {make<Rule>...};
};

}  // namespace

template <>
std::unique_ptr<Optimizer<float>> OptimizerConfig::make<float>() const {
  return Makers<Rules>::all[entry - optimizers().begin()](hyperparameters.data());
}

template <>
std::unique_ptr<Schedule<float>> ScheduleConfig::make<float>() const {
  return ScheduleMakers<float, Schedules>::all[place()](parameters.data());
}

}  // namespace descent
