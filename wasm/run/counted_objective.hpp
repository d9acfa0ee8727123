#pragma once

#include "objective/objective.hpp"

namespace descent {

/// How often an objective was asked. A call that gives value and gradient together counts as one of
/// each; a Hessian counts as one Hessian, however it was made.
struct Evaluations {
  Index values = 0;
  Index gradients = 0;
  Index hessians = 0;
};

/// An objective that counts what it is asked and passes it on. It knows whom it asks by type: one call less to look
/// up in every update.
template <typename Scalar, typename Asked>
class CountedObjective final : public Objective<Scalar> {
 public:
  /// `objective` outlives this.
  explicit CountedObjective(const Asked& objective) : objective_(objective) {}

  const Evaluations& evaluations() const { return evaluations_; }
  void count_from(const Evaluations& evaluations) { evaluations_ = evaluations; }

  Index dimension() const override { return objective_.dimension(); }
  Index sample_count() const override { return objective_.sample_count(); }
  Vector<Scalar> default_start() const override { return objective_.default_start(); }
  Scalar value(const Vector<Scalar>& at) const override {
    ++evaluations_.values;
    return objective_.value(at);
  }
  Scalar value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const override {
    count_both();
    return objective_.value_and_gradient(at, gradient);
  }
  Scalar batch_value_and_gradient(const Vector<Scalar>& at, const Index* batch, Index count,
                                  Vector<Scalar>& gradient) const override {
    count_both();
    return objective_.batch_value_and_gradient(at, batch, count, gradient);
  }
  const NetworkShape* network() const override { return objective_.network(); }
  Matrix<Scalar> hessian(const Vector<Scalar>& at) const override {
    ++evaluations_.hessians;
    return objective_.hessian(at);
  }
  Matrix<Scalar> hessian_doubt(const Vector<Scalar>& at, const Matrix<Scalar>& hessian) const override {
    return objective_.hessian_doubt(at, hessian);
  }

 private:
  void count_both() const {
    ++evaluations_.values;
    ++evaluations_.gradients;
  }

  const Asked& objective_;
  mutable Evaluations evaluations_;
};

}  // namespace descent
