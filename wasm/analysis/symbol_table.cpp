#include "analysis/symbol_table.hpp"

#include <cmath>

#include "core/random.hpp"
#include "network/loss.hpp"

namespace descent {

Vector<double> softmax_rows(const Vector<double>& logits, Index columns, double temperature) {
  Vector<double> result = logits;
  for (Index row = 0; row + columns <= logits.size(); row += columns) {
    auto numbers = result.segment(row, columns);
    Index largest = 0;
    for (Index i = 1; i < columns; ++i) {
      if (numbers[i] > numbers[largest]) largest = i;
    }
    // Differences are scaled, not the logits, so that no temperature, however low, overflows upwards.
    if (temperature > 0) {
      numbers = ((numbers.array() - numbers[largest]) / temperature).eval();
      predict_from(Loss::cross_entropy, columns, result.data() + row);
    } else {
      numbers.setZero();
      numbers[largest] = 1;
    }
  }
  return result;
}

double counted_entropy(const Vector<double>& counts, Index symbols) {
  double surprise = 0;
  for (Index row = 0; row < counts.size(); row += symbols) {
    const double total = counts.segment(row, symbols).sum();
    for (Index i = row; i < row + symbols; ++i) {
      if (counts[i] > 0) surprise += counts[i] * std::log(total / counts[i]);
    }
  }
  return surprise / counts.sum();
}

std::vector<Index> sample_symbols(const Vector<double>& logits, Index symbols, const Sampling& sampling) {
  const Vector<double> likely = softmax_rows(logits, symbols, sampling.temperature);
  Random random(sampling.seed);
  std::vector<Index> drawn;
  while (static_cast<Index>(drawn.size()) < sampling.length) {
    if (drawn.empty()) {
      drawn.push_back(sampling.first >= 0 ? sampling.first : random.below(static_cast<std::uint32_t>(symbols)));
      continue;
    }
    const double* row = likely.data() + drawn.back() * symbols;
    double left = random.uniform();
    Index next = 0;
    // What rounding leaves over at the end belongs to the last symbol that can come at all.
    Index possible = 0;
    for (; next < symbols && left >= 0; ++next) {
      if (row[next] > 0) possible = next;
      left -= row[next];
    }
    drawn.push_back(possible);
  }
  return drawn;
}

}  // namespace descent
