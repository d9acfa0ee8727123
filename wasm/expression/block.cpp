#include <algorithm>
#include <memory>

#include "expression/kernels.hpp"
#include "expression/tape.hpp"

namespace descent::expression {
namespace {

/// Every `from_stride`-th number to every `to_stride`-th place.
void copy(const double* from, std::size_t from_stride, double* to, std::size_t to_stride, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i * to_stride] = from[i * from_stride];
}

/// `lanes` numbers for each slot, and for each step its derivatives by its operands.
class Block {
 public:
  Block(const Tape& tape, std::size_t slots)
      : tape_(tape), dimension_(static_cast<std::size_t>(tape.dimension())), first_(slots - tape.steps().size()) {
    const std::size_t steps = tape.steps().size();
    // Left as they are: every number is written before it is read.
    numbers_.reset(new double[(2 * slots + 2 * steps + 1) * lanes]);
    values_ = numbers_.get();
    adjoints_ = values_ + slots * lanes;
    by_first_ = adjoints_ + slots * lanes;
    by_second_ = by_first_ + steps * lanes;
    minus_ones_ = by_second_ + steps * lanes;
    double* row = value(dimension_);
    for (const double number : tape.numbers()) {
      std::fill_n(row, lanes, number);
      row += lanes;
    }
    // Nothing adds to the adjoint of a step that is the result: written once, it stays.
    ones_ = adjoint(slots - 1);
    std::fill_n(ones_, lanes, 1.0);
    std::fill_n(minus_ones_, lanes, -1.0);
  }

  /// Loads up to `lanes` points; a shorter rest is filled up with its last one.
  void load(const double* points, std::size_t count) {
    for (std::size_t k = 0; k < dimension_; ++k) {
      double* lane = value(k);
      copy(points + k, dimension_, lane, 1, count);
      std::fill(lane + count, lane + lanes, lane[count - 1]);
    }
  }

  void forwards(int order) {
    LaneStep to = {nullptr, nullptr, 0, value(first_), by_first_, by_second_};
    for (const Step& step : tape_.steps()) {
      to.a = value(step.first);
      to.b = value(step.second);
      to.constant = step.constant;
      const LaneKernel kernel = lane_kernel(step.operation);
      if (kernel == nullptr || !kernel(to)) one_by_one(step.operation, to, order);
      to.value += lanes;
      to.by_a += lanes;
      to.by_b += lanes;
    }
  }

  void backwards() {
    std::fill_n(adjoints_, dimension_ * lanes, 0.0);
    for (std::size_t k = tape_.steps().size(); k-- > 0;) {
      const Step& step = tape_.steps()[k];
      const double* from = adjoint(first_ + k);
      if (step.first_depends != 0) back_lanes(from, by_first(k), adjoint(step.first), step.first_adds);
      if (step.second_depends != 0) back_lanes(from, by_second(k), adjoint(step.second), step.second_adds);
    }
  }

  double* value(std::size_t slot) { return values_ + slot * lanes; }
  double* adjoint(std::size_t slot) { return adjoints_ + slot * lanes; }

 private:
  /// The derivatives of a step by its first operand, and by its second.
  const double* by_first(std::size_t k) {
    const Step& step = tape_.steps()[k];
    if (keeps_slopes(step.operation)) return by_first_ + k * lanes;
    if (step.operation == Operation::multiply) return value(step.second);
    return step.operation == Operation::negate ? minus_ones_ : ones_;
  }
  const double* by_second(std::size_t k) {
    const Step& step = tape_.steps()[k];
    if (keeps_slopes(step.operation)) return by_second_ + k * lanes;
    if (step.operation == Operation::multiply) return value(step.first);
    return step.operation == Operation::subtract ? minus_ones_ : ones_;
  }

  const Tape& tape_;
  std::size_t dimension_;
  std::size_t first_;                  ///< slot of the first step
  std::unique_ptr<double[]> numbers_;  // NOLINT(*-avoid-c-arrays)
  double* values_;
  double* adjoints_;
  double* by_first_;
  double* by_second_;
  double* ones_;
  double* minus_ones_;
};

/// Fewer points than this are computed one by one: a block takes as long however few of its lanes are used.
constexpr std::size_t fewest_for_block = 6;

}  // namespace

void Tape::values(const double* points, std::size_t count, double* values) const {
  values_and_gradients(points, count, values, nullptr);
}

void Tape::values_and_gradients(const double* points, std::size_t count, double* values, double* gradients) const {
  const auto n = static_cast<std::size_t>(dimension_);
  if (count < fewest_for_block || steps_.empty()) {
    for (std::size_t i = 0; i < count; ++i) {
      const double* at = points + i * n;
      values[i] = gradients == nullptr ? value(at) : value_and_gradient(at, gradients + i * n);
    }
    return;
  }
  Block block(*this, slots());
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t here = std::min<std::size_t>(lanes, count - done);
    block.load(points + done * n, here);
    block.forwards(gradients == nullptr ? 0 : 1);
    copy(block.value(result_), 1, values + done, 1, here);
    if (gradients == nullptr) continue;
    block.backwards();
    for (std::size_t k = 0; k < n; ++k) copy(block.adjoint(k), 1, gradients + done * n + k, n, here);
  }
}

}  // namespace descent::expression
