#pragma once

#include "core/parameter.hpp"
#include "optimizer/ledger.hpp"

// What several update rules have in common besides the learning rate: the options, under PyTorch's
// names in camel case, and the quantities that stand for them.
namespace descent {

namespace hyperparameter {

constexpr Parameter learning_rate(double standard) {
  return {"learningRate", "learning rate", standard, 1e-8, 1e3, Scale::log};
}
/// A share of the past that is kept, in [0, 1).
constexpr Parameter share(const char* name, const char* label, double standard) {
  return {name, label, standard, 0, 0.999999, Scale::linear};
}
inline constexpr Parameter beta1 = share("beta1", "β₁", 0.9);
inline constexpr Parameter beta2 = share("beta2", "β₂", 0.999);
constexpr Parameter epsilon(double standard) { return {"epsilon", "ε", standard, 1e-30, 1, Scale::log}; }
constexpr Parameter weight_decay(double standard) {
  return {"weightDecay", "weight decay", standard, 0, 10, Scale::linear};
}
inline constexpr Parameter bias_correction = {"biasCorrection", "bias correction", 1, 0, 1, Scale::flag};

}  // namespace hyperparameter

namespace quantity {

inline constexpr Quantity momentum = {"mu", R"(\mu)", "momentum", Role::hyperparameter};
inline constexpr Quantity beta1 = {"beta1", R"(\beta_1)", "β₁", Role::hyperparameter};
inline constexpr Quantity beta2 = {"beta2", R"(\beta_2)", "β₂", Role::hyperparameter};
inline constexpr Quantity epsilon = {"epsilon", R"(\epsilon)", "ε", Role::hyperparameter};
inline constexpr Quantity weight_decay = {"lambda", R"(\lambda)", "weight decay", Role::hyperparameter};
inline constexpr Quantity decayed_gradient = {"g_decayed", R"(g + \lambda w)", "slope with decay", Role::gradient};
inline constexpr Quantity decayed_parameter = {"w_decayed", R"((1 - \eta\lambda)\,w)", "after decay", Role::state};
inline constexpr Quantity squares_before = {"v_before", "v_{t-1}", "mean square before", Role::state};
inline constexpr Quantity squares = {"v", "v_t", "mean square slope", Role::state};
inline constexpr Quantity root = {"root", R"(\sqrt{v_t} + \epsilon)", "root mean square", Role::state};

}  // namespace quantity

/// PyTorch's weight decay, an L2 penalty: the gradient of f + lambda |w|^2 / 2. Nothing at lambda 0.
template <typename Book, typename Number>
Number with_decay(Book& book, double weight_decay, const Number& w, const Number& g) {
  if (weight_decay == 0) return g;
  const Number lambda = book.input(quantity::weight_decay, weight_decay);
  return book.name(quantity::decayed_gradient, g + lambda * w);
}

/// Decoupled weight decay: the parameter shrinks by itself, whatever its gradient. Nothing at lambda 0.
/// Source: I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
template <typename Book, typename Number>
Number shrunk(Book& book, double weight_decay, const Number& eta, const Number& w) {
  if (weight_decay == 0) return w;
  const Number lambda = book.input(quantity::weight_decay, weight_decay);
  return book.name(quantity::decayed_parameter, w * (Number(1.0) - eta * lambda));
}

}  // namespace descent
