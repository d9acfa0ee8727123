#pragma once

#include "optimizer/moments.hpp"

namespace descent {

/// AdamW: w <- (1 - eta lambda) w, then Adam's step with the bare gradient.
/// PyTorch's `AdamW`: the decay is multiplied by the scheduled learning rate.
/// Source: I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
struct AdamW : Moments {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.001),
                                                  hyperparameter::beta1,
                                                  hyperparameter::beta2,
                                                  hyperparameter::epsilon(1e-8),
                                                  hyperparameter::weight_decay(0.01),
                                                  hyperparameter::bias_correction};
  static constexpr OptimizerInfo info = {
      "adamw", "AdamW", R"(w \leftarrow (1 - \eta\lambda)\,w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \epsilon})",
      "Loshchilov and Hutter 2019", hyperparameters};
  static constexpr std::size_t memory = 2;  // m, v

  explicit AdamW(const double* values)
      : Moments{values[0], values[1], values[2], values[3], values[4], values[5] != 0} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const AdamCommon<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number decayed = shrunk(book, weight_decay, common.eta, w);
    const Number m = mean(book, common, g, kept[0]);
    const Number v = squares(book, common, g, kept[1]);
    const Number m_hat = corrected_mean(book, common, m);
    const Number v_hat = corrected_squares(book, common, v);
    const Number step = book.name(quantity::scaled_step, common.eta * m_hat / root(book, v_hat));
    return book.name(quantity::result, decayed - step);
  }
};

}  // namespace descent
