#include "analysis/difference_quotients.hpp"

#include <cmath>

namespace descent {

DifferenceQuotients difference_quotients(const Objective<double>& objective, const Vector<double>& at, Index coordinate,
                                         const std::vector<double>& widths) {
  Vector<double> gradient = Vector<double>::Zero(objective.dimension());
  const double here = objective.value_and_gradient(at, gradient);
  DifferenceQuotients result;
  result.exact = gradient[coordinate];
  Vector<double> moved = at;
  for (const double width : widths) {
    moved[coordinate] = at[coordinate] + width;
    const double ahead = objective.value(moved);
    moved[coordinate] = at[coordinate] - width;
    const double behind = objective.value(moved);
    result.forward.push_back((ahead - here) / width);
    result.central.push_back((ahead - behind) / (2 * width));
    result.forward_error.push_back(std::abs(result.forward.back() - result.exact));
    result.central_error.push_back(std::abs(result.central.back() - result.exact));
  }
  return result;
}

std::vector<double> nudge_quotients(const Objective<double>& objective, const Vector<double>& at, Index first,
                                    Index count, double width) {
  const double here = objective.value(at);
  Vector<double> moved = at;
  std::vector<double> quotients;
  for (Index i = first; i < first + count; ++i) {
    moved[i] = at[i] + width;
    quotients.push_back((objective.value(moved) - here) / width);
    moved[i] = at[i];
  }
  return quotients;
}

}  // namespace descent
