#pragma once

#include "optimizer/directional.hpp"

namespace descent {

/// Newton's method: d = -H^-1 g, worked out along the Hessian's eigenvectors v_k with eigenvalues
/// lambda_k: d = -sum_k v_k (v_k . g) / lambda_k.
/// With `safeguard` it goes downhill everywhere: |lambda_k|, but at least 1e-8 of the largest, stands for
/// lambda_k, and a backtracking line search (c 1e-4, halving) begins at eta. Without, the length is eta,
/// and saddles and maxima attract it like minima.
/// Not part of PyTorch. At most 100 parameters: the eigenvectors cost their number cubed.
/// Source: J. Nocedal, S. Wright, "Numerical Optimization", 2006, equation 2.15 and section 3.4
/// (eigenvalue modification); the magnitudes: Y. Dauphin et al., "Identifying and attacking the saddle
/// point problem", 2014, section 5.
template <typename Scalar>
class Newton final : public Directional<Scalar> {
 public:
  static const OptimizerInfo description;

  explicit Newton(const double* values) : learning_rate_(values[0]), safeguard_(values[1] != 0) {}

  std::unique_ptr<Optimizer<Scalar>> clone() const override { return std::make_unique<Newton>(*this); }
  Index state_size() const override { return 2 * (eigenvectors_.size() + 3 * eigenvalues_.size()); }
  const OptimizerInfo& info() const override { return description; }
  double learning_rate() const override { return learning_rate_; }

 protected:
  void forget(Index dimension) override;
  void choose_direction(const Point<Scalar>& from, Vector<Scalar>& direction) override;
  Found<Scalar> choose_length(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope) override;
  Traced explain_direction(const Point<Scalar>& from, Index coordinate, const Traced& g, Ledger& ledger) const override;
  Traced explain_length(const Point<Scalar>& from, const Traced& eta, Ledger& ledger) const override;

 private:
  template <typename Book, typename Number = typename Book::Number>
  Number direction_of(Book& book, Index coordinate) const;

  double learning_rate_;
  bool safeguard_;
  // Double precision for every Scalar: a Hessian's rounding is divided by its smallest eigenvalue.
  Vector<double> eigenvalues_;
  Matrix<double> eigenvectors_;  ///< one per column
  Vector<double> slopes_;        ///< the gradient along each
  double least_ = 0;             ///< smallest magnitude allowed
};

extern template class Newton<double>;
extern template class Newton<float>;

}  // namespace descent
