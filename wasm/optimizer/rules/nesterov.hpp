#pragma once

#include "optimizer/velocity.hpp"

namespace descent {

/// Nesterov's momentum: b <- mu b + g, w <- w - eta (g + mu b).
/// PyTorch's `SGD(momentum=mu, nesterov=True, weight_decay=lambda)`: the parameters are the looked-ahead
/// ones, so that the gradient is taken where they stand; default momentum here 0.9.
/// Source: Y. Nesterov, "A method of solving a convex programming problem with convergence rate
/// O(1/k^2)", 1983; in this form I. Sutskever et al., "On the importance of initialization and momentum
/// in deep learning", 2013, equations 3 and 4.
struct Nesterov : Velocity {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.001),
                                                  hyperparameter::share("momentum", "momentum", 0.9),
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {"nesterov", "Nesterov momentum",
                                         R"(b \leftarrow \mu b + g,\quad w \leftarrow w - \eta\,(g + \mu b))",
                                         "Nesterov 1983; Sutskever et al. 2013", hyperparameters};
  static constexpr Quantity ahead = {"d", R"(g + \mu b_t)", "slope + momentum", Role::state};
  static constexpr Quantity ahead_step = {"step", R"(\eta\,(g + \mu b_t))", "rate × both", Role::step};

  explicit Nesterov(const double* values) : Velocity{values[0], values[1], 0, values[2]} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number b = velocity(book, common, slope, kept[0]);
    const Number both = book.name(ahead, slope + common.mu * b);
    const Number step = book.name(ahead_step, common.eta * both);
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
