#include "objective/registry.hpp"

#include "objective/functions/double_well.hpp"
#include "objective/functions/himmelblau.hpp"
#include "objective/functions/linex.hpp"
#include "objective/functions/parabola.hpp"

namespace descent {
namespace {

template <typename F>
constexpr FunctionEntry entry() {
  return {&F::info, [](const double* shape) -> std::unique_ptr<Objective<double>> {
            return std::make_unique<FunctionObjective<F>>(shape);
          }};
}

constexpr FunctionEntry entries[] = {
    entry<Parabola>(),
    entry<Linex>(),
    entry<DoubleWell>(),
    entry<Himmelblau>(),
};

}  // namespace

List<FunctionEntry> functions() { return entries; }

const FunctionEntry* find_function(std::string_view name) {
  for (const FunctionEntry& candidate : entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
}

}  // namespace descent
