#pragma once

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {

/// RMSProp: v <- alpha v + (1 - alpha) g^2, w <- w - eta g / (sqrt(v) + epsilon).
/// Centred: the square of a running mean of g is taken off v first, which leaves a variance; 0 where
/// rounding would make it negative.
/// With momentum: b <- mu b + g / (sqrt(v) + epsilon), w <- w - eta b.
/// PyTorch's `RMSprop(momentum=mu, centered=..., weight_decay=lambda)`, epsilon outside the root.
/// Source: T. Tieleman, G. Hinton, "Lecture 6.5 - RMSProp", 2012; centred: A. Graves, "Generating
/// Sequences With Recurrent Neural Networks", 2013, equations 38 to 41.
struct RmsProp {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.01),
                                                  hyperparameter::share("alpha", "α", 0.99),
                                                  hyperparameter::epsilon(1e-8),
                                                  hyperparameter::share("momentum", "momentum", 0),
                                                  {"centered", "centred", 0, 0, 1, Scale::flag},
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {
      "rmsprop", "RMSProp",
      R"(v \leftarrow \alpha v + (1 - \alpha)\,g^2,\quad w \leftarrow w - \eta\,\frac{g}{\sqrt{v} + \epsilon})",
      "Tieleman and Hinton 2012", hyperparameters};
  static constexpr std::size_t memory = 3;  // v, the mean of g, the velocity
  static constexpr std::array<double, 0> shared{};

  static constexpr Quantity smoothing = {"alpha", R"(\alpha)", "α", Role::hyperparameter};
  static constexpr Quantity mean_before = {"a_before", "a_{t-1}", "mean slope before", Role::state};
  static constexpr Quantity mean = {"a", "a_t", "mean slope", Role::state};
  static constexpr Quantity variance = {"variance", R"(\max(v_t - a_t^2, 0))", "variance of the slope", Role::state};
  static constexpr Quantity ratio = {"ratio", R"(g / (\sqrt{v_t} + \epsilon))", "slope ÷ root", Role::state};
  static constexpr Quantity velocity_before = {"b_before", "b_{t-1}", "velocity before", Role::state};
  static constexpr Quantity velocity = {"b", "b_t", "velocity", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,g / (\sqrt{v_t} + \epsilon))", "rate × slope ÷ root",
                                      Role::step};
  static constexpr Quantity rolled = {"step", R"(\eta\,b_t)", "rate × velocity", Role::step};

  explicit RmsProp(const double* values)
      : learning_rate(values[0]),
        alpha(values[1]),
        epsilon(values[2]),
        momentum(values[3]),
        centered(values[4] != 0),
        weight_decay(values[5]) {}

  template <typename Number>
  struct Common {
    Number eta;
    Number alpha;
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& /*kept*/) const {
    return {eta, book.input(smoothing, alpha)};
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number below = root_of(book, common.alpha, slope, kept);
    if (momentum == 0) {
      const Number step = book.name(scaled, common.eta * slope / below);
      return book.name(quantity::result, w - step);
    }
    const Number share = book.name(ratio, slope / below);
    const Number mu = book.input(quantity::momentum, momentum);
    const Number old = book.input(velocity_before, kept[2]);
    const Number b = book.name(velocity, mu * old + share);
    kept[2] = bare(b);
    const Number step = book.name(rolled, common.eta * b);
    return book.name(quantity::result, w - step);
  }

 private:
  template <typename Book, typename Number = typename Book::Number>
  Number root_of(Book& book, const Number& smooth, const Number& slope, auto& kept) const {
    const Number rest = Number(1.0) - smooth;
    const Number old = book.input(quantity::squares_before, kept[0]);
    const Number v = book.name(quantity::squares, smooth * old + rest * slope * slope);
    kept[0] = bare(v);
    Number inside = v;
    if (centered) {
      const Number a_old = book.input(mean_before, kept[1]);
      const Number a = book.name(mean, smooth * a_old + rest * slope);
      kept[1] = bare(a);
      // Never below 0, except by rounding, of which the root would be no number.
      inside = book.name(variance, arithmetic::max(v - a * a, Number(0.0)));
    }
    const Number eps = book.input(quantity::epsilon, epsilon);
    return book.name(quantity::root, arithmetic::sqrt(inside) + eps);
  }

 public:
  double learning_rate;
  double alpha;
  double epsilon;
  double momentum;
  bool centered;
  double weight_decay;
};

}  // namespace descent
