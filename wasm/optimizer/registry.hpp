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
  /// Whether it works in double precision in runs of single precision too, see optimizer/in_double.hpp.
  bool in_double;
};

/// Every update rule, in the order of optimizer/rules.hpp.
List<OptimizerEntry> optimizers();

/// The entry of that name, or nullptr.
const OptimizerEntry* find_optimizer(std::string_view name);

/// A chosen rule with its hyper-parameters, as data: makes as many optimizers as are wanted, in either precision.
struct OptimizerConfig {
  const OptimizerEntry* entry = nullptr;
  std::vector<double> hyperparameters;  ///< one per entry->info->parameters

  template <typename Scalar = double>
  std::unique_ptr<Optimizer<Scalar>> make() const;
  /// Sets the hyper-parameter of that name; false when the rule has none of that name.
  bool set(std::string_view name, double value);
};

template <>
std::unique_ptr<Optimizer<double>> OptimizerConfig::make<double>() const;
template <>
std::unique_ptr<Optimizer<float>> OptimizerConfig::make<float>() const;

}  // namespace descent
