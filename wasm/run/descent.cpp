#include "run/descent.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace descent {
namespace {

/// Bytes of a trace with `rows` rows that keeps `kept` parameters of each.
double trace_bytes(Index kept, double rows) { return sizeof(double) * Trace::numbers_per_row(kept) * rows; }

/// What keyframes may take at least, however long the trace.
constexpr double least_for_keyframes = AnyDescent::memory_limit / 32;

double history_of(const OptimizerConfig& config) {
  for (std::size_t k = 0; k < config.hyperparameters.size(); ++k) {
    if (std::string_view(config.entry->info->parameters[k].name) == "history") return config.hyperparameters[k];
  }
  return 0;
}

Error no_row(Index rows, Index first) {
  return {"step", first == 0 ? "The run has not been there." : "There is no update of that number.",
          rows <= first
              ? "Advance the run first; it has made no update yet."
              : "Ask for a whole number from " + std::to_string(first) + " to " + std::to_string(rows - 1) + "."};
}

}  // namespace

template <typename Scalar>
BasicDescent<Scalar>::BasicDescent(std::unique_ptr<Objective<Scalar>> objective, const OptimizerConfig& optimizer,
                                   const RunSettings& settings, bool keeps_all)
    : objective_(std::move(objective)),
      optimizer_(optimizer.make<Scalar>()),
      settings_(settings),
      trace_(keeps_all ? objective_->dimension() : 0, settings.step_limit + 1),
      keyframes_(
          keeps_all ? least_for_keyframes : memory_limit - trace_bytes(0, static_cast<double>(settings.step_limit + 1)),
          objective_->work(), Batches(objective_->sample_count(), settings.batch).per_epoch()) {}

template <typename Scalar>
double BasicDescent<Scalar>::most_bytes(const Objective<Scalar>& objective, const OptimizerConfig& optimizer,
                                        const RunSettings& settings) {
  const double rows = static_cast<double>(settings.step_limit) + 1;
  const double vector = sizeof(Scalar) * static_cast<double>(objective.dimension());
  const double in_double = sizeof(double) * static_cast<double>(objective.dimension());
  // An optimizer keeps at most four vectors, and of every past step that it remembers two. One that works in double
  // precision where the run does not has the run's numbers widened beside its own.
  const bool widens = optimizer.entry->in_double && std::is_same_v<Scalar, float>;
  const double optimizer_bytes = (widens ? 7 * in_double : 4 * vector) + 2 * history_of(optimizer) * in_double;
  constexpr double vectors = 11;  // of the run, of the one that replays it, and the default start
  const double history = trace_bytes(objective.dimension(), rows) + rows / 16 * (vector + optimizer_bytes);
  return objective.bytes() + vectors * vector + 3 * optimizer_bytes + std::min(history, memory_limit);
}

template <typename Scalar>
Result<std::unique_ptr<BasicDescent<Scalar>>> BasicDescent<Scalar>::begin(std::unique_ptr<Objective<Scalar>> objective,
                                                                          const OptimizerConfig& optimizer,
                                                                          const Vector<Scalar>& start,
                                                                          const RunSettings& settings) {
  const double rows = static_cast<double>(settings.step_limit) + 1;
  const double room = memory_limit - least_for_keyframes;
  if (trace_bytes(0, rows) > room) {
    const auto most = static_cast<Index>(room / trace_bytes(0, 1)) - 1;
    return Error{"stepLimit", "The history of that many updates would not fit into memory.",
                 "Allow at most " + std::to_string(most) + " updates."};
  }
  const bool keeps_all = trace_bytes(objective->dimension(), rows) <= room;
  std::unique_ptr<BasicDescent> descent(new BasicDescent(std::move(objective), optimizer, settings, keeps_all));
  auto run = Run<Scalar>::begin(*descent->objective_, *descent->optimizer_, start, settings, descent.get());
  if (!run.ok()) return run.error();
  descent->run_ = std::move(run.value());
  descent->keyframes_.keep(descent->run_->snapshot());
  return descent;
}

template <typename Scalar>
void BasicDescent<Scalar>::visited(const Visit<Scalar>& visit) {
  trace_.record(visit);
  // The start is visited before there is a run to take a snapshot of.
  if (run_ != nullptr && keyframes_.wants(visit.step)) keyframes_.keep(run_->snapshot());
}

template <typename Scalar>
Result<Row> BasicDescent<Scalar>::at(Index step) {
  if (step < 0 || step >= trace_.rows()) return no_row(trace_.rows(), 0);
  const auto row = static_cast<std::size_t>(step);
  Row result{step, trace_.loss()[row], trace_.gradient_norm()[row], trace_.rate()[row], epochs(step), {}, {}};
  if (trace_.dimension() > 0) {
    result.parameters = trace_.parameters_at(step);
    result.gradient = trace_.gradient_at(step);
  } else {
    const Run<Scalar>& there = step == run_->step() ? *run_ : replay_to(step);
    result.parameters = there.parameters().template cast<double>();
    result.gradient = there.gradient().template cast<double>();
  }
  return result;
}

template <typename Scalar>
Result<std::vector<Term>> BasicDescent<Scalar>::explain(Index step, Index coordinate) {
  if constexpr (!std::is_same_v<Scalar, double>) {
    return Error{"precision", "The arithmetic of a run in single precision is not written down.",
                 "Run it in double precision."};
  }
  if (step < 1 || step >= trace_.rows()) return no_row(trace_.rows(), 1);
  if (coordinate < 0 || coordinate >= dimension()) {
    return Error{"coordinate", "There is no parameter of that number.",
                 "Ask for a whole number from 0 to " + std::to_string(dimension() - 1) + "."};
  }
  Ledger ledger;
  replay_to(step - 1).explain(coordinate, ledger);
  return ledger.terms();
}

template <typename Scalar>
Run<Scalar>& BasicDescent<Scalar>::replay_to(Index row) {
  const Snapshot<Scalar>& frame = keyframes_.before(row);
  if (replay_ == nullptr || replay_->step() > row || replay_->step() < frame.step) {
    replay_optimizer_ = frame.optimizer->clone();
    replay_ = Run<Scalar>::resume(*objective_, *replay_optimizer_, settings_, frame);
  }
  replay_->advance(row - replay_->step());
  return *replay_;
}

template class BasicDescent<double>;
template class BasicDescent<float>;

}  // namespace descent
