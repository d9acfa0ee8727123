#pragma once

#include <memory>

#include "core/parameter.hpp"
#include "objective/objective.hpp"
#include "optimizer/ledger.hpp"
#include "optimizer/point.hpp"
#include "optimizer/schedule.hpp"

namespace descent {

/// An update rule, described as data.
struct OptimizerInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  const char* source;
  List<Parameter> parameters;  ///< hyper-parameters, in the order `make` takes them
  /// Every update is minus the rate times the gradient, so that a line search along it may set the rate.
  bool is_gradient_step = false;
  Index most_parameters = 0;  ///< refuses problems of more; 0 for any number
};

/// How one step is taken. Hyper-parameters are fixed at construction; the state of a run (moments,
/// history) begins at `reset`. PyTorch's conventions wherever it has the rule.
template <typename Scalar>
class Optimizer {
 public:
  Optimizer() = default;
  Optimizer& operator=(const Optimizer&) = delete;
  virtual ~Optimizer() = default;

  /// One that stands as this one does and will do the same from here.
  virtual std::unique_ptr<Optimizer> clone() const = 0;

  /// How many numbers it keeps between updates, to within a few.
  virtual Index state_size() const = 0;

  /// Forgets the past: the next update is a run's first.
  virtual void reset(Index dimension) = 0;

  virtual const OptimizerInfo& info() const = 0;

  /// The learning rate among its hyper-parameters, which a schedule changes from update to update.
  virtual double learning_rate() const = 0;

  /// Works out how far the update that leaves `from` goes, and answers it as the rate to record: the
  /// scheduled rate, unless the rule searches along a direction of its own. Called once for every row,
  /// before `step`; nothing may come between the two.
  virtual Scalar prepare(const Point<Scalar>& from) { return from.rate; }

  /// Makes one update: writes the new parameters to `next` (already allocated) and moves the state on.
  virtual void step(const Point<Scalar>& from, Vector<Scalar>& next) = 0;

  /// The update that `step` would make, after `prepare`, for one coordinate, written down term by term; changes
  /// nothing. `schedule` says how the rate came about. The last term is the new parameter.
  /// Only double precision explains: the terms are doubles, and must give the step's own bits.
  virtual void explain(const Point<Scalar>& from, Index coordinate, const Schedule<Scalar>& schedule,
                       Ledger& ledger) const = 0;

 protected:
  Optimizer(const Optimizer&) = default;
};

}  // namespace descent
