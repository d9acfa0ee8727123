#pragma once

#include <memory>
#include <vector>

#include "optimizer/registry.hpp"
#include "run/run.hpp"
#include "run/trace.hpp"

namespace descent {

/// A run that owns its objective and optimizer and remembers where it has been.
class Descent {
 public:
  /// Most numbers a trace may come to hold: 256 MB of them.
  static constexpr double trace_capacity = 32.0 * 1024 * 1024;

  /// Refuses what `Run::begin` refuses, and (field `stepLimit`) a trace that could outgrow its capacity.
  static Result<std::unique_ptr<Descent>> begin(std::unique_ptr<Objective<double>> objective,
                                                const OptimizerConfig& optimizer, const Vector<double>& start,
                                                const RunSettings& settings);

  Run<double>& run() { return *run_; }
  const Trace& trace() const { return trace_; }

  /// The arithmetic of the update into row `step` (1 ... rows - 1) for one coordinate.
  Result<std::vector<Term>> explain(Index step, Index coordinate);

 private:
  /// A recorded row, as an optimizer wants it.
  struct Row {
    Index step;
    Vector<double> parameters;
    double loss;
    Vector<double> gradient;
    double rate;
    Point<double> point(const Objective<double>& objective) const {
      return {step, parameters, loss, gradient, rate, objective};
    }
  };

  Descent(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer, const RunSettings& settings);
  static constexpr Index nowhere = -1;
  Row row_of(Index row) const;
  void take_narrator_to(Index row);

  std::unique_ptr<Objective<double>> objective_;
  std::unique_ptr<Optimizer<double>> optimizer_;
  // Walks the recorded rows again to stand where the optimizer stood before the update to explain.
  std::unique_ptr<Optimizer<double>> narrator_;
  // It has prepared the update that leaves this row.
  Index narrator_row_ = nowhere;
  std::unique_ptr<Schedule<double>> schedule_;
  Trace trace_;
  std::unique_ptr<Run<double>> run_;
};

}  // namespace descent
