#include "objective/bigram.hpp"

#include <utility>

#include "network/loss.hpp"

namespace descent {
namespace {

/// The mean cross-entropy of `pairs` pairs, counted in `counts`; writes its gradient unless null.
double loss_of(const Vector<double>& counts, Index symbols, Index pairs, const double* at, double* gradient) {
  const double scale = 1.0 / static_cast<double>(pairs);
  double surprise = 0;
  for (Index row = 0; row < counts.size(); row += symbols) {
    const double* counted = counts.data() + row;
    if (std::all_of(counted, counted + symbols, [](double count) { return count == 0; })) {
      if (gradient != nullptr) std::fill(gradient + row, gradient + row + symbols, 0.0);
      continue;
    }
    // A network's cross-entropy takes any targets, so counts too: their sum weighs the softmax.
    surprise += example_loss(Loss::cross_entropy, symbols, at + row, counted, scale,
                             gradient == nullptr ? nullptr : gradient + row);
  }
  return scale * surprise;
}

}  // namespace

Bigram::Bigram(SymbolText text)
    : text_(std::move(text)), counts_(count_pairs(text_)), batch_counts_(Vector<double>::Zero(counts_.size())) {}

double Bigram::value(const Vector<double>& at) const {
  return loss_of(counts_, text_.symbols(), text_.pairs(), at.data(), nullptr);
}

double Bigram::value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const {
  return loss_of(counts_, text_.symbols(), text_.pairs(), at.data(), gradient.data());
}

double Bigram::batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                        Vector<double>& gradient) const {
  batch_counts_.setZero();
  for (Index k = 0; k < count; ++k) {
    const std::uint8_t* pair = text_.sequence.data() + batch[k];
    batch_counts_[pair[0] * text_.symbols() + pair[1]] += 1;
  }
  return loss_of(batch_counts_, text_.symbols(), count, at.data(), gradient.data());
}

}  // namespace descent
