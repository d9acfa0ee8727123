#include "analysis/sharpness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "core/columns.hpp"
#include "core/random.hpp"
#include "core/symmetric.hpp"
#include "network/lesson.hpp"
#include "network/tangent.hpp"

namespace descent {

namespace {

/// Products between two looks at how good the answer is by now, after as many with a look at each.
constexpr Index pause_between_looks = 4;
/// Below this share of the largest numbers met, what is left of a product is rounding.
constexpr double nothing_left = 1e-9;

/// The Hessian as something that takes a vector and gives one.
class Bend {
 public:
  Bend() = default;
  Bend(const Bend&) = delete;
  Bend& operator=(const Bend&) = delete;
  virtual ~Bend() = default;
  /// `along` has length 1; both have as many numbers as there are parameters.
  virtual void times(const Vector<double>& along, Vector<double>& product) = 0;
};

/// Of a network: exact.
class NetworkBend final : public Bend {
 public:
  NetworkBend(const NetworkShape& shape, AnyExamples examples, const Vector<double>& at)
      : lesson_(shape, std::move(examples)),
        at_(at),
        first_sums_(lesson_.first_sums(at)),
        tangent_(shape, lesson_.capacity()) {}

  void times(const Vector<double>& along, Vector<double>& product) override {
    std::fill(product.data(), product.data() + product.size(), 0.0);
    for (Index first = 0; first < lesson_.count(); first += Lesson::chunk) {
      tangent_.add(at_.data(), along.data(), lesson_.inputs(first), lesson_.targets(first),
                   first_sums_.data() + first * first_sums_.rows(), lesson_.size(first), lesson_.scale(),
                   product.data());
    }
  }

 private:
  Lesson lesson_;
  const Vector<double>& at_;
  Matrix<double> first_sums_;
  Tangent tangent_;
};

/// Of what has only gradients.
class Differences final : public Bend {
 public:
  Differences(const Objective<double>& objective, const Vector<double>& at)
      : objective_(objective), at_(at), moved_(at), behind_(at) {
    // The cube root of the machine precision balances rounding against the h^2 error of the quotient.
    double size = 1;
    for (Index i = 0; i < at.size(); ++i) size = std::max(size, std::abs(at[i]));
    width_ = std::cbrt(std::numeric_limits<double>::epsilon()) * size;
  }

  void times(const Vector<double>& along, Vector<double>& product) override {
    moved_ = at_;
    add(moved_.data(), width_, along.data(), at_.size());
    objective_.value_and_gradient(moved_, product);
    add(moved_.data(), -2 * width_, along.data(), at_.size());
    objective_.value_and_gradient(moved_, behind_);
    for (Index i = 0; i < at_.size(); ++i) product[i] = (product[i] - behind_[i]) / (2 * width_);
  }

 private:
  const Objective<double>& objective_;
  const Vector<double>& at_;
  Vector<double> moved_;
  Vector<double> behind_;
  double width_ = 0;
};

double length_of(const Vector<double>& numbers) {
  return std::sqrt(dot(numbers.data(), numbers.data(), numbers.size()));
}

void divide(Vector<double>& numbers, double divisor) {
  for (Index i = 0; i < numbers.size(); ++i) numbers[i] /= divisor;
}

/// Where nobody says where to begin, a direction that is drawn. A hint may be an eigenvector itself, of another
/// eigenvalue: then nothing but what is mixed in here leads away from it.
Vector<double> beginning(const Vector<double>& hint, Index size) {
  Random random(1);
  Vector<double> result(size);
  for (Index i = 0; i < size; ++i) result[i] = random.normal();
  const double length = hint.size() == size ? length_of(hint) : 0;
  constexpr double part = 0.05;
  if (std::isfinite(length) && length > 0) add(result.data(), length_of(result) / (part * length), hint.data(), size);
  divide(result, length_of(result));
  return result;
}

/// The largest eigenvalue of a small matrix, the second largest, and the eigenvector of the first.
struct Top {
  double value;
  double next;
  Vector<double> vector;
};

/// Of the matrix with `diagonal`, and `beside` on both sides of it.
Top top_of(const std::vector<double>& diagonal, const std::vector<double>& beside) {
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
  double next = -std::numeric_limits<double>::infinity();
  for (Index i = 0; i < n; ++i) {
    if (i != top) next = std::max(next, small(i, i));
  }
  return {small(top, top), next, vectors.col(top)};
}

/// How far an eigenvalue is at most from what was found, where `left` is missing of its eigenvector's equation.
double doubt_of(const Top& top, double left) {
  const double gap = top.value - top.next - left;
  return std::isfinite(gap) && gap > left ? left * left / gap : left;
}

}  // namespace

Sharpness sharpness_at(const Objective<double>& objective, const Vector<double>& at, const SharpnessRequest& request) {
  const Index size = objective.dimension();
  const NetworkShape* shape = objective.network();
  const bool exact = shape != nullptr;
  std::unique_ptr<Bend> hessian;
  if (exact) {
    hessian = std::make_unique<NetworkBend>(*shape, objective.examples(), at);
  } else {
    hessian = std::make_unique<Differences>(objective, at);
  }
  Vector<double> latest = beginning(request.direction, size);
  std::vector<double> basis;  // one vector after the other, `latest` being the last
  std::vector<double> diagonal;
  std::vector<double> beside;
  Vector<double> next(size);
  double met = 0;
  for (;;) {
    basis.insert(basis.end(), latest.data(), latest.data() + size);
    hessian->times(latest, next);
    const Index products = static_cast<Index>(diagonal.size()) + 1;
    const double length = length_of(next);
    if (!std::isfinite(length)) {
      constexpr double nan = std::numeric_limits<double>::quiet_NaN();
      return {nan, std::move(latest), nan, products, exact};
    }
    diagonal.push_back(dot(latest.data(), next.data(), size));
    met = std::max({met, std::abs(diagonal.back()), length});
    // Twice is enough: once leaves what rounding has put back in.
    for (int turn = 0; turn < 2; ++turn) {
      for (Index k = 0; k < products; ++k) {
        const double* known = basis.data() + k * size;
        add(next.data(), -dot(known, next.data(), size), known, size);
      }
    }
    const double left = length_of(next);
    const bool exhausted = products == size || left <= nothing_left * met;
    const bool last = exhausted || products >= request.most_products;
    if (last || products < pause_between_looks || products % pause_between_looks == 0) {
      const Top top = top_of(diagonal, beside);
      const double doubt = exhausted ? nothing_left * met : doubt_of(top, left * std::abs(top.vector[products - 1]));
      if (last || doubt <= request.tolerance * std::abs(top.value)) {
        Vector<double> direction = Vector<double>::Zero(size);
        for (Index k = 0; k < products; ++k) add(direction.data(), top.vector[k], basis.data() + k * size, size);
        divide(direction, length_of(direction));
        return {top.value, std::move(direction), doubt, products, exact};
      }
    }
    beside.push_back(left);
    divide(next, left);
    latest.swap(next);
  }
}

}  // namespace descent
