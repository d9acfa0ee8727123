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

/// What the loss has to fall to at rate `eta`.
template <typename Number>
Number armijo_bound(const Number& value, const Number& c, const Number& eta, const Number& norm_squared) {
  return value - c * eta * norm_squared;
}

}  // namespace

template <typename Scalar>
typename Backtracking<Scalar>::Search Backtracking<Scalar>::search(const Point<Scalar>& from) const {
  constexpr Index most = 1000;
  const Scalar norm_squared = from.gradient.squaredNorm();
  const auto c = static_cast<Scalar>(decrease_);
  Search now;
  now.rate = static_cast<Scalar>(first_);
  while (now.trials < most) {
    trial_ = from.parameters - now.rate * from.gradient;
    now.loss = from.objective.value(trial_);
    ++now.trials;
    // Written so that NaN fails.
    now.found = now.loss < from.value && now.loss <= armijo_bound(from.value, c, now.rate, norm_squared);
    if (now.found || trial_ == from.parameters) break;
    now.refused_rate = now.rate;
    now.refused_loss = now.loss;
    now.rate = now.rate * static_cast<Scalar>(shrink_);
  }
  return now;
}

template <typename Scalar>
Scalar Backtracking<Scalar>::rate(const Point<Scalar>& from, double /*base*/) const {
  const Search done = search(from);
  return done.found ? done.rate : Scalar(0);
}

template <typename Scalar>
Traced Backtracking<Scalar>::explain(const Point<Scalar>& from, double /*base*/, Ledger& ledger) const {
  const Search done = search(from);
  ledger.input(tried, static_cast<double>(done.trials));
  if (!done.found) return ledger.input(quantity::rate, 0);
  const Traced value = ledger.input(loss, from.value);
  const Traced norm_squared = ledger.input(slope, from.gradient.squaredNorm());
  const Traced c = ledger.input(share, decrease_);
  Traced eta(done.rate);
  if (done.trials == 1) {
    eta = ledger.input(quantity::rate, done.rate);
  } else {
    const Traced before = ledger.input(refused, done.refused_rate);
    ledger.name(refused_bound, armijo_bound(value, c, before, norm_squared));
    ledger.input(refused_loss, done.refused_loss);
    const Traced rho = ledger.input(shrinking, shrink_);
    eta = ledger.name(quantity::rate, before * rho);
  }
  ledger.name(bound, armijo_bound(value, c, eta, norm_squared));
  ledger.input(reached, done.loss);
  return eta;
}

template class Backtracking<double>;
template class Backtracking<float>;

}  // namespace descent
