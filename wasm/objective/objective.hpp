#pragma once

#include <cstdint>

#include "core/eigen.hpp"
#include "data/examples.hpp"

namespace descent {

struct NetworkShape;

/// What is minimised: a value and its gradient at a point. Parameters are one flat vector.
/// Implementations are immutable once built, so one may serve many runs.
template <typename Scalar>
class Objective {
 public:
  Objective() = default;
  Objective(const Objective&) = delete;
  Objective& operator=(const Objective&) = delete;
  virtual ~Objective() = default;

  /// Number of parameters, at least 1.
  virtual Index dimension() const = 0;

  /// The loss at `at` (size: dimension). May be infinite or NaN outside its domain.
  virtual Scalar value(const Vector<Scalar>& at) const = 0;

  /// The loss at `at`; writes its gradient (size: dimension, already allocated).
  virtual Scalar value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const = 0;

  /// The Hessian at `at`, dimension x dimension. Default: central differences of the gradient,
  /// made symmetric, good to about 1e-9 relative in double precision.
  virtual Matrix<Scalar> hessian(const Vector<Scalar>& at) const;

  /// How far each entry of `hessian`, which `hessian(at)` gave, may be off: the doubt of difference
  /// quotients, or where the Hessian is in closed form, `rounding_of`.
  virtual Matrix<Scalar> hessian_doubt(const Vector<Scalar>& at, const Matrix<Scalar>& hessian) const;

  /// Values at `count` points of `dimension` numbers each.
  virtual void values(const Scalar* points, Index count, Scalar* values) const;

  /// Values and gradients at `count` points, `dimension` numbers each.
  virtual void values_and_gradients(const Scalar* points, Index count, Scalar* values, Scalar* gradients) const;

  /// Where a run begins when nobody says where (size: dimension).
  virtual Vector<Scalar> default_start() const { return Vector<Scalar>::Zero(dimension()); }

  /// Another start of that kind, the same for the same seed, where such starts are drawn; otherwise the default.
  virtual Vector<Scalar> drawn_start(std::uint64_t /*seed*/) const { return default_start(); }

  /// Number of examples behind a data-driven loss; 0 for a plain function.
  virtual Index sample_count() const { return 0; }

  /// As `value_and_gradient`, over the examples `batch[0 .. count)` only, each in
  /// [0, sample_count()). A mean loss averages over the batch. Plain functions ignore the batch.
  virtual Scalar batch_value_and_gradient(const Vector<Scalar>& at, const Index* /*batch*/, Index /*count*/,
                                          Vector<Scalar>& gradient) const {
    return value_and_gradient(at, gradient);
  }

  /// The shape of the network whose loss this is, or nullptr.
  virtual const NetworkShape* network() const { return nullptr; }

  /// What that network learns from.
  virtual AnyExamples examples() const { return {}; }

  /// Multiplications that one evaluation takes, roughly.
  virtual double work() const { return static_cast<double>(dimension()); }

  /// Memory its data takes, as far as it is not shared with others.
  virtual double bytes() const { return 0; }

 protected:
  /// The doubt of a Hessian in closed form: the rounding of its entries, and how much they change when the
  /// point moves by its own.
  Matrix<Scalar> rounding_of(const Vector<Scalar>& at, const Matrix<Scalar>& hessian) const;
};

extern template class Objective<double>;
extern template class Objective<float>;

}  // namespace descent
