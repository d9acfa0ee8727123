#include "run/run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace descent {
namespace {

/// The norm of numbers whose squares overflow, which they do long before the numbers themselves.
template <typename Scalar>
Scalar scaled_norm(const Vector<Scalar>& vector) {
  Scalar largest = 0;
  for (const Scalar number : vector) largest = std::max(largest, std::abs(number));
  Scalar squares = 0;
  for (const Scalar number : vector) squares += (number / largest) * (number / largest);
  return largest * std::sqrt(squares);
}

template <typename Scalar>
Scalar euclidean_norm(const Vector<Scalar>& vector) {
  constexpr Index short_vector = 8;  // where setting a vectorised sum up costs more than it gains
  Scalar squares = 0;
  if (vector.size() <= short_vector) {
    for (const Scalar number : vector) squares += number * number;
  } else {
    squares = vector.squaredNorm();
  }
  return std::isfinite(squares) ? std::sqrt(squares) : scaled_norm(vector);
}

/// Why a rule cannot do what it is asked, if it cannot.
std::optional<Error> refusal(const ScheduleInfo& schedule, const OptimizerInfo& optimizer, Index dimension) {
  if (schedule.needs_gradient_step && !optimizer.is_gradient_step) {
    return Error{"schedule.name", "This line search follows the gradient, but the optimizer goes another way.",
                 "Use it with gradient_descent, or choose another schedule."};
  }
  const Index most = optimizer.most_parameters;
  if (most > 0 && dimension > most) {
    return Error{"optimizer.name",
                 "This optimizer takes at most " + std::to_string(most) + " parameters; the objective has " +
                     std::to_string(dimension) + ".",
                 "Choose one that grows more gently, such as lbfgs."};
  }
  return {};
}

Error wrong_size(Index given, Index dimension) {
  return {"start",
          "The start has " + std::to_string(given) + " numbers, but the objective has " + std::to_string(dimension) +
              " parameters.",
          "Give exactly one number per parameter."};
}

Error unusable_start() {
  return {"start", "The loss or its gradient at the start is not finite or beyond the divergence limit.",
          "Start where the loss is finite, or raise divergenceLimit."};
}

}  // namespace

template <typename Scalar>
Run<Scalar>::Run(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer, const RunSettings& settings,
                 Observer<Scalar>* observer)
    : batch_objective_(objective, settings.batch),
      objective_(batch_objective_),
      optimizer_(optimizer),
      settings_(settings),
      schedule_(settings.schedule.make<Scalar>()),
      base_rate_(optimizer.learning_rate()),
      limit_(static_cast<Scalar>(
          std::min(settings.divergence_limit, static_cast<double>(std::numeric_limits<Scalar>::max())))),
      observer_(observer) {}

template <typename Scalar>
Result<std::unique_ptr<Run<Scalar>>> Run<Scalar>::begin(const Objective<Scalar>& objective,
                                                        Optimizer<Scalar>& optimizer, const Vector<Scalar>& start,
                                                        const RunSettings& settings, Observer<Scalar>* observer) {
  const Index dimension = objective.dimension();
  if (start.size() != dimension) return wrong_size(start.size(), dimension);
  auto run = make(objective, optimizer, settings, observer);
  if (run.ok() && !run.value()->restart(start)) return unusable_start();
  return run;
}

template <typename Scalar>
Result<std::unique_ptr<Run<Scalar>>> Run<Scalar>::make(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer,
                                                       const RunSettings& settings, Observer<Scalar>* observer) {
  const Index dimension = objective.dimension();
  std::unique_ptr<Run> run(new Run(objective, optimizer, settings, observer));
  if (auto why = refusal(run->schedule_->info(), optimizer.info(), dimension)) return std::move(*why);
  run->next_.setZero(dimension);
  run->next_gradient_.setZero(dimension);
  run->gradient_.setZero(dimension);
  run->parameters_.setZero(dimension);
  return run;
}

template <typename Scalar>
bool Run<Scalar>::restart(const Vector<Scalar>& start) {
  step_ = 0;
  next_ = start;
  objective_.count_from({});
  evaluate(0);
  if (!within_bounds()) {
    reason_ = StopReason::diverged;
    // Nor does it stand where the run before it ended.
    loss_ = gradient_norm_ = std::numeric_limits<Scalar>::quiet_NaN();
    parameters_.setConstant(loss_);
    gradient_.setConstant(loss_);
    return false;
  }
  reason_ = StopReason::running;
  optimizer_.reset(start.size());
  arrive();
  return true;
}

template <typename Scalar>
std::unique_ptr<Run<Scalar>> Run<Scalar>::resume(const Objective<Scalar>& objective, Optimizer<Scalar>& optimizer,
                                                 const RunSettings& settings, const Snapshot<Scalar>& from) {
  std::unique_ptr<Run> run(new Run(objective, optimizer, settings, nullptr));
  run->step_ = from.step;
  run->next_ = from.parameters;
  run->next_gradient_.setZero(from.parameters.size());
  run->gradient_ = run->next_gradient_;
  run->parameters_ = run->next_gradient_;
  run->evaluate(from.step);
  run->settle();
  run->objective_.count_from(from.evaluations);
  run->scheduled_rate_ = from.scheduled_rate;
  run->rate_ = from.rate;
  return run;
}

template <typename Scalar>
Snapshot<Scalar> Run<Scalar>::snapshot() const {
  return {step_, scheduled_rate_, rate_, objective_.evaluations(), parameters_, optimizer_.clone()};
}

template <typename Scalar>
void Run<Scalar>::advance(Index steps) {
  for (Index made = 0; made < steps && reason_ == StopReason::running; ++made) {
    if (!update()) return;
    ++step_;
    arrive();
  }
}

/// Computes the next point; false, with the reason set, when there is none.
template <typename Scalar>
bool Run<Scalar>::update() {
  optimizer_.step(here(rate_), next_);
  // One batch that has nothing to say does not end a run: the next may have.
  if (batches().whole() && std::equal(next_.begin(), next_.end(), parameters_.begin())) {
    reason_ = StopReason::stalled;
    return false;
  }
  evaluate(step_ + 1);
  if (!within_bounds()) {
    reason_ = StopReason::diverged;
    return false;
  }
  return true;
}

template <typename Scalar>
void Run<Scalar>::evaluate(Index step) {
  batch_objective_.select(step);
  next_loss_ = objective_.value_and_gradient(next_, next_gradient_);
  next_norm_ = euclidean_norm(next_gradient_);
}

template <typename Scalar>
bool Run<Scalar>::within_bounds() const {
  // Comparisons are written so that NaN fails them.
  if (!(std::abs(next_loss_) <= limit_) || !std::isfinite(next_norm_)) return false;
  // No early way out: it would keep the loop from being vectorised, and most points are within bounds.
  unsigned beyond = 0;
  for (Index i = 0; i < next_.size(); ++i) beyond |= static_cast<unsigned>(!(std::abs(next_[i]) <= limit_));
  return beyond == 0;
}

/// Makes the point under trial the current one.
template <typename Scalar>
void Run<Scalar>::settle() {
  parameters_.swap(next_);
  gradient_.swap(next_gradient_);
  loss_ = next_loss_;
  gradient_norm_ = next_norm_;
  // A batch's gradient says nothing about the whole loss's.
  if (batches().whole() && static_cast<double>(gradient_norm_) <= settings_.tolerance) {
    reason_ = StopReason::converged;
  } else if (step_ >= settings_.step_limit) {
    reason_ = StopReason::step_limit;
  }
}

/// Settles, gets ready for the next update, and tells the observer.
template <typename Scalar>
void Run<Scalar>::arrive() {
  settle();
  // Counted before a line search looks ahead: what it finds belongs to the next row.
  const Evaluations spent = objective_.evaluations();
  const bool constant = settings_.schedule.entry == nullptr;  // the usual case, which need not be asked about
  scheduled_rate_ = constant ? static_cast<Scalar>(base_rate_) : schedule_->rate(here(0), base_rate_);
  rate_ = optimizer_.prepare(here(scheduled_rate_));
  if (observer_ != nullptr) {
    observer_->visited({step_, loss_, gradient_norm_, rate_, spent, parameters_, gradient_});
  }
}

template class Run<double>;
template class Run<float>;

}  // namespace descent
