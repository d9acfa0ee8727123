#include "optimizer/registry.hpp"

#include "optimizer/gradient_descent.hpp"

namespace descent {
namespace {

template <typename Rule, typename Scalar>
std::unique_ptr<Optimizer<Scalar>> make(const double* hyperparameters) {
  return std::make_unique<Coordinatewise<Rule, Scalar>>(hyperparameters);
}

template <typename Rule>
constexpr OptimizerEntry rule() {
  return {&Rule::info, make<Rule, double>, make<Rule, float>};
}

constexpr OptimizerEntry entries[] = {
    rule<GradientDescent>(),
};

}  // namespace

List<OptimizerEntry> optimizers() { return entries; }

const OptimizerEntry* find_optimizer(std::string_view name) {
  for (const OptimizerEntry& candidate : entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
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
