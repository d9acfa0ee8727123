#pragma once

#include <memory>
#include <vector>

#include "core/error.hpp"
#include "optimizer/optimizer.hpp"
#include "optimizer/schedule_registry.hpp"
#include "run/batch_objective.hpp"
#include "run/counted_objective.hpp"

namespace descent {

/// Why a run stands where it stands.
enum class StopReason {
  running,    ///< it can go on
  converged,  ///< the gradient's norm fell to the tolerance or below
  diverged,   ///< the next point was not finite or out of bounds; it was not taken
  stalled,    ///< an update changed no parameter although the gradient is above the tolerance
  step_limit  ///< all allowed updates were made
};

struct RunSettings {
  Index step_limit = 1000;
  double tolerance = 1e-8;         ///< converged when the gradient's Euclidean norm is at most this
  double divergence_limit = 1e12;  ///< diverged when the loss or a parameter is beyond this in magnitude
  ScheduleConfig schedule = {};    ///< of the learning rate; default: constant
  BatchSettings batch = {};        ///< which examples each update looks at; default: all
};

/// A point the run has reached. With batches, loss and gradient are those of the batch that the update
/// which leaves here looks at.
template <typename Scalar>
struct Visit {
  Index step;
  Scalar loss;
  Scalar gradient_norm;
  Scalar rate;              ///< learning rate of the update that leaves here, or would: as scheduled or as searched
  Evaluations evaluations;  ///< all that it took to get here
  const Vector<Scalar>& parameters;
  const Vector<Scalar>& gradient;
};

/// Something that watches a run: called for the start and after every update, never for a point
/// that is not finite or out of bounds.
template <typename Scalar>
class Observer {
 public:
  Observer() = default;
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;
  virtual ~Observer() = default;
  virtual void visited(const Visit<Scalar>& visit) = 0;
};

/// Everything a run needs to go on from a row it has reached.
template <typename Scalar>
struct Snapshot {
  Index step;
  Scalar scheduled_rate;
  Scalar rate;
  Evaluations evaluations;
  Vector<Scalar> parameters;
  std::unique_ptr<Optimizer<Scalar>> optimizer;  ///< ready to make the update that leaves the row

  double bytes() const {
    return static_cast<double>(sizeof *this) +
           static_cast<double>(sizeof(Scalar)) * static_cast<double>(parameters.size() + optimizer->state_size());
  }
};

/// The only loop: objective x optimizer, one update after another.
template <typename Scalar>
class Run {
 public:
  /// Evaluates the start. Refuses (field `start`) one that has the wrong size, is not finite, or has
  /// a loss or gradient that is not finite or beyond the divergence limit; and (field
  /// `schedule.name`) a line search for a rule that does not move along the gradient, and (field
  /// `optimizer.name`) more parameters than the rule takes. The objective,
  /// the optimizer and the observer outlive the run.
  static Result<std::unique_ptr<Run>> begin(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer,
                                            const Vector<Scalar>& start, const RunSettings& settings,
                                            Observer<Scalar>* observer = nullptr);

  /// A run that stands nowhere yet: `restart` gives it a start. Refuses what `begin` refuses, but for
  /// the start's own values.
  static Result<std::unique_ptr<Run>> make(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer,
                                           const RunSettings& settings, Observer<Scalar>* observer = nullptr);

  /// Begins anew at `start` (size: dimension) as a new run would, with the same bits, and allocates
  /// nothing. False, the run being over as `diverged` with NaN for its loss and place, for a start that
  /// `begin` refuses.
  bool restart(const Vector<Scalar>& start);

  /// Goes on from a snapshot of a run with the same objective and settings, with the same bits.
  /// `optimizer` stands as the snapshot's does.
  static std::unique_ptr<Run> resume(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer,
                                     const RunSettings& settings, const Snapshot<Scalar>& from);

  Snapshot<Scalar> snapshot() const;

  /// Makes up to `steps` further updates; fewer when the run ends.
  void advance(Index steps);

  Index step() const { return step_; }
  Scalar loss() const { return loss_; }
  StopReason reason() const { return reason_; }
  Scalar gradient_norm() const { return gradient_norm_; }
  Scalar rate() const { return rate_; }
  const Vector<Scalar>& parameters() const { return parameters_; }
  const Vector<Scalar>& gradient() const { return gradient_; }
  const Batches& batches() const { return batch_objective_.batches(); }

  /// The update that leaves the current row, for one coordinate, term by term.
  void explain(Index coordinate, Ledger& ledger) const {
    optimizer_.explain(here(scheduled_rate_), coordinate, *schedule_, ledger);
  }

 private:
  Run(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer, const RunSettings& settings,
      Observer<Scalar>* observer);
  bool update();
  void evaluate(Index step);
  bool within_bounds() const;
  void settle();
  void arrive();
  Point<Scalar> here(Scalar rate) const { return {step_, parameters_, loss_, gradient_, rate, objective_}; }

  BatchObjective<Scalar> batch_objective_;
  CountedObjective<Scalar, BatchObjective<Scalar>> objective_;
  Optimizer<Scalar>& optimizer_;
  RunSettings settings_;
  std::unique_ptr<Schedule<Scalar>> schedule_;
  double base_rate_;  ///< what the schedule starts from
  Scalar limit_;      ///< of the loss and the parameters
  Observer<Scalar>* observer_;
  Index step_ = 0;
  StopReason reason_ = StopReason::running;
  Scalar loss_ = 0;
  Scalar gradient_norm_ = 0;
  Scalar scheduled_rate_ = 0;
  Scalar rate_ = 0;  ///< what the optimizer made of it
  Vector<Scalar> parameters_;
  Vector<Scalar> gradient_;
  // The point under trial; becomes the current one when it is within bounds.
  Scalar next_loss_ = 0;
  Scalar next_norm_ = 0;
  Vector<Scalar> next_;
  Vector<Scalar> next_gradient_;
};

extern template class Run<double>;
extern template class Run<float>;

}  // namespace descent
