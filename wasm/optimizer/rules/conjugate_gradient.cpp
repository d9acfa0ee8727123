#include "optimizer/rules/conjugate_gradient.hpp"

#include "optimizer/hyperparameters.hpp"

namespace descent {
namespace {

constexpr Parameter conjugate_gradient_parameters[] = {
    hyperparameter::learning_rate(1),
    {"decrease", "share of the promise", 1e-4, 1e-10, 0.09, Scale::log},
    {"curvature", "slope left", 0.1, 0.09, 0.999, Scale::linear}};
constexpr Quantity turned = {"turned", R"(g^{\top}(g - g_{t-1}))", "slope × its change", Role::state};
constexpr Quantity norm_before = {"norm_before", R"(\lVert g_{t-1} \rVert^2)", "norm before, squared", Role::state};
constexpr Quantity beta = {"beta", R"(\beta)", "share of the old direction", Role::state};
constexpr Quantity direction_before = {"d_before", "d_{t-1}", "direction before", Role::state};

}  // namespace

const OptimizerInfo ConjugateGradient::description = {
    "conjugate_gradient", "conjugate gradients",
    R"(w \leftarrow w + \alpha d,\quad d \leftarrow -g + \max\left(0, \frac{g^{\top}(g - g_{t-1})}{\lVert g_{t-1} \rVert^2}\right) d)",
    "Polak and Ribière 1969", conjugate_gradient_parameters};

void ConjugateGradient::forget(Index dimension) {
  last_gradient_.setZero(dimension);
  last_direction_.setZero(dimension);
  before_ = 0;
}

void ConjugateGradient::choose_direction(const Point<double>& from, Vector<double>& direction) {
  last_direction_ = direction;
  before_ = last_gradient_.squaredNorm();
  fresh_ = !(before_ > 0);
  if (!fresh_) {
    turned_ = from.gradient.dot(from.gradient - last_gradient_);
    direction = beta_of(turned_, before_) * last_direction_ - from.gradient;
    fresh_ = !(direction.dot(from.gradient) < 0);
  }
  if (fresh_) direction = -from.gradient;
  last_gradient_ = from.gradient;
}

Found<double> ConjugateGradient::choose_length(const Point<double>& from, const Vector<double>& direction,
                                               double slope) {
  if (!(slope < 0)) return {};
  const double first = first_scale(from.gradient) * from.rate;
  return strong_wolfe<double>(from, direction, slope, first, {decrease_, curvature_});
}

Traced ConjugateGradient::explain_direction(const Point<double>& /*from*/, Index coordinate, const Traced& g,
                                            Ledger& ledger) const {
  if (fresh_) return -g;
  const Traced above = ledger.input(turned, turned_);
  const Traced below = ledger.input(norm_before, before_);
  const Traced share = ledger.name(beta, beta_of(above, below));
  const Traced before = ledger.input(direction_before, last_direction_[coordinate]);
  return share * before - g;
}

Traced ConjugateGradient::explain_length(const Point<double>& from, const Traced& /*eta*/, Ledger& ledger) const {
  return explain_search(from, decrease_, ledger);
}

}  // namespace descent
