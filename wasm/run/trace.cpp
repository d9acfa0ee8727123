#include "run/trace.hpp"

#include <algorithm>
#include <utility>

namespace descent {

void Trace::visited(const Visit<double>& visit) {
  if (rows_ == capacity_) grow();
  double* single = numbers_.get() + rows_;
  const double row[single_columns] = {visit.loss,
                                      visit.gradient_norm,
                                      visit.rate,
                                      static_cast<double>(visit.evaluations.values),
                                      static_cast<double>(visit.evaluations.gradients),
                                      static_cast<double>(visit.evaluations.hessians)};
  for (Index k = 0; k < single_columns; ++k) single[k * capacity_] = row[k];
  double* parameters = numbers_.get() + single_columns * capacity_ + rows_ * dimension_;
  double* gradient = parameters + dimension_ * capacity_;
  for (Index i = 0; i < dimension_; ++i) {
    parameters[i] = visit.parameters[i];
    gradient[i] = visit.gradient[i];
  }
  ++rows_;
}

void Trace::grow() {
  const Index doubled = std::max<Index>(64, 2 * capacity_);
  const Index capacity = rows_ < most_rows_ ? std::min(doubled, most_rows_) : doubled;
  const Index columns = single_columns + 2 * dimension_;
  // Not zeroed: every number is written before it is read.
  std::unique_ptr<double[]> numbers(new double[static_cast<std::size_t>(columns * capacity)]);
  const auto move = [&](Index first, Index width) {
    const double* from = numbers_.get() + first * capacity_;
    std::copy(from, from + rows_ * width, numbers.get() + first * capacity);
  };
  for (Index k = 0; k < single_columns; ++k) move(k, 1);
  move(single_columns, dimension_);
  move(single_columns + dimension_, dimension_);
  numbers_ = std::move(numbers);
  capacity_ = capacity;
}

}  // namespace descent
