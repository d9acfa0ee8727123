#pragma once

#include "core/parameter.hpp"
#include "objective/objective.hpp"
#include "optimizer/ledger.hpp"

namespace descent {

/// An update rule, described as data.
struct OptimizerInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  const char* source;
  List<Parameter> parameters;  ///< hyper-parameters, in the order `make` takes them
};

/// Where an update starts from.
template <typename Scalar>
struct Point {
  Index step;  ///< updates made so far, 0 at the start
  const Vector<Scalar>& parameters;
  Scalar value;
  const Vector<Scalar>& gradient;
  /// For rules that look further than one gradient: line search, second derivatives.
  const Objective<Scalar>& objective;
};

/// How one step is taken. Hyper-parameters are fixed at construction; the state of a run (moments,
/// history) begins at `reset`. PyTorch's conventions wherever it has the rule.
template <typename Scalar>
class Optimizer {
 public:
  Optimizer() = default;
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;
  virtual ~Optimizer() = default;

  /// Forgets the past: the next update is a run's first.
  virtual void reset(Index dimension) = 0;

  /// Learning rate of the update that leaves row `step`.
  virtual Scalar rate(Index step) const = 0;

  /// Makes one update: writes the new parameters to `next` (already allocated) and moves the state on.
  virtual void step(const Point<Scalar>& from, Vector<Scalar>& next) = 0;

  /// The update that `step` would make, for one coordinate, written down term by term; changes
  /// nothing. The last term is the new parameter.
  virtual void explain(const Point<Scalar>& from, Index coordinate, Ledger& ledger) const = 0;
};

}  // namespace descent
