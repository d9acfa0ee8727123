#pragma once

#include "optimizer/velocity.hpp"

namespace descent {

/// Heavy ball: b <- mu b + (1 - tau) g (the first time b = g), w <- w - eta b.
/// PyTorch's `SGD(momentum=mu, dampening=tau, weight_decay=lambda)`, whose learning rate multiplies the
/// whole velocity; default momentum here 0.9.
/// Source: B. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964, section 2.
struct Momentum : Velocity {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.001),
                                                  hyperparameter::share("momentum", "momentum", 0.9),
                                                  {"dampening", "dampening", 0, 0, 1, Scale::linear},
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {"momentum", "momentum",
                                         R"(b \leftarrow \mu b + (1 - \tau)\,g,\quad w \leftarrow w - \eta\,b)",
                                         "Polyak 1964", hyperparameters};

  explicit Momentum(const double* values) : Velocity{values[0], values[1], values[2], values[3]} {}

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number b = velocity(book, common, slope, kept[0]);
    const Number step = book.name(velocity_step, common.eta * b);
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
