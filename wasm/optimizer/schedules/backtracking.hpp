#pragma once

#include "optimizer/schedule.hpp"

namespace descent {

/// Backtracking line search: tries a first rate and multiplies it by `shrink` until the loss has
/// fallen by at least a fixed share of what its slope promises,
///   f(w - eta g) <= f(w) - c eta |g|^2   and   f(w - eta g) < f(w).
/// The second condition only matters where rounding swallows the first one's right-hand term.
/// The optimizer's own learning rate has no part in it. Where no rate passes, the rate is 0 and the
/// run stalls: the loss can no longer tell the two places apart.
/// Source: L. Armijo, "Minimization of functions having Lipschitz continuous first partial
/// derivatives", 1966; Nocedal and Wright, "Numerical Optimization", 2006, algorithm 3.1.
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
  struct Search {
    Index trials = 0;    ///< rates tried
    bool found = false;  ///< whether the last of them passed
    Scalar rate = 0;     ///< the last one
    Scalar loss = 0;     ///< the loss it led to
    Scalar refused_rate = 0;
    Scalar refused_loss = 0;
  };
  Search search(const Point<Scalar>& from) const;

  double first_;
  double shrink_;
  double decrease_;
  mutable Vector<Scalar> trial_;  // kept between calls, so that a step allocates nothing
};

extern template class Backtracking<double>;
extern template class Backtracking<float>;

}  // namespace descent
