#pragma once

#include <memory>

#include "core/parameter.hpp"
#include "objective/objective.hpp"

namespace descent {

/// A built-in function, described as data. Points are flat: `dimension` numbers each, one after
/// the other.
struct FunctionInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  const char* source;
  Index dimension;
  List<double> domain;               ///< range worth drawing: pairs of lower and upper bound
  List<double> start;                ///< a start that shows something
  List<double> minima = {};          ///< known minima, global ones first
  List<double> minimum_values = {};  ///< the value at each
  List<Parameter> parameters = {};   ///< numbers that shape it
};

/// Makes an objective of a function `F`, which offers
///   static constexpr FunctionInfo info;
///   F(const double* shape)                        one value per info.parameters
///   double value(const double* x) const
///   double value_and_gradient(const double* x, double* gradient) const
///   void hessian(const double* x, double* h) const    optional, column-major
template <typename F>
class FunctionObjective final : public Objective<double> {
 public:
  explicit FunctionObjective(const double* shape) : function_(shape) {}

  Index dimension() const override { return F::info.dimension; }
  double value(const Vector<double>& at) const override { return function_.value(at.data()); }
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override {
    return function_.value_and_gradient(at.data(), gradient.data());
  }
  Matrix<double> hessian(const Vector<double>& at) const override {
    if constexpr (requires(const F& f, double* h) { f.hessian(h, h); }) {
      Matrix<double> result(dimension(), dimension());
      function_.hessian(at.data(), result.data());
      return result;
    } else {
      return Objective<double>::hessian(at);
    }
  }
  Matrix<double> hessian_doubt(const Vector<double>& at, const Matrix<double>& hessian) const override {
    if constexpr (requires(const F& f, double* h) { f.hessian(h, h); }) {
      return rounding_of(at, hessian);
    } else {
      return Objective<double>::hessian_doubt(at, hessian);
    }
  }
  Vector<double> default_start() const override {
    return Eigen::Map<const Vector<double>>(F::info.start.items, F::info.dimension);
  }

 private:
  F function_;
};

}  // namespace descent
