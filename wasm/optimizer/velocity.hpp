#pragma once

#include <array>

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// What momentum and Nesterov's variant share: a velocity b per coordinate.
struct Velocity {
  static constexpr std::size_t memory = 1;
  /// The share of the slope that enters the velocity: all of it the first time, then 1 - dampening.
  static constexpr std::array<double, 1> shared = {1};

  static constexpr Quantity share = {"share", R"(1 - \tau)", "share of the slope", Role::hyperparameter};
  static constexpr Quantity before = {"b_before", "b_{t-1}", "velocity before", Role::state};
  static constexpr Quantity now = {"b", "b_t", "velocity", Role::state};
  static constexpr Quantity velocity_step = {"step", R"(\eta\,b_t)", "rate × velocity", Role::step};

  template <typename Number>
  struct Common {
    Number eta;
    Number mu;
    Number share;
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& kept) const {
    const Number mu = book.input(quantity::momentum, momentum);
    // PyTorch dampens nothing without momentum.
    if (dampening == 0 || momentum == 0) return {eta, mu, Number(1.0)};
    const Number entering = book.input(share, kept[0]);
    kept[0] = static_cast<std::decay_t<decltype(kept[0])>>(1 - dampening);
    return {eta, mu, entering};
  }

  /// b = mu b + share g
  template <typename Book, typename Number>
  Number velocity(Book& book, const Common<Number>& common, const Number& g, auto& kept) const {
    const Number old = book.input(before, kept);
    const bool whole = dampening == 0 || momentum == 0;
    Number b = book.name(now, whole ? common.mu * old + g : common.mu * old + common.share * g);
    kept = bare(b);
    return b;
  }

  double learning_rate;
  double momentum;
  double dampening;
  double weight_decay;
};

}  // namespace descent
