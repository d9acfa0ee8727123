#pragma once

#include <memory>
#include <utility>

#include "optimizer/registry.hpp"
#include "run/run.hpp"

namespace descent {

/// Many runs, one after another: the same objective, optimizer and settings, each from a start of its
/// own. They are made in slices, which may end anywhere within a run, and keep no history.
class RunSeries {
 public:
  RunSeries(const RunSeries&) = delete;
  RunSeries& operator=(const RunSeries&) = delete;
  virtual ~RunSeries() = default;

  /// Goes on for about `work` units: every start takes one, and every update.
  void advance(double work);

  /// Runs that are over, and how many there are to be.
  virtual Index done() const = 0;
  virtual Index total() const = 0;

  const Objective<double>& objective() const { return *objective_; }

 protected:
  RunSeries(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer)
      : objective_(std::move(objective)), optimizer_(optimizer.make()) {}

  /// Refuses what `Run::make` refuses. To be called once, before anything else.
  Result<bool> prepare(const RunSettings& settings);

  /// Writes the start of the run that is to come (already allocated).
  virtual void next_start(Vector<double>& start) = 0;

  /// Updates between two calls of `looked`, which begin at the start; 0 for none.
  Index every_ = 0;
  virtual void looked(const Run<double>& /*run*/) {}

  /// A run is over; one that diverged at once never was within bounds.
  virtual void ended(const Run<double>& run) = 0;

 private:
  std::unique_ptr<Objective<double>> objective_;
  std::unique_ptr<Optimizer<double>> optimizer_;
  std::unique_ptr<Run<double>> run_;
  Vector<double> start_;
  bool under_way_ = false;
};

}  // namespace descent
