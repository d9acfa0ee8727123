#pragma once

#include "optimizer/moments.hpp"

namespace descent {

/// AdaMax: Adam with the largest recent slope in place of the root mean square:
/// u <- max(beta2 u, |g| + epsilon), w <- w - eta m_hat / u. It needs no correction for u.
/// PyTorch's `Adamax(weight_decay=lambda)`, which adds epsilon to every |g|.
/// Source: D. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 2.
struct AdaMax : Moments {
  static constexpr Parameter hyperparameters[] = {
      hyperparameter::learning_rate(0.002), hyperparameter::beta1,           hyperparameter::beta2,
      hyperparameter::epsilon(1e-8),        hyperparameter::weight_decay(0), hyperparameter::bias_correction};
  static constexpr OptimizerInfo info = {
      "adamax", "AdaMax",
      R"(u \leftarrow \max(\beta_2 u, \lvert g \rvert + \epsilon),\quad w \leftarrow w - \eta\,\frac{\hat m}{u})",
      "Kingma and Ba 2015", hyperparameters};
  static constexpr std::size_t memory = 2;  // m, u

  static constexpr Quantity largest_before = {"u_before", "u_{t-1}", "largest slope before", Role::state};
  static constexpr Quantity largest = {"u", "u_t", "largest slope", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,\hat m_t / u_t)", "rate × mean ÷ largest", Role::step};

  explicit AdaMax(const double* values)
      : Moments{values[0], values[1], values[2], values[3], values[4], values[5] != 0} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const AdamCommon<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number m = mean(book, common, slope, kept[0]);
    const Number before = book.input(largest_before, kept[1]);
    const Number eps = book.input(quantity::epsilon, epsilon);
    const Number u = book.name(largest, arithmetic::max(common.beta2 * before, arithmetic::abs(slope) + eps));
    kept[1] = bare(u);
    const Number step = book.name(scaled, common.eta * corrected_mean(book, common, m) / u);
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
