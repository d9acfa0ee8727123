#include "optimizer/rules/newton.hpp"

#include <utility>

#include "objective/spectrum.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {
namespace {

constexpr double shrink = 0.5;
constexpr double least_share = 1e-8;  ///< of the largest eigenvalue's magnitude, where one cannot be told from 0

constexpr Parameter newton_parameters[] = {hyperparameter::learning_rate(1),
                                           {"safeguard", "safeguard", 1, 0, 1, Scale::flag}};
constexpr Quantity least = {"least", R"(\delta)", "least curvature", Role::state};
constexpr Quantity eigenvalue = {"lambda", R"(\lambda)", "curvature along an axis", Role::state};
constexpr Quantity used = {"used", R"(\lvert\lambda\rvert)", "curvature used", Role::state};
constexpr Quantity slope = {"slope_along", R"(v^{\top} g)", "slope along it", Role::state};
constexpr Quantity ratio = {"move", "m", "slope ÷ curvature", Role::state};
constexpr Quantity share = {"v", "v", "its share of this weight", Role::state};

}  // namespace

const OptimizerInfo Newton::description = {"newton",
                                           "Newton",
                                           R"(w \leftarrow w - \alpha\,(\nabla^2 f)^{-1} g)",
                                           "Nocedal and Wright 2006; Dauphin et al. 2014",
                                           newton_parameters,
                                           false,
                                           100};

void Newton::forget(Index dimension) {
  eigenvalues_.setZero(dimension);
  eigenvectors_.setZero(dimension, dimension);
  slopes_.setZero(dimension);
  least_.setZero(dimension);
}

template <typename Book, typename Number>
Number Newton::guarded(Book& book, const Number& lambda, Index number) const {
  const Number size = arithmetic::abs(lambda);
  if (!(least_[number - 1] > 0)) return book.name(used, size, number);
  const Number floor = book.input(least, least_[number - 1], number);
  return book.name(used, arithmetic::max(floor, size), number);
}

template <typename Book, typename Number>
Number Newton::direction_of(Book& book, Index coordinate) const {
  Number sum(0.0);
  bool any = false;
  for (Index k = 0; k < slopes_.size(); ++k) {
    if (!safeguard_ && least_[k] > 0) continue;
    const Index number = k + 1;
    const Number lambda = book.input(eigenvalue, eigenvalues_[k], number);
    const Number curvature = safeguard_ ? guarded(book, lambda, number) : lambda;
    const Number along = book.input(slope, slopes_[k], number);
    const Number move = book.name(ratio, along / curvature, number);
    const Number part = move * book.input(share, eigenvectors_(coordinate, k), number);
    sum = any ? sum + part : part;
    any = true;
  }
  return -sum;
}

void Newton::choose_direction(const Point<double>& from, Vector<double>& direction) {
  Matrix<double> hessian = from.objective.hessian(from.parameters);
  if (hessian.allFinite()) {
    Spectrum spectrum = spectrum_at(from.objective, from.parameters, std::move(hessian));
    eigenvalues_ = spectrum.curvatures;
    eigenvectors_ = spectrum.axes;
    // A flat Hessian leaves the gradient's direction, at any scale.
    const double largest = eigenvalues_.cwiseAbs().maxCoeff();
    const double floor = largest > 0 ? least_share * largest : 1.0;
    for (Index k = 0; k < least_.size(); ++k) least_[k] = spectrum.flat(k) ? floor : 0;
  } else {
    // Nothing is known of the curvature: a gradient step, which the line search shortens.
    eigenvectors_.setIdentity();
    eigenvalues_.setOnes();
    least_.setZero();
  }
  for (Index k = 0; k < slopes_.size(); ++k) {
    slopes_[k] = eigenvectors_.col(k).dot(from.gradient);
  }
  PlainBook<double> book;
  for (Index i = 0; i < direction.size(); ++i) direction[i] = direction_of(book, i);
}

Found<double> Newton::choose_length(const Point<double>& from, const Vector<double>& direction, double slope_along) {
  if (safeguard_) {
    if (!(slope_along < 0)) return {};
    return backtrack(from, direction, slope_along, from.rate, shrink, sufficient_decrease);
  }
  Found<double> result;
  result.length = from.rate;
  return result;
}

Traced Newton::explain_direction(const Point<double>& /*from*/, Index coordinate, const Traced& /*g*/,
                                 Ledger& ledger) const {
  return direction_of(ledger, coordinate);
}

Traced Newton::explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const {
  if (safeguard_) return explain_search(from, sufficient_decrease, ledger);
  return ledger.name(quantity::length, eta);
}

}  // namespace descent
