#include "optimizer/schedules/backtracking.hpp"

namespace descent {
namespace {

constexpr Quantity slope = {"slope", R"(\lVert g \rVert^2)", "gradient's norm, squared", Role::state};
constexpr Quantity share = {"c", "c", "share of the promise", Role::hyperparameter};
constexpr Quantity shrinking = {"rho", R"(\rho)", "shrink by", Role::hyperparameter};
constexpr Quantity loss = {"f", "f(w)", "loss here", Role::state};
constexpr Quantity tried = {"trials", "k", "rates tried", Role::state};
constexpr Quantity refused = {"eta_refused", R"(\eta_{k-1})", "last rate refused", Role::state};
constexpr Quantity refused_bound = {"bound_refused", R"(f - c\,\eta_{k-1} \lVert g \rVert^2)", "it had to reach",
                                    Role::state};
constexpr Quantity refused_loss = {"f_refused", R"(f(w - \eta_{k-1} g))", "it reached", Role::state};
constexpr Quantity bound = {"bound", R"(f - c\,\eta \lVert g \rVert^2)", "has to reach", Role::state};
constexpr Quantity reached = {"f_next", R"(f(w - \eta g))", "reaches", Role::state};

/// What the loss has to fall to at rate `eta`, whose slope is minus the squared norm.
Traced bound_at(const Traced& value, const Traced& c, const Traced& eta, const Traced& norm_squared) {
  return value - c * eta * norm_squared;
}

}  // namespace

template <typename Scalar>
Found<Scalar> Backtracking<Scalar>::search(const Point<Scalar>& from) const {
  downhill_ = -from.gradient;
  return backtrack(from, downhill_, -from.gradient.squaredNorm(), static_cast<Scalar>(first_),
                   static_cast<Scalar>(shrink_), static_cast<Scalar>(decrease_));
}

template <typename Scalar>
Scalar Backtracking<Scalar>::rate(const Point<Scalar>& from, double /*base*/) const {
  const Found<Scalar> done = search(from);
  return done.passed ? done.length : Scalar(0);
}

template <typename Scalar>
Traced Backtracking<Scalar>::explain(const Point<Scalar>& from, double /*base*/, Ledger& ledger) const {
  const Found<Scalar> done = search(from);
  ledger.input(tried, static_cast<double>(done.trials));
  if (!done.passed) return ledger.input(quantity::rate, 0);
  const Traced value = ledger.input(loss, from.value);
  const Traced norm_squared = ledger.input(slope, from.gradient.squaredNorm());
  const Traced c = ledger.input(share, decrease_);
  Traced eta(done.length);
  if (done.trials == 1) {
    eta = ledger.input(quantity::rate, done.length);
  } else {
    const Traced before = ledger.input(refused, done.refused_length);
    ledger.name(refused_bound, bound_at(value, c, before, norm_squared));
    ledger.input(refused_loss, done.refused_value);
    const Traced rho = ledger.input(shrinking, shrink_);
    eta = ledger.name(quantity::rate, before * rho);
  }
  ledger.name(bound, bound_at(value, c, eta, norm_squared));
  ledger.input(reached, done.value);
  return eta;
}

template class Backtracking<double>;
template class Backtracking<float>;

}  // namespace descent
