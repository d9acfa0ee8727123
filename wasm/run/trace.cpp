#include "run/trace.hpp"

namespace descent {

void Trace::visited(const Visit<double>& visit) {
  loss_.push_back(visit.loss);
  gradient_norm_.push_back(visit.gradient_norm);
  rate_.push_back(visit.rate);
  value_count_.push_back(static_cast<double>(visit.evaluations.values));
  gradient_count_.push_back(static_cast<double>(visit.evaluations.gradients));
  hessian_count_.push_back(static_cast<double>(visit.evaluations.hessians));
  parameters_.insert(parameters_.end(), visit.parameters.begin(), visit.parameters.end());
  gradients_.insert(gradients_.end(), visit.gradient.begin(), visit.gradient.end());
}

}  // namespace descent
