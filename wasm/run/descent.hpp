#pragma once

#include <memory>
#include <vector>

#include "optimizer/registry.hpp"
#include "run/keyframes.hpp"
#include "run/run.hpp"
#include "run/trace.hpp"

namespace descent {

/// A row of a run, in full.
struct Row {
  Index step;
  double loss;
  double gradient_norm;
  double rate;
  double epochs;  ///< passes over the data behind it; 0 for a plain function
  Vector<double> parameters;
  Vector<double> gradient;
};

/// A run that remembers where it has been, whatever precision it counts in.
class AnyDescent {
 public:
  /// Most bytes a run's history may come to take: trace and keyframes together.
  static constexpr double memory_limit = 64.0 * 1024 * 1024;

  AnyDescent() = default;
  AnyDescent(const AnyDescent&) = delete;
  AnyDescent& operator=(const AnyDescent&) = delete;
  virtual ~AnyDescent() = default;

  virtual void advance(Index steps) = 0;
  virtual StopReason reason() const = 0;
  virtual Index dimension() const = 0;
  virtual const NetworkShape* network() const = 0;
  /// What that network learns from: shared, not copied.
  virtual AnyExamples examples() const = 0;
  virtual Index sample_count() const = 0;
  /// Passes over the data behind row `step`.
  virtual double epochs(Index step) const = 0;

  /// Parameters and gradients are in it only where all of them fit into the memory limit.
  virtual const Trace& trace() const = 0;

  /// Any row that was reached; what the trace does not hold is computed again, with the same bits.
  /// Refuses (field `step`) a row that was not reached.
  virtual Result<Row> at(Index step) = 0;

  /// The arithmetic of the update into row `step` (1 ... rows - 1) for one coordinate. Refuses (field
  /// `precision`) a run in single precision.
  virtual Result<std::vector<Term>> explain(Index step, Index coordinate) = 0;
};

/// A run that owns its objective and optimizer and remembers where it has been.
template <typename Scalar>
class BasicDescent final : public AnyDescent, Observer<Scalar> {
 public:
  /// Most bytes such a run may come to take, its objective's own included.
  static double most_bytes(const Objective<Scalar>& objective, const OptimizerConfig& optimizer,
                           const RunSettings& settings);

  /// Refuses what `Run::begin` refuses, and (field `stepLimit`) a history that could outgrow its memory.
  static Result<std::unique_ptr<BasicDescent>> begin(std::unique_ptr<Objective<Scalar>> objective,
                                                     const OptimizerConfig& optimizer, const Vector<Scalar>& start,
                                                     const RunSettings& settings);

  Run<Scalar>& run() { return *run_; }

  void advance(Index steps) override { run_->advance(steps); }
  StopReason reason() const override { return run_->reason(); }
  Index dimension() const override { return objective_->dimension(); }
  const NetworkShape* network() const override { return objective_->network(); }
  AnyExamples examples() const override { return objective_->examples(); }
  Index sample_count() const override { return objective_->sample_count(); }
  double epochs(Index step) const override { return run_->batches().epochs(step); }
  const Trace& trace() const override { return trace_; }
  Result<Row> at(Index step) override;
  Result<std::vector<Term>> explain(Index step, Index coordinate) override;

  Objective<Scalar>& objective() { return *objective_; }
  double keyframe_bytes() const { return keyframes_.bytes(); }

 private:
  BasicDescent(std::unique_ptr<Objective<Scalar>> objective, const OptimizerConfig& optimizer,
               const RunSettings& settings, bool keeps_all);
  void visited(const Visit<Scalar>& visit) override;
  Run<Scalar>& replay_to(Index row);

  std::unique_ptr<Objective<Scalar>> objective_;
  std::unique_ptr<Optimizer<Scalar>> optimizer_;
  RunSettings settings_;
  Trace trace_;
  Keyframes<Scalar> keyframes_;
  std::unique_ptr<Run<Scalar>> run_;
  // Runs a second time from a keyframe, to stand where the run stood at an earlier row.
  std::unique_ptr<Optimizer<Scalar>> replay_optimizer_;
  std::unique_ptr<Run<Scalar>> replay_;
};

using Descent = BasicDescent<double>;

extern template class BasicDescent<double>;
extern template class BasicDescent<float>;

}  // namespace descent
