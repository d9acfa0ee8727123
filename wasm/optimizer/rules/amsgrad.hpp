#pragma once

#include "optimizer/moments.hpp"

namespace descent {

/// AMSGrad: Adam with the largest v so far in v's place, so that no coordinate's rate ever grows again.
/// PyTorch's `Adam(amsgrad=True, weight_decay=lambda)`: the maximum is over the uncorrected v, which is
/// then divided by 1 - beta2^t.
/// Source: S. Reddi, S. Kale, S. Kumar, "On the Convergence of Adam and Beyond", 2018, algorithm 2 (whose
/// own form has no bias correction: `biasCorrection` off).
struct AmsGrad : Moments {
  static constexpr Parameter hyperparameters[] = {
      hyperparameter::learning_rate(0.001), hyperparameter::beta1,           hyperparameter::beta2,
      hyperparameter::epsilon(1e-8),        hyperparameter::weight_decay(0), hyperparameter::bias_correction};
  static constexpr OptimizerInfo info = {
      "amsgrad", "AMSGrad",
      R"(w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \epsilon},\quad \hat v = \frac{\max_t v_t}{1 - \beta_2^t})",
      "Reddi, Kale, Kumar 2018", hyperparameters};
  static constexpr std::size_t memory = 3;  // m, v, the largest v

  static constexpr Quantity largest_before = {"v_max_before", R"(\max v_{t-1})", "largest before", Role::state};
  static constexpr Quantity largest = {"v_max", R"(\max v_t)", "largest mean square", Role::state};

  explicit AmsGrad(const double* values)
      : Moments{values[0], values[1], values[2], values[3], values[4], values[5] != 0} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const AdamCommon<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number m = mean(book, common, slope, kept[0]);
    const Number v = squares(book, common, slope, kept[1]);
    const Number before = book.input(largest_before, kept[2]);
    const Number most = book.name(largest, arithmetic::max(before, v));
    kept[2] = bare(most);
    const Number m_hat = corrected_mean(book, common, m);
    const Number v_hat = corrected_squares(book, common, most);
    const Number step = book.name(quantity::scaled_step, common.eta * m_hat / root(book, v_hat));
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
