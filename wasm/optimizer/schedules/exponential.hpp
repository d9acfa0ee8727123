#pragma once

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_0 gamma^t. PyTorch: `ExponentialLR`, stepped once per update; gamma has no default
/// there.
struct ExponentialDecay {
  static constexpr Parameter parameters[] = {{"factor", "factor per update", 0.98, 1e-3, 1, Scale::linear},
                                             warmup::parameter};
  static constexpr ScheduleInfo info = {"exponential", "exponential", R"(\eta_t = \eta_0\,\gamma^t)",
                                        "PyTorch ExponentialLR", parameters};
  static constexpr Quantity decay = {"gamma_power", R"(\gamma^t)", "factor, multiplied t times", Role::state};

  explicit ExponentialDecay(const double* values) : factor(values[0]), warmup(values[1]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double elapsed) const {
    const Number eta = book.input(quantity::base_rate, base);
    book.input(quantity::elapsed, elapsed);
    const Number all = book.input(decay, power(factor, static_cast<Index>(elapsed)));
    return book.name(quantity::rate, eta * all);
  }

  double factor;
  double warmup;
};

}  // namespace descent
