#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "optimizer/optimizer.hpp"

namespace descent {

/// An update rule and how to make it.
struct OptimizerEntry {
  const OptimizerInfo* info;
  /// `hyperparameters` holds one value per `info->parameters`, each within its range.
  std::unique_ptr<Optimizer<double>> (*make)(const double* hyperparameters);
  std::unique_ptr<Optimizer<float>> (*make_float)(const double* hyperparameters);
};

/// Every update rule, in the order to show them. The only list of them.
List<OptimizerEntry> optimizers();

/// The entry of that name, or nullptr.
const OptimizerEntry* find_optimizer(std::string_view name);

/// A chosen rule with its hyper-parameters, as data: makes as many optimizers as are wanted.
struct OptimizerConfig {
  const OptimizerEntry* entry = nullptr;
  std::vector<double> hyperparameters;  ///< one per entry->info->parameters

  std::unique_ptr<Optimizer<double>> make() const { return entry->make(hyperparameters.data()); }
  /// Sets the hyper-parameter of that name; false when the rule has none of that name.
  bool set(std::string_view name, double value);
};

}  // namespace descent
