#pragma once

#include <cmath>

#include "optimizer/moments.hpp"

namespace descent {

/// NAdam: Adam that looks ahead as Nesterov's momentum does. With mu_t = beta1 (1 - 0.96^(t psi) / 2) and
/// P_t = mu_1 mu_2 ... mu_t:
///   w <- w - eta ((1 - mu_t) g / (1 - P_t) + mu_{t+1} m / (1 - P_{t+1})) / (sqrt(v_hat) + epsilon).
/// PyTorch's `NAdam(weight_decay=lambda, momentum_decay=psi)` of version 2 and later; versions up to 1.13
/// multiply P_{t+1} by a further mu_t, by mistake.
/// Source: T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016, algorithm 2.
struct NAdam : Moments {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.002),
                                                  hyperparameter::beta1,
                                                  hyperparameter::beta2,
                                                  hyperparameter::epsilon(1e-8),
                                                  hyperparameter::weight_decay(0),
                                                  hyperparameter::bias_correction,
                                                  {"momentumDecay", "momentum decay ψ", 4e-3, 0, 1, Scale::linear}};
  static constexpr OptimizerInfo info = {
      "nadam", "NAdam",
      R"(w \leftarrow w - \frac{\eta}{\sqrt{\hat v} + \epsilon} \left(\frac{\mu_{t+1} m}{1 - \prod_1^{t+1} \mu} + \frac{(1 - \mu_t)\,g}{1 - \prod_1^t \mu}\right))",
      "Dozat 2016", hyperparameters};
  static constexpr std::size_t memory = 2;                       // m, v
  static constexpr std::array<double, 4> shared = {1, 1, 1, 1};  // powers of the betas, of the decay, P_t

  static constexpr Quantity fading = {"fading", R"(0.96^\psi)", "fading per update", Role::hyperparameter};
  static constexpr Quantity faded_before = {"faded_before", R"(0.96^{(t-1)\psi})", "faded before", Role::state};
  static constexpr Quantity faded = {"faded", R"(0.96^{t\psi})", "faded to", Role::state};
  static constexpr Quantity momentum_now = {"mu", R"(\mu_t)", "momentum now", Role::state};
  static constexpr Quantity momentum_next = {"mu_next", R"(\mu_{t+1})", "momentum next", Role::state};
  static constexpr Quantity product_before = {"product_before", R"(\prod_1^{t-1} \mu)", "product before", Role::state};
  static constexpr Quantity product = {"product", R"(\prod_1^t \mu)", "product of momenta", Role::state};
  static constexpr Quantity product_next = {"product_next", R"(\prod_1^{t+1} \mu)", "product next", Role::state};
  static constexpr Quantity slope_part = {"g_hat", R"(\hat g_t)", "slope's part", Role::state};
  static constexpr Quantity mean_part = {"m_hat", R"(\hat m_t)", "mean slope's part", Role::state};
  static constexpr Quantity scaled = {"step", R"(\eta\,(\hat m_t + \hat g_t) / (\sqrt{\hat v_t} + \epsilon))",
                                      "rate × both ÷ root", Role::step};

  explicit NAdam(const double* values)
      : Moments{values[0], values[1], values[2], values[3], values[4], values[5] != 0},
        fade(std::pow(0.96, values[6])) {}

  template <typename Number>
  struct Common {
    AdamCommon<Number> adam;
    Number mu;
    Number mu_next;
    Number product;
    Number product_next;
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& kept) const {
    const AdamCommon<Number> adam = Moments::begin(book, eta, kept);
    const Number one(1.0);
    const Number half(0.5);
    const Number factor = book.input(fading, fade);
    const Number now = book.name(faded, book.input(faded_before, kept[2]) * factor);
    kept[2] = bare(now);
    const Number mu = book.name(momentum_now, adam.beta1 * (one - half * now));
    const Number mu_next = book.name(momentum_next, adam.beta1 * (one - half * (now * factor)));
    if (!bias_correction) return {adam, mu, mu_next, Number(0.0), Number(0.0)};
    const Number all = book.name(product, book.input(product_before, kept[3]) * mu);
    kept[3] = bare(all);
    return {adam, mu, mu_next, all, book.name(product_next, all * mu_next)};
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number one(1.0);
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number m = mean(book, common.adam, slope, kept[0]);
    const Number v = squares(book, common.adam, slope, kept[1]);
    const Number fresh = (one - common.mu) * slope;
    const Number rolled = common.mu_next * m;
    const Number g_hat = book.name(slope_part, bias_correction ? fresh / (one - common.product) : fresh);
    const Number m_hat = book.name(mean_part, bias_correction ? rolled / (one - common.product_next) : rolled);
    const Number below = root(book, corrected_squares(book, common.adam, v));
    const Number step = book.name(scaled, common.adam.eta * (m_hat + g_hat) / below);
    return book.name(quantity::result, w - step);
  }

  double fade;  ///< 0.96^psi
};

}  // namespace descent
