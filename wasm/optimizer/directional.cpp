#include "optimizer/directional.hpp"

#include "optimizer/coordinatewise.hpp"

namespace descent {
namespace {

constexpr Quantity trials = {"trials", "k", "lengths tried", Role::state};
constexpr Quantity loss = {"f", "f(w)", "loss here", Role::state};
constexpr Quantity share = {"c", "c", "share of the promise", Role::hyperparameter};
constexpr Quantity bound = {"bound", R"(f + c\,\alpha\,g^{\top} d)", "has to reach", Role::state};
constexpr Quantity reached = {"f_next", R"(f(w + \alpha d))", "reaches", Role::state};

}  // namespace

void Directional::reset(Index dimension) {
  direction_.setZero(dimension);
  found_ = {};
  forget(dimension);
}

double Directional::prepare(const Point<double>& from) {
  choose_direction(from, direction_);
  slope_ = from.gradient.dot(direction_);
  found_ = choose_length(from, direction_, slope_);
  return found_.length;
}

void Directional::step(const Point<double>& from, Vector<double>& next) {
  next = from.parameters + found_.length * direction_;
}

void Directional::explain(const Point<double>& from, Index coordinate, const Schedule<double>& schedule,
                          Ledger& ledger) const {
  const Traced w = ledger.input(quantity::parameter, from.parameters[coordinate]);
  const Traced g = ledger.input(quantity::gradient, from.gradient[coordinate]);
  const Traced eta = schedule.explain(from, learning_rate(), ledger);
  const Traced d = ledger.name(quantity::direction, explain_direction(from, coordinate, g, ledger));
  const Traced alpha = explain_length(from, eta, ledger);
  const Traced step = ledger.name(quantity::length_step, alpha * d);
  ledger.name(quantity::result, w + step);
}

Traced Directional::explain_search(const Point<double>& from, double decrease, Ledger& ledger) const {
  ledger.input(trials, static_cast<double>(found_.trials));
  Traced alpha = ledger.input(quantity::length, found_.length);
  const Traced value = ledger.input(loss, from.value);
  const Traced slope = ledger.input(quantity::slope_along, slope_);
  const Traced c = ledger.input(share, decrease);
  ledger.name(bound, armijo_bound(value, c, alpha, slope));
  ledger.input(reached, found_.value);
  return alpha;
}

}  // namespace descent
