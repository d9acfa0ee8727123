#pragma once

#include "optimizer/directional.hpp"

namespace descent {

/// Limited-memory BFGS: d = -H g, where H approximates the inverse Hessian from the last `history`
/// pairs of a step s and the change y of the gradient along it (the two-loop recursion), scaled by
/// s . y / |y|^2 of the newest pair. Pairs that show no curvature are passed over: s . y at most 1e-10, or
/// 1e-10 of the largest so far where that is below 1, or no more than rounding makes of |s| |y|.
/// PyTorch's `LBFGS(history_size=history)`, one iteration per update: without line search the length is
/// eta, in the first update eta min(1, 1 / sum |g|); with `lineSearch` (PyTorch: 'strong_wolfe', c1 1e-4,
/// c2 0.9) that is the first length tried. PyTorch passes over s . y <= 1e-10 whatever
/// the loss's unit. Its own stopping rules have no part in it.
/// Source: D. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", 1989;
/// J. Nocedal, S. Wright, "Numerical Optimization", 2006, algorithm 7.4 and equation 7.20.
class Lbfgs final : public Directional {
 public:
  static const OptimizerInfo description;

  explicit Lbfgs(const double* values)
      : learning_rate_(values[0]), capacity_(static_cast<Index>(values[1])), searches_(values[2] != 0) {}

  std::unique_ptr<Optimizer<double>> clone() const override { return std::make_unique<Lbfgs>(*this); }
  Index state_size() const override { return 2 * (static_cast<Index>(pairs_.size()) + 1) * last_gradient_.size(); }
  const OptimizerInfo& info() const override { return description; }
  double learning_rate() const override { return learning_rate_; }

 protected:
  void forget(Index dimension) override;
  void choose_direction(const Point<double>& from, Vector<double>& direction) override;
  Found<double> choose_length(const Point<double>& from, const Vector<double>& direction, double slope) override;
  Traced explain_direction(const Point<double>& from, Index coordinate, const Traced& g, Ledger& ledger) const override;
  Traced explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const override;

 private:
  /// A step, the gradient's change along it, and what the recursion makes of them in this update.
  struct Pair {
    Vector<double> step;
    Vector<double> change;
    double inverse;    ///< 1 / (change . step)
    double taken = 0;  ///< a: how much of `change` the first loop takes away
    double given = 0;  ///< b: what the second loop finds along `change`
  };
  void remember(const Point<double>& from, const Vector<double>& direction);
  void recur(const Vector<double>& gradient, Vector<double>& direction);

  double learning_rate_;
  Index capacity_;
  bool searches_;
  bool first_ = true;          ///< this is the run's first update
  std::vector<Pair> pairs_;    ///< oldest first
  double scale_ = 1;           ///< step . change / |change|^2 of the newest pair
  double most_curvature_ = 0;  ///< largest s . y so far, in the loss's unit
  Vector<double> last_gradient_;
};

}  // namespace descent
