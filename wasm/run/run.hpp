#pragma once

#include <memory>
#include <vector>

#include "core/error.hpp"
#include "optimizer/optimizer.hpp"
#include "optimizer/schedule_registry.hpp"
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
};

/// A point the run has reached.
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

  /// Makes up to `steps` further updates; fewer when the run ends.
  void advance(Index steps);

  Index step() const { return step_; }
  Scalar loss() const { return loss_; }
  StopReason reason() const { return reason_; }
  const Vector<Scalar>& parameters() const { return parameters_; }

 private:
  Run(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer, const RunSettings& settings,
      Observer<Scalar>* observer);
  bool update();
  void evaluate();
  bool within_bounds() const;
  void arrive();
  Scalar choose_rate();
  Point<Scalar> here() const { return {step_, parameters_, loss_, gradient_, rate_, objective_}; }

  CountedObjective<Scalar> objective_;
  Optimizer<Scalar>& optimizer_;
  RunSettings settings_;
  std::unique_ptr<Schedule<Scalar>> schedule_;
  Observer<Scalar>* observer_;
  Index step_ = 0;
  StopReason reason_ = StopReason::running;
  Scalar loss_ = 0;
  Scalar gradient_norm_ = 0;
  Scalar rate_ = 0;
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
