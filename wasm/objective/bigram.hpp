#pragma once

#include "data/symbols.hpp"
#include "objective/objective.hpp"

namespace descent {

/// The character bigram model: which symbol comes next depends on the last one only.
///
/// Parameters: one logit per pair of symbols, row by row: entry `first * V + second` for V symbols.
/// Loss: mean cross-entropy over the pairs of neighbours in a text, in nats,
///   L = -1/n sum over pairs of log softmax(row of the first)[second] = log of the perplexity.
/// The start is zero everywhere, where every symbol is as likely as any other: perplexity V. The
/// optimum is known: the logarithms of the counts, up to a constant per row (Jelinek, "Statistical
/// Methods for Speech Recognition", 1997, section 4.2).
///
/// The whole loss is computed from the counts of pairs, so a longer text costs no more.
class Bigram final : public Objective<double> {
 public:
  explicit Bigram(SymbolText text);

  Index dimension() const override { return counts_.size(); }
  /// One example per pair.
  Index sample_count() const override { return text_.pairs(); }
  const SymbolText& text() const { return text_; }

  double value(const Vector<double>& at) const override;
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override;
  double batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                  Vector<double>& gradient) const override;

 private:
  SymbolText text_;
  Vector<double> counts_;
  mutable Vector<double> batch_counts_;  // kept between calls, so that a step allocates nothing
};

}  // namespace descent
