#include "optimizer/registry.hpp"

#include <concepts>

#include "optimizer/coordinatewise.hpp"
#include "optimizer/rules.hpp"

namespace descent {
namespace {

template <typename Made>
std::unique_ptr<Optimizer<double>> make(const double* hyperparameters) {
  return std::make_unique<Made>(hyperparameters);
}

template <typename Rule>
constexpr OptimizerEntry entry_of() {
  if constexpr (std::derived_from<Rule, Optimizer<double>>) {
    return {&Rule::description, make<Rule>, true};
  } else {
    return {&Rule::info, make<Coordinatewise<Rule, double>>, false};
  }
}

/// One entry for each rule of a list.
template <typename List>
struct Entries;
template <typename... Rule>
struct Entries<RuleList<Rule...>> {
  static constexpr OptimizerEntry all[] = {entry_of<Rule>()...};
};
constexpr auto& entries = Entries<Rules>::all;

}  // namespace

List<OptimizerEntry> optimizers() { return entries; }

const OptimizerEntry* find_optimizer(std::string_view name) {
  for (const OptimizerEntry& candidate : entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
}

template <>
std::unique_ptr<Optimizer<double>> OptimizerConfig::make<double>() const {
  return entry->make(hyperparameters.data());
}

bool OptimizerConfig::set(std::string_view name, double value) {
  for (std::size_t i = 0; i < entry->info->parameters.size(); ++i) {
    if (name != entry->info->parameters[i].name) continue;
    hyperparameters[i] = value;
    return true;
  }
  return false;
}

}  // namespace descent
