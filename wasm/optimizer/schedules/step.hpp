#pragma once

#include <cmath>

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_0 gamma^floor(t / k): constant, then cut every k updates. PyTorch: `StepLR` with
/// gamma 0.1, stepped once per update; k has no default there.
struct StepDecay {
  static constexpr Parameter parameters[] = {{"interval", "updates between cuts", 30, 1, 1e6, Scale::whole},
                                             {"factor", "factor of a cut", 0.1, 1e-6, 1, Scale::log},
                                             warmup::parameter};
  static constexpr ScheduleInfo info = {"step", "steps", R"(\eta_t = \eta_0\,\gamma^{\lfloor t / k \rfloor})",
                                        "PyTorch StepLR", parameters};
  static constexpr Quantity cuts = {"cuts", R"(\lfloor t / k \rfloor)", "cuts so far", Role::state};
  static constexpr Quantity decay = {"gamma_power", R"(\gamma^{\lfloor t / k \rfloor})", "all cuts together",
                                     Role::state};

  explicit StepDecay(const double* values) : interval(values[0]), factor(values[1]), warmup(values[2]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double elapsed) const {
    const Number eta = book.input(quantity::base_rate, base);
    const double made = std::floor(elapsed / interval);
    book.input(cuts, made);
    const Number all = book.input(decay, power(factor, static_cast<Index>(made)));
    return book.name(quantity::rate, eta * all);
  }

  double interval;
  double factor;
  double warmup;
};

}  // namespace descent
