#include "optimizer/rules/newton.hpp"

#include "core/symmetric.hpp"
#include "optimizer/hyperparameters.hpp"

namespace descent {
namespace {

constexpr double sufficient_decrease = 1e-4;
constexpr double shrink = 0.5;
constexpr double least_share = 1e-8;  ///< of the largest eigenvalue's magnitude

constexpr Parameter hyperparameters[] = {hyperparameter::learning_rate(1),
                                         {"safeguard", "safeguard", 1, 0, 1, Scale::flag}};
constexpr Quantity least = {"least", R"(\delta)", "least curvature", Role::state};
constexpr Quantity eigenvalue = {"lambda", R"(\lambda)", "curvature along an axis", Role::state};
constexpr Quantity used = {"used", R"(\max(\delta, \lvert\lambda\rvert))", "curvature used", Role::state};
constexpr Quantity slope = {"slope_along", R"(v^{\top} g)", "slope along it", Role::state};
constexpr Quantity ratio = {"move", "m", "slope ÷ curvature", Role::state};
constexpr Quantity share = {"v", "v", "its share of this weight", Role::state};

}  // namespace

template <typename Scalar>
const OptimizerInfo Newton<Scalar>::description = {"newton",
                                                   "Newton",
                                                   R"(w \leftarrow w - \alpha\,(\nabla^2 f)^{-1} g)",
                                                   "Nocedal and Wright 2006; Dauphin et al. 2014",
                                                   hyperparameters,
                                                   false,
                                                   100};

template <typename Scalar>
void Newton<Scalar>::forget(Index dimension) {
  eigenvalues_.setZero(dimension);
  eigenvectors_.setZero(dimension, dimension);
  slopes_.setZero(dimension);
}

template <typename Scalar>
template <typename Book, typename Number>
Number Newton<Scalar>::direction_of(Book& book, Index coordinate) const {
  Number sum(0.0);
  const Number floor = safeguard_ ? book.input(least, least_) : Number(0.0);
  for (Index k = 0; k < slopes_.size(); ++k) {
    const Index number = k + 1;
    const Number lambda = book.input(eigenvalue, eigenvalues_[k], number);
    const Number curvature =
        safeguard_ ? book.name(used, arithmetic::max(floor, arithmetic::abs(lambda)), number) : lambda;
    const Number along = book.input(slope, slopes_[k], number);
    const Number move = book.name(ratio, along / curvature, number);
    const Number part = move * book.input(share, eigenvectors_(coordinate, k), number);
    sum = k == 0 ? part : sum + part;
  }
  return -sum;
}

template <typename Scalar>
void Newton<Scalar>::choose_direction(const Point<Scalar>& from, Vector<Scalar>& direction) {
  Matrix<double> hessian = from.objective.hessian(from.parameters).template cast<double>();
  if (hessian.allFinite()) {
    diagonalise(hessian, &eigenvectors_);
    eigenvalues_ = hessian.diagonal();
  } else {
    // Nothing is known of the curvature: a gradient step, which the line search shortens.
    eigenvectors_.setIdentity();
    eigenvalues_.setOnes();
  }
  for (Index k = 0; k < slopes_.size(); ++k) {
    slopes_[k] = eigenvectors_.col(k).dot(from.gradient.template cast<double>());
  }
  // A flat Hessian leaves the gradient's direction, at any scale.
  const double largest = eigenvalues_.cwiseAbs().maxCoeff();
  least_ = largest > 0 ? least_share * largest : 1.0;
  PlainBook<double> book;
  for (Index i = 0; i < direction.size(); ++i) direction[i] = static_cast<Scalar>(direction_of(book, i));
}

template <typename Scalar>
Found<Scalar> Newton<Scalar>::choose_length(const Point<Scalar>& from, const Vector<Scalar>& direction,
                                            Scalar slope_along) {
  if (safeguard_) {
    if (!(slope_along < 0)) return {};
    return backtrack(from, direction, slope_along, from.rate, static_cast<Scalar>(shrink),
                     static_cast<Scalar>(sufficient_decrease));
  }
  Found<Scalar> result;
  result.length = from.rate;
  return result;
}

template <typename Scalar>
Traced Newton<Scalar>::explain_direction(const Point<Scalar>& /*from*/, Index coordinate, const Traced& /*g*/,
                                         Ledger& ledger) const {
  return direction_of(ledger, coordinate);
}

template <typename Scalar>
Traced Newton<Scalar>::explain_length(const Point<Scalar>& from, const Traced& eta, Ledger& ledger) const {
  if (safeguard_) return this->explain_search(from, sufficient_decrease, ledger);
  return ledger.name(quantity::length, eta);
}

template class Newton<double>;
template class Newton<float>;

}  // namespace descent
