#pragma once

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_0 min(1, (t + 1) / n): rises in a straight line over n updates, then stays. The rise
/// itself is `ClosedForm`'s, since every other schedule may begin with it too.
struct WarmUp {
  static constexpr Parameter parameters[] = {{"warmup", "warm-up updates", 10, 0, warmup::longest, Scale::whole}};
  static constexpr ScheduleInfo info = {"warmup", "warm-up", R"(\eta_t = \eta_0 \min\left(1, \frac{t + 1}{n}\right))",
                                        "Goyal et al. 2017", parameters};

  explicit WarmUp(const double* values) : warmup(values[0]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double /*elapsed*/) const {
    return book.input(quantity::rate, base);
  }

  double warmup;
};

}  // namespace descent
