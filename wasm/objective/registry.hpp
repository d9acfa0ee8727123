#pragma once

#include <memory>
#include <string_view>

#include "objective/function.hpp"

namespace descent {

/// A built-in function and how to make it.
struct FunctionEntry {
  const FunctionInfo* info;
  /// `shape` holds one value per `info->parameters`, each within its range.
  std::unique_ptr<Objective<double>> (*make)(const double* shape);
};

/// Every built-in function, in the order to show them. The only list of them.
List<FunctionEntry> functions();

/// The entry of that name, or nullptr.
const FunctionEntry* find_function(std::string_view name);

}  // namespace descent
