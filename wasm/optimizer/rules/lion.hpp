#pragma once

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// Lion: c = beta1 m + (1 - beta1) g, w <- w - eta (sign(c) + lambda w), m <- beta2 m + (1 - beta2) g.
/// Every step has the length of the rate: only the direction is learned. Weight decay is decoupled, as
/// in AdamW. Not part of PyTorch; the defaults are the paper's, with lambda 0.
/// Source: X. Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023, algorithm 2.
struct Lion {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(1e-4), hyperparameter::beta1,
                                                  hyperparameter::share("beta2", "β₂", 0.99),
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {
      "lion", "Lion",
      R"(w \leftarrow w - \eta\,\bigl(\operatorname{sign}(\beta_1 m + (1 - \beta_1)\,g) + \lambda w\bigr))",
      "Chen et al. 2023", hyperparameters};
  static constexpr std::size_t memory = 1;  // m
  static constexpr std::array<double, 0> shared{};

  static constexpr Quantity before = {"m_before", "m_{t-1}", "mean slope before", Role::state};
  static constexpr Quantity blend = {"c", "c_t", "mean and slope", Role::state};
  static constexpr Quantity direction = {"u", R"(\operatorname{sign} c_t)", "its sign", Role::state};
  static constexpr Quantity mean = {"m", "m_t", "mean slope", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,\operatorname{sign} c_t)", "rate × sign", Role::step};

  explicit Lion(const double* values)
      : learning_rate(values[0]), beta1(values[1]), beta2(values[2]), weight_decay(values[3]) {}

  template <typename Number>
  struct Common {
    Number eta;
    Number beta1;
    Number beta2;
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& /*kept*/) const {
    const Number b1 = book.input(quantity::beta1, beta1);
    return {eta, b1, book.input(quantity::beta2, beta2)};
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number decayed = shrunk(book, weight_decay, common.eta, w);
    const Number m_old = book.input(before, kept[0]);
    const Number c = book.name(blend, common.beta1 * m_old + (Number(1.0) - common.beta1) * g);
    const Number u = book.name(direction, arithmetic::sign(c));
    const Number m = book.name(mean, common.beta2 * m_old + (Number(1.0) - common.beta2) * g);
    kept[0] = bare(m);
    const Number step = book.name(scaled, common.eta * u);
    return book.name(quantity::result, decayed - step);
  }

  double learning_rate;
  double beta1;
  double beta2;
  double weight_decay;
};

}  // namespace descent
