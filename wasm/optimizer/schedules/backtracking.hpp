#pragma once

#include "optimizer/line_search.hpp"
#include "optimizer/schedule.hpp"

namespace descent {

/// Backtracking line search: tries a first rate and multiplies it by `shrink` until the loss has
/// fallen by at least a fixed share of what its slope promises,
///   f(w - eta g) <= f(w) - c eta |g|^2   and   f(w - eta g) < f(w).
/// The second condition only matters where rounding swallows the first one's right-hand term.
/// The optimizer's own learning rate has no part in it. Where no rate passes, the rate is 0 and the
/// run stalls: the loss can no longer tell the two places apart.
/// Source: see `backtrack`.
template <typename Scalar>
class Backtracking final : public Schedule<Scalar> {
 public:
  static constexpr Parameter parameters[] = {{"first", "first rate tried", 1, 1e-8, 1e3, Scale::log},
                                             {"shrink", "shrink by", 0.5, 0.01, 0.95, Scale::linear},
                                             {"decrease", "share of the promise", 1e-4, 1e-10, 0.5, Scale::log}};
  static constexpr ScheduleInfo description = {
      "backtracking",
      "backtracking line search",
      R"(\eta_t = \max\{\eta_0 \rho^k : f(w - \eta g) \le f(w) - c\,\eta\,\lVert g \rVert^2\})",
      "Armijo 1966",
      parameters,
      true};

  explicit Backtracking(const double* values) : first_(values[0]), shrink_(values[1]), decrease_(values[2]) {}

  const ScheduleInfo& info() const override { return description; }
  Scalar rate(const Point<Scalar>& from, double /*base*/) const override;
  Traced explain(const Point<Scalar>& from, double /*base*/, Ledger& ledger) const override;

 private:
  Found<Scalar> search(const Point<Scalar>& from) const;

  double first_;
  double shrink_;
  double decrease_;
  mutable Vector<Scalar> downhill_;  // kept between calls, to save allocations
};

extern template class Backtracking<double>;
extern template class Backtracking<float>;

}  // namespace descent
