#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "expression/tape.hpp"
#include "objective/objective.hpp"

namespace descent {

/// A typed formula as something to minimise, with exact gradient and Hessian. Outside its domain its
/// value is NaN, which a run takes as having left its bounds. A run starts at 1 in every variable,
/// where logarithms and roots have values, unless it is told otherwise.
class Formula final : public Objective<double> {
 public:
  /// Refuses (field `formula`, with the position) what cannot be understood.
  static Result<std::unique_ptr<Formula>> read(std::string_view text);

  Index dimension() const override { return tape_.dimension(); }
  double value(const Vector<double>& at) const override { return tape_.value(at.data()); }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    return tape_.value_and_gradient(at.data(), gradient.data());
  }
  Matrix<double> hessian(const Vector<double>& at) const override;
  Matrix<double> hessian_doubt(const Vector<double>& at, const Matrix<double>& hessian) const override {
    return rounding_of(at, hessian);
  }
  Vector<double> default_start() const override { return Vector<double>::Ones(dimension()); }

  void values(const double* points, Index count, double* values) const override;
  void values_and_gradients(const double* points, Index count, double* values, double* gradients) const override;

 private:
  explicit Formula(expression::Tape tape) : tape_(std::move(tape)) {}

  expression::Tape tape_;
};

}  // namespace descent
