#pragma once

#include <cstdint>
#include <memory>

#include "objective/objective.hpp"

namespace descent {

/// Another objective whose gradient is never quite right: to every slope a normal number with mean 0 and
/// standard deviation `size` is added. The number depends on the seed and on the place alone, to the last bit
/// of its parameters: so a run can be made again, and a place that is asked twice answers the same; but a hair
/// beside it everything is drawn anew. The loss itself and the Hessian are the other's, without noise.
class Noisy final : public Objective<double> {
 public:
  /// `size` >= 0.
  Noisy(std::unique_ptr<Objective<double>> of, double size, std::uint64_t seed);

  Index dimension() const override { return of_->dimension(); }
  Index sample_count() const override { return of_->sample_count(); }
  Vector<double> default_start() const override { return of_->default_start(); }
  Vector<double> drawn_start(std::uint64_t seed) const override { return of_->drawn_start(seed); }
  const NetworkShape* network() const override { return of_->network(); }
  AnyExamples examples() const override { return of_->examples(); }
  double work() const override { return of_->work(); }
  double bytes() const override { return of_->bytes(); }

  double value(const Vector<double>& at) const override { return of_->value(at); }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override;
  double batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                  Vector<double>& gradient) const override;
  Matrix<double> hessian(const Vector<double>& at) const override { return of_->hessian(at); }
  Matrix<double> hessian_doubt(const Vector<double>& at, const Matrix<double>& hessian) const override {
    return of_->hessian_doubt(at, hessian);
  }

 private:
  void disturb(const Vector<double>& at, Vector<double>& gradient) const;

  std::unique_ptr<Objective<double>> of_;
  double size_;
  std::uint64_t seed_;
};

}  // namespace descent
