#pragma once

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_0.
struct ConstantRate {
  static constexpr ScheduleInfo info = {"constant", "constant", R"(\eta_t = \eta_0)", "", {}};

  explicit ConstantRate(const double* /*parameters*/) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double /*elapsed*/) const {
    return book.input(quantity::rate, base);
  }

  static constexpr double warmup = 0;
};

}  // namespace descent
