#include "optimizer/rules/lbfgs.hpp"

#include <utility>

#include "optimizer/hyperparameters.hpp"

namespace descent {
namespace {

constexpr double sufficient_decrease = 1e-4;
constexpr double curvature_left = 0.9;
constexpr double least_curvature = 1e-10;

constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(1),
                                         {"history", "pairs remembered", 100, 1, 1000, Scale::whole},
                                         {"lineSearch", "line search", 0, 0, 1, Scale::flag}};
constexpr Quantity change = {"y", "y", "change of slope", Role::state};
constexpr Quantity taken = {"a", "a", "how much of it is taken", Role::state};
constexpr Quantity left = {"q", "q", "slope left", Role::state};
constexpr Quantity scale = {"gamma", R"(\gamma)", "step ÷ change of slope", Role::state};
constexpr Quantity scaled = {"r_0", "r_0", "scaled", Role::state};
constexpr Quantity moved = {"s", "s", "step made then", Role::state};
constexpr Quantity given = {"b", "b", "how much of it is there", Role::state};
constexpr Quantity rebuilt = {"r", "r", "direction so far", Role::state};
constexpr Quantity total = {"g_sum", R"(\lVert g \rVert_1)", "all slopes together", Role::state};

}  // namespace

template <typename Scalar>
const OptimizerInfo Lbfgs<Scalar>::description = {"lbfgs", "L-BFGS",
                                                  R"(w \leftarrow w - \alpha\,H g,\quad H \approx (\nabla^2 f)^{-1})",
                                                  "Liu and Nocedal 1989", hyperparameters};

template <typename Scalar>
void Lbfgs<Scalar>::forget(Index dimension) {
  first_ = true;
  pairs_.clear();
  scale_ = 1;
  last_gradient_.setZero(dimension);
}

/// Adds the pair that the last update made, if it shows curvature.
template <typename Scalar>
void Lbfgs<Scalar>::remember(const Point<Scalar>& from, const Vector<Scalar>& direction) {
  Pair pair{this->found().length * direction, from.gradient - last_gradient_, 0};
  const Scalar curvature = pair.change.dot(pair.step);
  if (!(curvature > static_cast<Scalar>(least_curvature))) return;
  if (static_cast<Index>(pairs_.size()) == capacity_) pairs_.erase(pairs_.begin());
  pair.inverse = 1 / curvature;
  scale_ = curvature / pair.change.squaredNorm();
  pairs_.push_back(std::move(pair));
}

/// The two-loop recursion: direction = -H gradient.
template <typename Scalar>
void Lbfgs<Scalar>::recur(const Vector<Scalar>& gradient, Vector<Scalar>& direction) {
  direction = -gradient;
  for (std::size_t k = pairs_.size(); k-- > 0;) {
    Pair& pair = pairs_[k];
    pair.taken = pair.step.dot(direction) * pair.inverse;
    direction -= pair.taken * pair.change;
  }
  direction *= scale_;
  for (Pair& pair : pairs_) {
    pair.given = pair.change.dot(direction) * pair.inverse;
    direction += (pair.taken - pair.given) * pair.step;
  }
}

template <typename Scalar>
void Lbfgs<Scalar>::choose_direction(const Point<Scalar>& from, Vector<Scalar>& direction) {
  first_ = from.step == 0;
  if (!first_) remember(from, direction);
  recur(from.gradient, direction);
  last_gradient_ = from.gradient;
}

template <typename Scalar>
Found<Scalar> Lbfgs<Scalar>::choose_length(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope) {
  Found<Scalar> result;
  const Scalar first = first_ ? first_scale(from.gradient) * from.rate : from.rate;
  if (!(slope < 0)) return result;
  if (searches_) {
    return strong_wolfe<Scalar>(from, direction, slope, first,
                                {static_cast<Scalar>(sufficient_decrease), static_cast<Scalar>(curvature_left)});
  }
  result.length = first;
  return result;
}

template <typename Scalar>
Traced Lbfgs<Scalar>::explain_direction(const Point<Scalar>& /*from*/, Index coordinate, const Traced& g,
                                        Ledger& ledger) const {
  if (pairs_.empty()) return -g;
  Traced q = -g;
  std::vector<Traced> amounts(pairs_.size(), Traced(0.0));
  for (std::size_t k = pairs_.size(); k-- > 0;) {
    const auto number = static_cast<Index>(k + 1);
    const Traced y = ledger.input(change, pairs_[k].change[coordinate], number);
    amounts[k] = ledger.input(taken, pairs_[k].taken, number);
    q = ledger.name(left, q - amounts[k] * y, number);
  }
  const Traced gamma = ledger.input(scale, scale_);
  Traced r = ledger.name(scaled, q * gamma);
  for (std::size_t k = 0; k < pairs_.size(); ++k) {
    const auto number = static_cast<Index>(k + 1);
    const Traced s = ledger.input(moved, pairs_[k].step[coordinate], number);
    const Traced b = ledger.input(given, pairs_[k].given, number);
    r = r + (amounts[k] - b) * s;
    if (k + 1 < pairs_.size()) r = ledger.name(rebuilt, r, number);
  }
  return r;
}

template <typename Scalar>
Traced Lbfgs<Scalar>::explain_length(const Point<Scalar>& from, const Traced& eta, Ledger& ledger) const {
  if (searches_) return this->explain_search(from, sufficient_decrease, ledger);
  if (!first_) return ledger.name(quantity::length, eta);
  const Traced sum = ledger.input(total, from.gradient.cwiseAbs().sum());
  const Traced one(1.0);
  return ledger.name(quantity::length, arithmetic::min(one, one / sum) * eta);
}

template class Lbfgs<double>;
template class Lbfgs<float>;

}  // namespace descent
