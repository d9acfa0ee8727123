#pragma once

#include "optimizer/directional.hpp"

namespace descent {

/// Newton's method: d = -H^-1 g, worked out along the Hessian's eigenvectors v_k with eigenvalues
/// lambda_k: d = -sum_k v_k (v_k . g) / lambda_k.
/// With `safeguard` it goes downhill everywhere: |lambda_k| stands for lambda_k, at least 1e-8 of the
/// largest where rounding leaves open whether lambda_k is 0, and a backtracking line search (c 1e-4,
/// halving) begins at eta. Without, the length is eta, saddles and maxima attract it like minima, and it
/// does not move along what may be flat.
/// Not part of PyTorch. At most 100 parameters: the eigenvectors cost their number cubed.
/// Source: J. Nocedal, S. Wright, "Numerical Optimization", 2006, equation 2.15 and section 3.4
/// (eigenvalue modification); the magnitudes: Y. Dauphin et al., "Identifying and attacking the saddle
/// point problem", 2014, section 5.
class Newton final : public Directional {
 public:
  static const OptimizerInfo description;

  explicit Newton(const double* values) : learning_rate_(values[0]), safeguard_(values[1] != 0) {}

  std::unique_ptr<Optimizer<double>> clone() const override { return std::make_unique<Newton>(*this); }
  Index state_size() const override { return eigenvectors_.size() + 4 * eigenvalues_.size(); }
  const OptimizerInfo& info() const override { return description; }
  double learning_rate() const override { return learning_rate_; }

 protected:
  void forget(Index dimension) override;
  void choose_direction(const Point<double>& from, Vector<double>& direction) override;
  Found<double> choose_length(const Point<double>& from, const Vector<double>& direction, double slope) override;
  Traced explain_direction(const Point<double>& from, Index coordinate, const Traced& g, Ledger& ledger) const override;
  Traced explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const override;

 private:
  template <typename Book, typename Number = typename Book::Number>
  Number guarded(Book& book, const Number& lambda, Index number) const;

  template <typename Book, typename Number = typename Book::Number>
  Number direction_of(Book& book, Index coordinate) const;

  double learning_rate_;
  bool safeguard_;
  Vector<double> eigenvalues_;
  Matrix<double> eigenvectors_;  ///< one per column
  Vector<double> slopes_;        ///< the gradient along each
  Vector<double> least_;         ///< smallest magnitude allowed; 0 where the curvature is beyond doubt
};

}  // namespace descent
