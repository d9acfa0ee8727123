#include "run/descent.hpp"

#include <string>
#include <utility>

namespace descent {

Descent::Descent(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer,
                 const RunSettings& settings)
    : objective_(std::move(objective)),
      optimizer_(optimizer.make()),
      narrator_(optimizer.make()),
      schedule_(settings.schedule.make<double>()),
      trace_(objective_->dimension(), settings.step_limit + 1) {}

Result<std::unique_ptr<Descent>> Descent::begin(std::unique_ptr<Objective<double>> objective,
                                                const OptimizerConfig& optimizer, const Vector<double>& start,
                                                const RunSettings& settings) {
  const double per_row = Trace::numbers_per_row(objective->dimension());
  if (per_row * static_cast<double>(settings.step_limit + 1) > trace_capacity) {
    const auto most = static_cast<Index>(trace_capacity / per_row) - 1;
    return Error{"stepLimit", "The history of that many updates would not fit into memory.",
                 "With this many parameters allow at most " + std::to_string(most) + " updates."};
  }
  std::unique_ptr<Descent> descent(new Descent(std::move(objective), optimizer, settings));
  auto run = Run<double>::begin(*descent->objective_, *descent->optimizer_, start, settings, &descent->trace_);
  if (!run.ok()) return run.error();
  descent->run_ = std::move(run.value());
  return descent;
}

Result<std::vector<Term>> Descent::explain(Index step, Index coordinate) {
  if (step < 1 || step >= trace_.rows()) {
    return Error{"step", "There is no update of that number.",
                 trace_.rows() < 2 ? "Advance the run first; it has made no update yet."
                                   : "Ask for a whole number from 1 to " + std::to_string(trace_.rows() - 1) + "."};
  }
  if (coordinate < 0 || coordinate >= trace_.dimension()) {
    return Error{"coordinate", "There is no parameter of that number.",
                 "Ask for a whole number from 0 to " + std::to_string(trace_.dimension() - 1) + "."};
  }
  const Index row = step - 1;
  take_narrator_to(row);
  Ledger ledger;
  const Row at = row_of(row);
  narrator_->explain(at.point(*objective_), coordinate, *schedule_, ledger);
  return ledger.terms();
}

Descent::Row Descent::row_of(Index row) const {
  Row result{row, trace_.parameters_at(row), trace_.loss()[static_cast<std::size_t>(row)], trace_.gradient_at(row), 0};
  // Not the recorded rate: a rule that searches begins its search at the scheduled one.
  result.rate = schedule_->rate(result.point(*objective_), narrator_->learning_rate());
  return result;
}

void Descent::take_narrator_to(Index row) {
  const auto prepare = [this](Index at) {
    const Row here = row_of(at);
    narrator_->prepare(here.point(*objective_));
    narrator_row_ = at;
  };
  if (narrator_row_ == nowhere || row < narrator_row_) {
    narrator_->reset(trace_.dimension());
    prepare(0);
  }
  Vector<double> next(trace_.dimension());
  while (narrator_row_ < row) {
    const Row here = row_of(narrator_row_);
    narrator_->step(here.point(*objective_), next);
    prepare(narrator_row_ + 1);
  }
}

}  // namespace descent
