#include "expression/compute.hpp"

#include "expression/fast.hpp"

namespace descent::expression {
namespace {

using PointKernel = Local (*)(double a, double b, double constant, int order);

template <Operation operation>
Local at_point(double a, double b, double constant, int order) {
  if constexpr (has_fast<operation>) {
    using Rule = Fast<operation>;
    if (order < 2 && a >= Rule::lowest && a <= Rule::highest)
      return Rule::finish(a, once<Rule::hard>(Rule::argument(a)));
  }
  return rule(Of<operation>{}, a, b, constant, order);
}

constexpr auto point_kernels = table_of<PointKernel>([](auto operation) { return &at_point<operation.value>; });

}  // namespace

Local compute(Operation operation, double a, double b, double constant, int order) {
  return point_kernels[place_of(operation)](a, b, constant, order);
}

}  // namespace descent::expression
