#include "objective/registry.hpp"

#include "objective/functions/ackley.hpp"
#include "objective/functions/beale.hpp"
#include "objective/functions/booth.hpp"
#include "objective/functions/bowl.hpp"
#include "objective/functions/double_well.hpp"
#include "objective/functions/double_well_2d.hpp"
#include "objective/functions/easom.hpp"
#include "objective/functions/goldstein_price.hpp"
#include "objective/functions/himmelblau.hpp"
#include "objective/functions/linex.hpp"
#include "objective/functions/matyas.hpp"
#include "objective/functions/monkey_saddle.hpp"
#include "objective/functions/parabola.hpp"
#include "objective/functions/rastrigin.hpp"
#include "objective/functions/ravine.hpp"
#include "objective/functions/rosenbrock.hpp"
#include "objective/functions/saddle.hpp"
#include "objective/functions/styblinski_tang.hpp"
#include "objective/functions/three_hump_camel.hpp"

namespace descent {
namespace {

template <typename F>
constexpr FunctionEntry entry() {
  return {&F::info, [](const double* shape) -> std::unique_ptr<Objective<double>> {
            return std::make_unique<FunctionObjective<F>>(shape);
          }};
}

constexpr FunctionEntry entries[] = {
    entry<Parabola>(),     entry<Linex>(),  entry<DoubleWell>(),     entry<Bowl>(),           entry<Ravine>(),
    entry<DoubleWell2d>(), entry<Saddle>(), entry<MonkeySaddle>(),   entry<Himmelblau>(),     entry<Rosenbrock>(),
    entry<Beale>(),        entry<Booth>(),  entry<Matyas>(),         entry<ThreeHumpCamel>(), entry<StyblinskiTang>(),
    entry<Rastrigin>(),    entry<Ackley>(), entry<GoldsteinPrice>(), entry<Easom>(),
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
