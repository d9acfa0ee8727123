#pragma once

#include <array>

#include "optimizer/coordinatewise.hpp"
#include "optimizer/hyperparameters.hpp"

// What Adam and its relatives share: two running means per coordinate, and their bias correction.
namespace descent {

namespace quantity {

inline constexpr Quantity power1_before = {"beta1_power_before", R"(\beta_1^{t-1})", "β₁'s power before", Role::state};
inline constexpr Quantity power1 = {"beta1_power", R"(\beta_1^t)", "β₁'s power", Role::state};
inline constexpr Quantity power2_before = {"beta2_power_before", R"(\beta_2^{t-1})", "β₂'s power before", Role::state};
inline constexpr Quantity power2 = {"beta2_power", R"(\beta_2^t)", "β₂'s power", Role::state};
inline constexpr Quantity mean_before = {"m_before", "m_{t-1}", "mean slope before", Role::state};
inline constexpr Quantity mean = {"m", "m_t", "mean slope", Role::state};
inline constexpr Quantity corrected_mean = {"m_hat", R"(\hat m_t)", "mean slope, corrected", Role::state};
inline constexpr Quantity corrected_squares = {"v_hat", R"(\hat v_t)", "mean square, corrected", Role::state};
inline constexpr Quantity corrected_root = {"root", R"(\sqrt{\hat v_t} + \epsilon)", "root mean square", Role::state};
inline constexpr Quantity scaled_step = {"step", R"(\eta\,\hat m_t / (\sqrt{\hat v_t} + \epsilon))",
                                         "rate × mean ÷ root", Role::step};

}  // namespace quantity

/// What one of Adam's updates computes once for all coordinates.
template <typename Number>
struct AdamCommon {
  Number eta;
  Number beta1;
  Number beta2;
  Number power1;  ///< beta1^t, 0 without bias correction
  Number power2;  ///< beta2^t, 0 without bias correction
};

/// Hyper-parameters of Adam's kind and the arithmetic that its variants have in common. Powers of the
/// betas are running products, `kept[0]` and `kept[1]`.
struct Moments {
  static constexpr std::array<double, 2> shared = {1, 1};

  template <typename Book, typename Number = typename Book::Number>
  AdamCommon<Number> begin(Book& book, const Number& eta, auto& kept) const {
    const Number b1 = book.input(quantity::beta1, beta1);
    const Number b2 = book.input(quantity::beta2, beta2);
    if (!bias_correction) return {eta, b1, b2, Number(0.0), Number(0.0)};
    const Number before1 = book.input(quantity::power1_before, kept[0]);
    const Number power1 = book.name(quantity::power1, before1 * b1);
    const Number before2 = book.input(quantity::power2_before, kept[1]);
    const Number power2 = book.name(quantity::power2, before2 * b2);
    kept[0] = bare(power1);
    kept[1] = bare(power2);
    return {eta, b1, b2, power1, power2};
  }

  /// m = beta1 m + (1 - beta1) g
  template <typename Book, typename Number>
  Number mean(Book& book, const AdamCommon<Number>& common, const Number& g, auto& kept) const {
    const Number before = book.input(quantity::mean_before, kept);
    Number m = book.name(quantity::mean, common.beta1 * before + (Number(1.0) - common.beta1) * g);
    kept = bare(m);
    return m;
  }

  /// v = beta2 v + (1 - beta2) g^2
  template <typename Book, typename Number>
  Number squares(Book& book, const AdamCommon<Number>& common, const Number& g, auto& kept) const {
    const Number before = book.input(quantity::squares_before, kept);
    Number v = book.name(quantity::squares, common.beta2 * before + (Number(1.0) - common.beta2) * g * g);
    kept = bare(v);
    return v;
  }

  /// m / (1 - beta1^t)
  template <typename Book, typename Number>
  Number corrected_mean(Book& book, const AdamCommon<Number>& common, const Number& m) const {
    if (!bias_correction) return m;
    return book.name(quantity::corrected_mean, m / (Number(1.0) - common.power1));
  }

  /// v / (1 - beta2^t)
  template <typename Book, typename Number>
  Number corrected_squares(Book& book, const AdamCommon<Number>& common, const Number& v) const {
    if (!bias_correction) return v;
    return book.name(quantity::corrected_squares, v / (Number(1.0) - common.power2));
  }

  /// sqrt(v) + epsilon
  template <typename Book, typename Number>
  Number root(Book& book, const Number& v) const {
    const Number eps = book.input(quantity::epsilon, epsilon);
    return book.name(quantity::corrected_root, arithmetic::sqrt(v) + eps);
  }

  double learning_rate;
  double beta1;
  double beta2;
  double epsilon;
  double weight_decay;
  bool bias_correction;
};

}  // namespace descent
