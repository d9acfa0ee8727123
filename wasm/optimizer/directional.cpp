#include "optimizer/directional.hpp"

#include <type_traits>

#include "optimizer/coordinatewise.hpp"

namespace descent {
namespace {

constexpr Quantity trials = {"trials", "k", "lengths tried", Role::state};
constexpr Quantity loss = {"f", "f(w)", "loss here", Role::state};
constexpr Quantity share = {"c", "c", "share of the promise", Role::hyperparameter};
constexpr Quantity bound = {"bound", R"(f + c\,\alpha\,g^{\top} d)", "has to reach", Role::state};
constexpr Quantity reached = {"f_next", R"(f(w + \alpha d))", "reaches", Role::state};

}  // namespace

template <typename Scalar>
void Directional<Scalar>::reset(Index dimension) {
  direction_.setZero(dimension);
  found_ = {};
  forget(dimension);
}

template <typename Scalar>
Scalar Directional<Scalar>::prepare(const Point<Scalar>& from) {
  choose_direction(from, direction_);
  slope_ = from.gradient.dot(direction_);
  found_ = choose_length(from, direction_, slope_);
  return found_.length;
}

template <typename Scalar>
void Directional<Scalar>::step(const Point<Scalar>& from, Vector<Scalar>& next) {
  next = from.parameters + found_.length * direction_;
}

template <typename Scalar>
void Directional<Scalar>::explain(const Point<Scalar>& from, Index coordinate, const Schedule<Scalar>& schedule,
                                  Ledger& ledger) const {
  if constexpr (std::is_same_v<Scalar, double>) {
    const Traced w = ledger.input(quantity::parameter, from.parameters[coordinate]);
    const Traced g = ledger.input(quantity::gradient, from.gradient[coordinate]);
    const Traced eta = schedule.explain(from, this->learning_rate(), ledger);
    const Traced d = ledger.name(quantity::direction, explain_direction(from, coordinate, g, ledger));
    const Traced alpha = explain_length(from, eta, ledger);
    const Traced step = ledger.name(quantity::length_step, alpha * d);
    ledger.name(quantity::result, w + step);
  }
}

template <typename Scalar>
Traced Directional<Scalar>::explain_search(const Point<Scalar>& from, double decrease, Ledger& ledger) const {
  ledger.input(trials, static_cast<double>(found_.trials));
  Traced alpha = ledger.input(quantity::length, found_.length);
  const Traced value = ledger.input(loss, from.value);
  const Traced slope = ledger.input(quantity::slope_along, slope_);
  const Traced c = ledger.input(share, decrease);
  ledger.name(bound, armijo_bound(value, c, alpha, slope));
  ledger.input(reached, found_.value);
  return alpha;
}

template class Directional<double>;
template class Directional<float>;

}  // namespace descent
