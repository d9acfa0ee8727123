#pragma once

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_0 / (1 + d t): falls like 1 / t, slowly enough to reach any distance (the sum of the
/// rates diverges), fast enough to settle noise (the sum of their squares does not).
/// Source: H. Robbins, S. Monro, "A Stochastic Approximation Method", 1951, equation 6.
struct InverseTime {
  static constexpr Parameter parameters[] = {{"decay", "decay", 0.1, 1e-6, 1e3, Scale::log}, warmup::parameter};
  static constexpr ScheduleInfo info = {"inverse_time", "1 / t", R"(\eta_t = \frac{\eta_0}{1 + d\,t})",
                                        "Robbins and Monro 1951", parameters};
  static constexpr Quantity speed = {"decay", "d", "decay", Role::hyperparameter};

  explicit InverseTime(const double* values) : decay(values[0]), warmup(values[1]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double elapsed) const {
    const Number eta = book.input(quantity::base_rate, base);
    const Number d = book.input(speed, decay);
    const Number t = book.input(quantity::elapsed, elapsed);
    return book.name(quantity::rate, eta / (Number(1.0) + d * t));
  }

  double decay;
  double warmup;
};

}  // namespace descent
