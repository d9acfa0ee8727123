#pragma once

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// AdaGrad: s <- s + g^2, w <- w - eta g / (sqrt(s) + epsilon).
/// PyTorch's `Adagrad(weight_decay=lambda)` with its sums beginning at 0; its `lr_decay` is the schedule
/// `inverse_time`.
/// Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods", 2011, figure 1, diagonal.
struct AdaGrad {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.01), hyperparameter::epsilon(1e-10),
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {
      "adagrad", "AdaGrad", R"(s \leftarrow s + g^2,\quad w \leftarrow w - \eta\,\frac{g}{\sqrt{s} + \epsilon})",
      "Duchi, Hazan, Singer 2011", hyperparameters};
  static constexpr std::size_t memory = 1;
  static constexpr std::array<double, 0> shared{};

  static constexpr Quantity before = {"s_before", "s_{t-1}", "sum of squares before", Role::state};
  static constexpr Quantity sum = {"s", "s_t", "sum of squared slopes", Role::state};
  static constexpr Quantity root = {"root", R"(\sqrt{s_t} + \epsilon)", "its root", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,g / (\sqrt{s_t} + \epsilon))", "rate × slope ÷ root",
                                      Role::step};

  explicit AdaGrad(const double* values) : learning_rate(values[0]), epsilon(values[1]), weight_decay(values[2]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number begin(Book& /*book*/, const Number& eta, auto& /*kept*/) const {
    return eta;
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Number& eta, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number old = book.input(before, kept[0]);
    const Number s = book.name(sum, old + slope * slope);
    kept[0] = bare(s);
    const Number eps = book.input(quantity::epsilon, epsilon);
    const Number below = book.name(root, arithmetic::sqrt(s) + eps);
    const Number step = book.name(scaled, eta * slope / below);
    return book.name(quantity::result, w - step);
  }

  double learning_rate;
  double epsilon;
  double weight_decay;
};

}  // namespace descent
