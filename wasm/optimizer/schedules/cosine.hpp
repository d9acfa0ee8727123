#pragma once

#include <algorithm>
#include <cmath>

#include "optimizer/closed_form.hpp"

namespace descent {

/// eta_t = eta_end + (eta_0 - eta_end) (1 + cos(pi t / T)) / 2 for t <= T, then eta_end, where
/// eta_end = end * eta_0. Source: I. Loshchilov, F. Hutter, "SGDR", 2017, equation 5, one period.
/// PyTorch: `CosineAnnealingLR(T_max=T, eta_min=end * lr)`, which after T climbs again.
struct CosineDecay {
  static constexpr Parameter parameters[] = {{"steps", "updates until the end", 100, 1, 1e6, Scale::whole},
                                             {"end", "share of the rate left", 0, 0, 1, Scale::linear},
                                             warmup::parameter};
  static constexpr ScheduleInfo info = {"cosine", "cosine",
                                        R"(\eta_t = \eta_T + (\eta_0 - \eta_T)\,\frac{1 + \cos(\pi t / T)}{2})",
                                        "Loshchilov and Hutter 2017", parameters};
  static constexpr Quantity share = {"end_share", "e", "share of the rate left", Role::hyperparameter};
  static constexpr Quantity last = {"eta_T", R"(\eta_T)", "rate at the end", Role::state};
  static constexpr Quantity cosine = {"cosine", R"(\cos(\pi t / T))", "cosine of the way", Role::state};

  explicit CosineDecay(const double* values) : steps(values[0]), end(values[1]), warmup(values[2]) {}

  template <typename Book, typename Number = typename Book::Number>
  Number rate(Book& book, double base, double elapsed) const {
    constexpr double pi = 3.14159265358979323846;
    const Number eta = book.input(quantity::base_rate, base);
    const Number left = book.input(share, end);
    const Number final_rate = book.name(last, left * eta);
    const double t = std::min(elapsed, steps);
    book.input(quantity::elapsed, t);
    // The ends exactly; between them the library's cosine, which is why it is an input.
    const Number turn = book.input(cosine, t == steps ? -1.0 : std::cos(pi * t / steps));
    return book.name(quantity::rate, final_rate + (eta - final_rate) * (Number(1.0) + turn) / Number(2.0));
  }

  double steps;
  double end;
  double warmup;
};

}  // namespace descent
