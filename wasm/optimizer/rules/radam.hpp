#pragma once

#include "optimizer/moments.hpp"

namespace descent {

/// RAdam: Adam whose adaptive rate waits until its variance is finite. With rho_inf = 2 / (1 - beta2) - 1
/// and rho_t = rho_inf - 2 t beta2^t / (1 - beta2^t):
///   rho_t > 5:  w <- w - eta m_hat r sqrt(1 - beta2^t) / (sqrt(v) + epsilon),
///               r = sqrt((rho_t - 4)(rho_t - 2) rho_inf / ((rho_inf - 4)(rho_inf - 2) rho_t))
///   otherwise:  w <- w - eta m_hat
/// PyTorch's `RAdam(weight_decay=lambda)`: the threshold is 5 (the paper's 4), epsilon stands beside the
/// uncorrected root. Bias correction is part of the rectification and cannot be switched off.
/// Source: L. Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond", 2020, algorithm 2.
struct RAdam : Moments {
  static constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(0.001), hyperparameter::beta1,
                                                  hyperparameter::beta2, hyperparameter::epsilon(1e-8),
                                                  hyperparameter::weight_decay(0)};
  static constexpr OptimizerInfo info = {"radam", "RAdam",
                                         R"(w \leftarrow w - \eta\,r_t\,\frac{\hat m}{\sqrt{\hat v} + \epsilon})",
                                         "Liu et al. 2020", hyperparameters};
  static constexpr std::size_t memory = 2;                    // m, v
  static constexpr std::array<double, 3> shared = {1, 1, 0};  // powers of the betas, t

  static constexpr Quantity update_number = {"t", "t", "update number", Role::state};
  static constexpr Quantity longest = {"rho_inf", R"(\rho_\infty)", "longest memory", Role::state};
  static constexpr Quantity length = {"rho", R"(\rho_t)", "memory so far", Role::state};
  static constexpr Quantity correction2 = {"correction", R"(\sqrt{1 - \beta_2^t})", "correction of the root",
                                           Role::state};
  static constexpr Quantity rectification = {"r", "r_t", "rectification", Role::state};
  static constexpr Quantity plain_root = {"root", R"(\sqrt{v_t} + \epsilon)", "root mean square", Role::state};
  static constexpr Quantity plain = {"step", R"(\eta\,\hat m_t)", "rate × mean", Role::step};
  static constexpr Quantity rectified = {"step",
                                         R"(\eta\,\hat m_t\,r_t \sqrt{1 - \beta_2^t} / (\sqrt{v_t} + \epsilon))",
                                         "rate × mean × r ÷ root", Role::step};

  explicit RAdam(const double* values) : Moments{values[0], values[1], values[2], values[3], values[4], true} {}

  template <typename Number>
  struct Common {
    AdamCommon<Number> adam;
    bool adapts;
    Number correction;  ///< sqrt(1 - beta2^t), where it adapts
    Number r;           ///< where it adapts
  };

  template <typename Book, typename Number = typename Book::Number>
  Common<Number> begin(Book& book, const Number& eta, auto& kept) const {
    const AdamCommon<Number> adam = Moments::begin(book, eta, kept);
    kept[2] += 1;
    const Number t = book.input(update_number, kept[2]);
    const Number one(1.0);
    const Number two(2.0);
    const Number four(4.0);
    const Number limit = book.name(longest, two / (one - adam.beta2) - one);
    const Number rho = book.name(length, limit - two * t * adam.power2 / (one - adam.power2));
    if (!(bare(rho) > 5)) return {adam, false, one, one};
    const Number above = (rho - four) * (rho - two) * limit;
    const Number below = (limit - four) * (limit - two) * rho;
    const Number r = book.name(rectification, arithmetic::sqrt(above / below));
    return {adam, true, book.name(correction2, arithmetic::sqrt(one - adam.power2)), r};
  }

  template <typename Book, typename Number = typename Book::Number>
  Number update(Book& book, const Common<Number>& common, const Number& w, const Number& g, auto& kept) const {
    const Number slope = with_decay(book, weight_decay, w, g);
    const Number m = mean(book, common.adam, slope, kept[0]);
    const Number v = squares(book, common.adam, slope, kept[1]);
    const Number m_hat = corrected_mean(book, common.adam, m);
    if (!common.adapts) {
      const Number step = book.name(plain, common.adam.eta * m_hat);
      return book.name(quantity::result, w - step);
    }
    const Number eps = book.input(quantity::epsilon, epsilon);
    const Number below = book.name(plain_root, arithmetic::sqrt(v) + eps);
    const Number step = book.name(rectified, common.adam.eta * m_hat * common.r * common.correction / below);
    return book.name(quantity::result, w - step);
  }
};

}  // namespace descent
