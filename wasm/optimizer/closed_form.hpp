#pragma once

#include <algorithm>

#include "optimizer/schedule.hpp"

namespace descent {

/// Linear warm-up, which every schedule that is a function of time may begin with: update `t`
/// (counting from 1) of the first `warmup` ones has the rate base * t / warmup; then the schedule
/// begins. PyTorch: `LinearLR(start_factor=1 / warmup, total_iters=warmup - 1)`.
/// Source: P. Goyal et al., "Accurate, Large Minibatch SGD", 2017, section 2.2.
namespace warmup {
inline constexpr double longest = 1e6;
inline constexpr Parameter parameter = {"warmup", "warm-up updates", 0, 0, longest, Scale::whole};
inline constexpr Quantity update = {"update", "t", "update number", Role::state};
inline constexpr Quantity length = {"warmup", "n", "warm-up updates", Role::hyperparameter};
}  // namespace warmup

/// A schedule that is a function of time alone. A `Rule` is:
///
///   static constexpr ScheduleInfo info;
///   explicit Rule(const double* parameters);
///   double warmup;      updates of linear warm-up before it begins, 0 for none
///   template <typename Book, typename Number = typename Book::Number>
///   Number rate(Book&, double base, double elapsed) const;
///       the rate `elapsed` updates after the warm-up; writes its inputs down, and the rate as
///       `quantity::rate`
///
/// Computed in double precision for every `Scalar`: a rate is a setting, not a sum over data.
template <typename Rule, typename Scalar>
class ClosedForm final : public Schedule<Scalar> {
 public:
  explicit ClosedForm(const double* parameters) : rule_(parameters) {}

  const ScheduleInfo& info() const override { return Rule::info; }
  Scalar rate(const Point<Scalar>& from, double base) const override {
    PlainBook<double> book;
    return static_cast<Scalar>(write(book, base, from.step));
  }
  Traced explain(const Point<Scalar>& from, double base, Ledger& ledger) const override {
    return write(ledger, base, from.step);
  }

 private:
  template <typename Book, typename Number = typename Book::Number>
  Number write(Book& book, double base, Index step) const {
    const auto made = static_cast<double>(step);
    if (made >= rule_.warmup) return rule_.rate(book, base, made - rule_.warmup);
    const Number eta = book.input(quantity::base_rate, base);
    const Number t = book.input(warmup::update, made + 1);
    const Number n = book.input(warmup::length, rule_.warmup);
    return book.name(quantity::rate, eta * t / n);
  }

  Rule rule_;
};

/// base^exponent by repeated squaring, so that it depends on no library's `pow`.
inline double power(double base, Index exponent) {
  double result = 1;
  for (; exponent > 0; exponent /= 2, base *= base) {
    if (exponent % 2 == 1) result *= base;
  }
  return result;
}

}  // namespace descent
