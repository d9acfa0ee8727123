#pragma once

#include "objective/objective.hpp"
#include "run/batches.hpp"

namespace descent {

/// An objective as one update sees it: over that update's batch. Whatever looks further than one
/// gradient, a line search for example, then looks at the same examples.
template <typename Scalar>
class BatchObjective final : public Objective<Scalar> {
 public:
  /// `objective` outlives this.
  BatchObjective(const Objective<Scalar>& objective, const BatchSettings& settings)
      : objective_(objective), batches_(objective.sample_count(), settings) {}

  const Batches& batches() const { return batches_; }

  /// Turns to the batch of update number `update`, counted from 0.
  void select(Index update) {
    if (!batches_.whole()) batch_ = batches_.batch(update);
  }

  Index dimension() const override { return objective_.dimension(); }
  Index sample_count() const override { return objective_.sample_count(); }
  Vector<Scalar> default_start() const override { return objective_.default_start(); }
  const NetworkShape* network() const override { return objective_.network(); }

  Scalar value(const Vector<Scalar>& at) const override {
    if (batches_.whole()) return objective_.value(at);
    unused_.resize(at.size());
    return value_and_gradient(at, unused_);
  }
  Scalar value_and_gradient(const Vector<Scalar>& at, Vector<Scalar>& gradient) const override {
    if (batches_.whole()) return objective_.value_and_gradient(at, gradient);
    return objective_.batch_value_and_gradient(at, batch_.examples, batch_.count, gradient);
  }
  Scalar batch_value_and_gradient(const Vector<Scalar>& at, const Index* batch, Index count,
                                  Vector<Scalar>& gradient) const override {
    return objective_.batch_value_and_gradient(at, batch, count, gradient);
  }
  Matrix<Scalar> hessian(const Vector<Scalar>& at) const override {
    return batches_.whole() ? objective_.hessian(at) : Objective<Scalar>::hessian(at);
  }
  Matrix<Scalar> hessian_doubt(const Vector<Scalar>& at, const Matrix<Scalar>& hessian) const override {
    return batches_.whole() ? objective_.hessian_doubt(at, hessian) : Objective<Scalar>::hessian_doubt(at, hessian);
  }

 private:
  const Objective<Scalar>& objective_;
  Batches batches_;
  Batches::Batch batch_{nullptr, 0};
  mutable Vector<Scalar> unused_;
};

}  // namespace descent
