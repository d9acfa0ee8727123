#include "optimizer/registry.hpp"

#include "optimizer/in_double.hpp"
#include "optimizer/rules/adadelta.hpp"
#include "optimizer/rules/adagrad.hpp"
#include "optimizer/rules/adam.hpp"
#include "optimizer/rules/adamax.hpp"
#include "optimizer/rules/adamw.hpp"
#include "optimizer/rules/amsgrad.hpp"
#include "optimizer/rules/conjugate_gradient.hpp"
#include "optimizer/rules/gradient_descent.hpp"
#include "optimizer/rules/lbfgs.hpp"
#include "optimizer/rules/lion.hpp"
#include "optimizer/rules/momentum.hpp"
#include "optimizer/rules/nadam.hpp"
#include "optimizer/rules/nesterov.hpp"
#include "optimizer/rules/newton.hpp"
#include "optimizer/rules/radam.hpp"
#include "optimizer/rules/rmsprop.hpp"

namespace descent {
namespace {

template <typename Made, typename Scalar>
std::unique_ptr<Optimizer<Scalar>> make(const double* hyperparameters) {
  return std::make_unique<Made>(hyperparameters);
}

template <typename Rule>
constexpr OptimizerEntry rule() {
  return {&Rule::info, make<Coordinatewise<Rule, double>, double>, make<Coordinatewise<Rule, float>, float>};
}

template <typename Method>
constexpr OptimizerEntry directional() {
  return {&Method::description, make<Method, double>,
          [](const double* hyperparameters) { return in_double(std::make_unique<Method>(hyperparameters)); }};
}

// clang-format off
constexpr OptimizerEntry entries[] = {
    rule<GradientDescent>(),
    rule<Momentum>(),
    rule<Nesterov>(),
    rule<AdaGrad>(),
    rule<RmsProp>(),
    rule<Adadelta>(),
    rule<Adam>(),
    rule<AmsGrad>(),
    rule<AdamW>(),
    rule<AdaMax>(),
    rule<NAdam>(),
    rule<RAdam>(),
    rule<Lion>(),
    directional<ConjugateGradient>(),
    directional<Lbfgs>(),
    directional<Newton>(),
};
// clang-format on

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
