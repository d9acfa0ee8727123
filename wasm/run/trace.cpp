#include "run/trace.hpp"

#include <algorithm>

namespace descent {

Trace::Trace(Index dimension, Index most_rows) : dimension_(dimension) {
  constexpr Index block_numbers = 1 << 16;
  const Index columns = single_columns + 2 * dimension;
  while (block_rows_ < most_rows && 2 * block_rows_ * columns <= block_numbers) {
    ++block_shift_;
    block_rows_ *= 2;
  }
  // Columns a power of two apart would all ask for the same few lines of the processor's cache.
  constexpr Index long_column = 512;
  constexpr Index line = 8;
  column_ = block_rows_ + (block_rows_ >= long_column ? line : 0);
}

template <typename Scalar>
void Trace::record(const Visit<Scalar>& visit) {
  const Index within = rows_ & (block_rows_ - 1);
  if (within == 0) {
    // Not zeroed: every number is written before it is read.
    const Index columns = single_columns + 2 * dimension_;
    blocks_.emplace_back(new double[static_cast<std::size_t>(columns * column_)]);
  }
  double* block = blocks_.back().get();
  const double row[single_columns] = {static_cast<double>(visit.loss),
                                      static_cast<double>(visit.gradient_norm),
                                      static_cast<double>(visit.rate),
                                      static_cast<double>(visit.evaluations.values),
                                      static_cast<double>(visit.evaluations.gradients),
                                      static_cast<double>(visit.evaluations.hessians)};
  for (Index k = 0; k < single_columns; ++k) block[k * column_ + within] = row[k];
  double* parameters = block + single_columns * column_ + within * dimension_;
  double* gradient = parameters + dimension_ * column_;
  for (Index i = 0; i < dimension_; ++i) {
    parameters[i] = static_cast<double>(visit.parameters[i]);
    gradient[i] = static_cast<double>(visit.gradient[i]);
  }
  ++rows_;
}

template void Trace::record(const Visit<double>& visit);
template void Trace::record(const Visit<float>& visit);

}  // namespace descent
