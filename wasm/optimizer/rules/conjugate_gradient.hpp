#pragma once

#include "optimizer/directional.hpp"

namespace descent {

/// Nonlinear conjugate gradients, Polak-Ribiere+: d <- -g + beta d with
/// beta = max(0, g . (g - g_before) / |g_before|^2), and a strong Wolfe line search along d. Begins
/// again with d = -g when d would not point downhill. On a quadratic of n parameters, exact searches
/// would arrive after n steps.
/// The first length tried is eta min(1, 1 / sum |g|). Not part of PyTorch.
/// Source: E. Polak, G. Ribiere, "Note sur la convergence de méthodes de directions conjuguées", 1969;
/// J. Nocedal, S. Wright, "Numerical Optimization", 2006, algorithm 5.4 and equation 5.45, c2 0.1.
class ConjugateGradient final : public Directional {
 public:
  static const OptimizerInfo description;

  explicit ConjugateGradient(const double* values)
      : learning_rate_(values[0]), decrease_(values[1]), curvature_(values[2]) {}

  std::unique_ptr<Optimizer<double>> clone() const override { return std::make_unique<ConjugateGradient>(*this); }
  Index state_size() const override { return 3 * last_gradient_.size(); }
  const OptimizerInfo& info() const override { return description; }
  double learning_rate() const override { return learning_rate_; }

 protected:
  void forget(Index dimension) override;
  void choose_direction(const Point<double>& from, Vector<double>& direction) override;
  Found<double> choose_length(const Point<double>& from, const Vector<double>& direction, double slope) override;
  Traced explain_direction(const Point<double>& from, Index coordinate, const Traced& g, Ledger& ledger) const override;
  Traced explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const override;

 private:
  /// beta from its two scalar products, which explanations show.
  template <typename Number>
  static Number beta_of(const Number& turned, const Number& before) {
    return arithmetic::max(Number(0.0), turned / before);
  }

  double learning_rate_;
  double decrease_;
  double curvature_;
  bool fresh_ = true;  ///< this update goes along -g
  double turned_ = 0;  ///< g . (g - g_before)
  double before_ = 0;  ///< |g_before|^2
  Vector<double> last_gradient_;
  Vector<double> last_direction_;
};

}  // namespace descent
