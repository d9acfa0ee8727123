#include "optimizer/rules/lbfgs.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "optimizer/hyperparameters.hpp"

namespace descent {
namespace {

constexpr double curvature_left = 0.9;
constexpr double least_curvature = 1e-10;  ///< PyTorch's, of a loss about as large as 1

constexpr Parameter lbfgs_parameters[] = {hyperparameter::learning_rate(1),
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

const OptimizerInfo Lbfgs::description = {"lbfgs", "L-BFGS",
                                          R"(w \leftarrow w - \alpha\,H g,\quad H \approx (\nabla^2 f)^{-1})",
                                          "Liu and Nocedal 1989", lbfgs_parameters};

void Lbfgs::forget(Index dimension) {
  first_ = true;
  pairs_.clear();
  scale_ = 1;
  most_curvature_ = 0;
  last_gradient_.setZero(dimension);
}

/// Adds the pair that the last update made, if it shows curvature.
void Lbfgs::remember(const Point<double>& from, const Vector<double>& direction) {
  Pair pair{found().length * direction, from.gradient - last_gradient_, 0};
  const double curvature = pair.change.dot(pair.step);
  // In the loss's own unit, as far as the run has shown it, or a loss that is small everywhere keeps no pair.
  const double least = least_curvature * std::min(1.0, most_curvature_);
  const double rounding = std::numeric_limits<double>::epsilon() * pair.change.norm() * pair.step.norm();
  // Of less than that the inverse may be infinite.
  constexpr double invertible = std::numeric_limits<double>::min();
  if (!(curvature > std::max({least, rounding, invertible}))) return;
  most_curvature_ = std::max(most_curvature_, curvature);
  if (static_cast<Index>(pairs_.size()) == capacity_) pairs_.erase(pairs_.begin());
  pair.inverse = 1 / curvature;
  scale_ = curvature / pair.change.squaredNorm();
  pairs_.push_back(std::move(pair));
}

/// The two-loop recursion: direction = -H gradient.
void Lbfgs::recur(const Vector<double>& gradient, Vector<double>& direction) {
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

void Lbfgs::choose_direction(const Point<double>& from, Vector<double>& direction) {
  first_ = from.step == 0;
  if (!first_) remember(from, direction);
  recur(from.gradient, direction);
  last_gradient_ = from.gradient;
}

Found<double> Lbfgs::choose_length(const Point<double>& from, const Vector<double>& direction, double slope) {
  Found<double> result;
  const double first = first_ ? first_scale(from.gradient) * from.rate : from.rate;
  if (!(slope < 0)) return result;
  if (searches_) {
    return strong_wolfe<double>(from, direction, slope, first, {sufficient_decrease, curvature_left});
  }
  result.length = first;
  return result;
}

Traced Lbfgs::explain_direction(const Point<double>& /*from*/, Index coordinate, const Traced& g,
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

Traced Lbfgs::explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const {
  if (searches_) return explain_search(from, sufficient_decrease, ledger);
  if (!first_) return ledger.name(quantity::length, eta);
  const Traced sum = ledger.input(total, from.gradient.cwiseAbs().sum());
  const Traced one(1.0);
  return ledger.name(quantity::length, arithmetic::min(one, one / sum) * eta);
}

}  // namespace descent
