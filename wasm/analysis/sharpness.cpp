#include "analysis/sharpness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "core/symmetric.hpp"

namespace descent {

namespace {

/// Products between two looks at how good the answer is by now.
constexpr Index pause_between_looks = 4;
/// Below this share of the largest numbers met, what is left of a product is rounding.
constexpr double nothing_left = 1e-9;

/// The Hessian as something that takes a vector and gives one.
class Bend {
 public:
  Bend(const Objective<double>& objective, const Vector<double>& at)
      : objective_(objective), at_(at), ahead_(at.size()), behind_(at.size()) {
    // The cube root of the machine precision balances rounding against the h^2 error of the quotient.
    double size = 1;
    for (Index i = 0; i < at.size(); ++i) size = std::max(size, std::abs(at[i]));
    width_ = std::cbrt(std::numeric_limits<double>::epsilon()) * size;
  }

  /// `along` has length 1.
  Vector<double> times(const Vector<double>& along) {
    objective_.value_and_gradient(at_ + width_ * along, ahead_);
    objective_.value_and_gradient(at_ - width_ * along, behind_);
    gradients_ += 2;
    return (ahead_ - behind_) / (2 * width_);
  }

  Index gradients() const { return gradients_; }

 private:
  const Objective<double>& objective_;
  const Vector<double>& at_;
  Vector<double> ahead_;
  Vector<double> behind_;
  double width_ = 0;
  Index gradients_ = 0;
};

Vector<double> drawn(Index size) {
  Random random(1);
  Vector<double> result(size);
  for (Index i = 0; i < size; ++i) result[i] = random.normal();
  return result / result.norm();
}

/// A hint may be an eigenvector itself, of another eigenvalue: then nothing but what is mixed in here leads away from
/// it.
Vector<double> beginning(const Vector<double>& hint, Index size) {
  Vector<double> result = drawn(size);
  const double length = hint.size() == size ? hint.norm() : 0;
  if (std::isfinite(length) && length > 0) result = hint / length + 0.05 * result;
  return result / result.norm();
}

/// Largest eigenvalue and its eigenvector of the matrix with `diagonal`, and `beside` on both sides of it.
std::pair<double, Vector<double>> top_of(const std::vector<double>& diagonal, const std::vector<double>& beside) {
  const auto n = static_cast<Index>(diagonal.size());
  Matrix<double> small = Matrix<double>::Zero(n, n);
  for (Index i = 0; i < n; ++i) small(i, i) = diagonal[static_cast<std::size_t>(i)];
  for (Index i = 0; i + 1 < n; ++i) small(i + 1, i) = small(i, i + 1) = beside[static_cast<std::size_t>(i)];
  Matrix<double> vectors;
  diagonalise(small, &vectors);
  Index top = 0;
  for (Index i = 1; i < n; ++i) {
    if (small(i, i) > small(top, top)) top = i;
  }
  return {small(top, top), vectors.col(top)};
}

}  // namespace

Sharpness sharpness_at(const Objective<double>& objective, const Vector<double>& at, const SharpnessRequest& request) {
  const Index size = objective.dimension();
  Bend bend(objective, at);
  std::vector<Vector<double>> basis{beginning(request.direction, size)};
  std::vector<double> diagonal;
  std::vector<double> beside;
  double met = 0;
  for (;;) {
    Vector<double> next = bend.times(basis.back());
    if (!next.allFinite()) {
      constexpr double nan = std::numeric_limits<double>::quiet_NaN();
      return {nan, basis.front(), nan, bend.gradients()};
    }
    diagonal.push_back(basis.back().dot(next));
    met = std::max({met, std::abs(diagonal.back()), next.norm()});
    // Twice is enough: once leaves what rounding has put back in.
    for (int turn = 0; turn < 2; ++turn) {
      for (const Vector<double>& known : basis) next -= known.dot(next) * known;
    }
    const double left = next.norm();
    const auto products = static_cast<Index>(diagonal.size());
    const bool exhausted = products == size || left <= nothing_left * met;
    const bool last = exhausted || products >= request.most_products;
    if (last || products % pause_between_looks == 0) {
      const auto [value, share] = top_of(diagonal, beside);
      const double doubt = exhausted ? nothing_left * met : left * std::abs(share[products - 1]);
      if (last || doubt <= request.tolerance * std::abs(value)) {
        Vector<double> direction = Vector<double>::Zero(size);
        for (Index i = 0; i < products; ++i) direction += share[i] * basis[static_cast<std::size_t>(i)];
        return {value, direction / direction.norm(), doubt, bend.gradients()};
      }
    }
    beside.push_back(left);
    basis.push_back(next / left);
  }
}

}  // namespace descent
