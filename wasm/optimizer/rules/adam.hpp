#pragma once

#include "optimizer/moments.hpp"

namespace descent {

/// Adam: m <- beta1 m + (1 - beta1) g, v <- beta2 v + (1 - beta2) g^2,
/// w <- w - eta m_hat / (sqrt(v_hat) + epsilon), where m_hat = m / (1 - beta1^t), v_hat = v / (1 - beta2^t).
/// PyTorch's `Adam(weight_decay=lambda)`, with weight decay as an L2 penalty. `biasCorrection` off: m and
/// v stand for m_hat and v_hat, which PyTorch does not offer.
/// Source: D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
struct Adam : Moments {
  static constexpr Parameter hyperparameters[] = {
      hyperparameter::learning_rate(0.001), hyperparameter::beta1,           hyperparameter::beta2,
      hyperparameter::epsilon(1e-8),        hyperparameter::weight_decay(0), hyperparameter::bias_correction};
  static constexpr OptimizerInfo info = {"adam", "Adam",
                                         R"(w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \epsilon})",
                                         "Kingma and Ba 2015", hyperparameters};
  static constexpr std::size_t memory = 2;  // m, v

  explicit Adam(const double* values)
      : Moments{values[0], values[1], values[2], values[3], values[4], values[5] != 0} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const AdamCommon<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number m = mean(book, common, slope, kept[0]);
    const Number v = squares(book, common, slope, kept[1]);
    const Number m_hat = corrected_mean(book, common, m);
    const Number v_hat = corrected_squares(book, common, v);
    const Number step = book.name(quantity::scaled_step, common.eta * m_hat / root(book, v_hat));
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
