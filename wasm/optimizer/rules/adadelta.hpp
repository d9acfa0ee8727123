#pragma once

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// Adadelta: v <- rho v + (1 - rho) g^2, d = sqrt(u + epsilon) / sqrt(v + epsilon) g,
/// u <- rho u + (1 - rho) d^2, w <- w - eta d. The units of d are those of w, so eta 1 is natural.
/// PyTorch's `Adadelta(weight_decay=lambda)`.
/// Source: M. Zeiler, "ADADELTA: An Adaptive Learning Rate Method", 2012, algorithm 1.
struct Adadelta {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(1),
                                                  hyperparameter::share("rho", "ρ", 0.9), hyperparameter::epsilon(1e-6),
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {
      "adadelta", "Adadelta",
      R"(w \leftarrow w - \eta\,d,\quad d = \frac{\sqrt{u + \epsilon}}{\sqrt{v + \epsilon}}\,g)", "Zeiler 2012",
      hyperparameters};
  static constexpr std::size_t memory = 2;  // v, u
  static constexpr std::array<double, 0> shared{};

  static constexpr Quantity smoothing = {"rho", R"(\rho)", "ρ", Role::hyperparameter};
  static constexpr Quantity moves_before = {"u_before", "u_{t-1}", "mean square move before", Role::state};
  static constexpr Quantity moves = {"u", "u_t", "mean square move", Role::state};
  static constexpr Quantity typical_move = {"move_root", R"(\sqrt{u_{t-1} + \epsilon})", "typical move", Role::state};
  static constexpr Quantity typical_slope = {"slope_root", R"(\sqrt{v_t + \epsilon})", "typical slope", Role::state};
  static constexpr Quantity move = {"d", "d_t", "move ÷ slope × slope", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,d_t)", "rate × d", Role::step};

  explicit Adadelta(const double* values)
      : learning_rate(values[0]), rho(values[1]), epsilon(values[2]), weight_decay(values[3]) {}

  template <typename Number>
  struct Common {
    Number eta;
    Number rho;
    Number epsilon;
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& /*kept*/) const {
    const Number smooth = book.input(smoothing, rho);
    return {eta, smooth, book.input(quantity::epsilon, epsilon)};
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number rest = Number(1.0) - common.rho;
    const Number v_old = book.input(quantity::squares_before, kept[0]);
    const Number v = book.name(quantity::squares, common.rho * v_old + rest * slope * slope);
    const Number u_old = book.input(moves_before, kept[1]);
    const Number above = book.name(typical_move, arithmetic::sqrt(u_old + common.epsilon));
    const Number below = book.name(typical_slope, arithmetic::sqrt(v + common.epsilon));
    const Number d = book.name(move, above / below * slope);
    const Number u = book.name(moves, common.rho * u_old + rest * d * d);
    kept[0] = bare(v);
    kept[1] = bare(u);
    const Number step = book.name(scaled, common.eta * d);
    return book.name(quantity::result, w - step);
  }

  double learning_rate;
  double rho;
  double epsilon;
  double weight_decay;
};

}  // namespace descent
