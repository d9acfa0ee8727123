#pragma once

#include <cstdint>
#include <vector>

#include "core/eigen.hpp"

namespace descent {

/// The softmax of every row of `columns` logits, each first divided by `temperature`. Temperature 0
/// gives all to the row's largest (the first of equally large ones).
Vector<double> softmax_rows(const Vector<double>& logits, Index columns, double temperature);

/// Mean surprise per pair, in nats, of the pairs counted in `counts` (symbols x symbols, row by row)
/// under the probabilities that are those counts themselves: the least that any bigram model reaches.
/// At least one pair is counted.
double counted_entropy(const Vector<double>& counts, Index symbols);

/// Where a sampled text begins, and how.
struct Sampling {
  Index length;
  std::uint64_t seed;
  Index first = -1;        ///< number of the first symbol; -1: any, each as likely
  double temperature = 1;  ///< as in `softmax_rows`
};

/// Numbers of symbols, each drawn by the row of logits that belongs to the one before it.
std::vector<Index> sample_symbols(const Vector<double>& logits, Index symbols, const Sampling& sampling);

}  // namespace descent
