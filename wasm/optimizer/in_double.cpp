#include "optimizer/in_double.hpp"

#include <utility>

namespace descent {
namespace {

void convert(const auto& from, auto& to) {
  to.resize(from.size());
  for (Index i = 0; i < from.size(); ++i) to[i] = static_cast<std::decay_t<decltype(to[i])>>(from[i]);
}

/// An objective of single precision, asked in double precision.
class Widened final : public Objective<double> {
 public:
  /// `objective` outlives this.
  explicit Widened(const Objective<float>& objective) : objective_(objective) {}

  Index dimension() const override { return objective_.dimension(); }
  double value(const Vector<double>& at) const override {
    convert(at, at_);
    return static_cast<double>(objective_.value(at_));
  }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    convert(at, at_);
    gradient_.resize(at.size());
    const float value = objective_.value_and_gradient(at_, gradient_);
    convert(gradient_, gradient);
    return static_cast<double>(value);
  }
  Matrix<double> hessian(const Vector<double>& at) const override {
    convert(at, at_);
    return widened(objective_.hessian(at_));
  }
  Matrix<double> hessian_doubt(const Vector<double>& at, const Matrix<double>& hessian) const override {
    convert(at, at_);
    Matrix<float> rough(hessian.rows(), hessian.cols());
    for (Index i = 0; i < rough.size(); ++i) rough.data()[i] = static_cast<float>(hessian.data()[i]);
    return widened(objective_.hessian_doubt(at_, rough));
  }

 private:
  static Matrix<double> widened(const Matrix<float>& rough) {
    Matrix<double> result(rough.rows(), rough.cols());
    for (Index i = 0; i < rough.size(); ++i) result.data()[i] = static_cast<double>(rough.data()[i]);
    return result;
  }

  const Objective<float>& objective_;
  mutable Vector<float> at_;
  mutable Vector<float> gradient_;
};

class InDouble final : public Optimizer<float> {
 public:
  explicit InDouble(std::unique_ptr<Optimizer<double>> rule) : rule_(std::move(rule)) {}

  std::unique_ptr<Optimizer<float>> clone() const override { return in_double(rule_->clone()); }
  Index state_size() const override { return 2 * rule_->state_size(); }
  void reset(Index dimension) override { rule_->reset(dimension); }
  const OptimizerInfo& info() const override { return rule_->info(); }
  double learning_rate() const override { return rule_->learning_rate(); }

  float prepare(const Point<float>& from) override {
    const Widened objective(from.objective);
    return static_cast<float>(rule_->prepare(widened(from, objective)));
  }

  void step(const Point<float>& from, Vector<float>& next) override {
    const Widened objective(from.objective);
    next_.resize(next.size());
    rule_->step(widened(from, objective), next_);
    convert(next_, next);
  }

  void explain(const Point<float>& /*from*/, Index /*coordinate*/, const Schedule<float>& /*schedule*/,
               Ledger& /*ledger*/) const override {}

 private:
  Point<double> widened(const Point<float>& from, const Objective<double>& objective) {
    convert(from.parameters, parameters_);
    convert(from.gradient, gradient_);
    return {from.step, parameters_, static_cast<double>(from.value), gradient_, static_cast<double>(from.rate),
            objective};
  }

  std::unique_ptr<Optimizer<double>> rule_;
  // Of the update at hand, and kept between updates only as room.
  Vector<double> parameters_;
  Vector<double> gradient_;
  Vector<double> next_;
};

}  // namespace

std::unique_ptr<Optimizer<float>> in_double(std::unique_ptr<Optimizer<double>> rule) {
  return std::make_unique<InDouble>(std::move(rule));
}

}  // namespace descent
