#pragma once

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// w <- w - eta g. PyTorch's `SGD` with every option at its default; learning rate 0.001.
/// Source: A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847.
struct GradientDescent {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.001)};
  static constexpr OptimizerInfo info = {"gradient_descent", "gradient descent", R"(w \leftarrow w - \eta\,g)",
                                         "Cauchy 1847",      hyperparameters,    true};
  static constexpr std::size_t memory = 0;
  static constexpr std::array<double, 0> shared{};

  explicit GradientDescent(const double* values) : learning_rate(values[0]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number begin(Book& /*book*/, const Number& eta, auto& /*kept*/) const {
    return eta;
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Number& eta, const Number& w, const Number& g, auto& /*kept*/) const {
    const Number step = book.name(quantity::step, eta * g);
    return book.name(quantity::result, w - step);
  }

  double learning_rate;
};

}  // namespace descent
