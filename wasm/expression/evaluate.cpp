#include <algorithm>
#include <array>
#include <memory>

#include "expression/kernels.hpp"
#include "expression/tape.hpp"

namespace descent::expression {
namespace {

/// One number for each slot of a tape.
using Slots = std::array<double, max_slots>;

/// Puts the numbers of a tape into their slots; answers the first slot of a step.
template <typename Put>
std::size_t place_numbers(const std::vector<double>& numbers, int dimension, Put&& put) {
  auto slot = static_cast<std::size_t>(dimension);
  for (const double number : numbers) put(slot++, number);
  return slot;
}

/// First and second derivatives of one slot by the two variables.
struct Jet {
  std::array<double, 2> slope{};
  std::array<double, 3> bend{};  ///< by xx, xy, yy
};

/// The chain rule of second order. What does not depend on a variable is left out rather than
/// multiplied by zero: a slope may be infinite there.
Jet chain(const Local& local, const Step& step, const Jet& a, const Jet& b) {
  Jet result;
  const auto in_a = [&](std::size_t i) { return (step.first_depends >> i & 1U) != 0; };
  const auto in_b = [&](std::size_t i) { return (step.second_depends >> i & 1U) != 0; };
  for (std::size_t i = 0; i < 2; ++i) {
    if (in_a(i)) result.slope[i] += local.a * a.slope[i];
    if (in_b(i)) result.slope[i] += local.b * b.slope[i];
    for (std::size_t j = i; j < 2; ++j) {
      double& bend = result.bend[i + j];
      if (in_a(i) && in_a(j)) bend += local.a * a.bend[i + j] + local.aa * a.slope[i] * a.slope[j];
      if (in_b(i) && in_b(j)) bend += local.b * b.bend[i + j] + local.bb * b.slope[i] * b.slope[j];
      if (in_a(i) && in_b(j)) bend += local.ab * a.slope[i] * b.slope[j];
      if (in_a(j) && in_b(i)) bend += local.ab * a.slope[j] * b.slope[i];
    }
  }
  return result;
}

/// `lanes` numbers for each slot, and for each step its derivatives by its operands.
class Block {
 public:
  Block(const Tape& tape, std::size_t slots, bool with_gradient) : tape_(tape) {
    const std::size_t steps = with_gradient ? tape.steps().size() : 0;
    const std::size_t adjoints = with_gradient ? slots : 0;
    // Left as they are: every number is written before it is read.
    numbers_.reset(new double[(slots + adjoints + 2 * steps) * lanes]);
    values_ = numbers_.get();
    adjoints_ = values_ + slots * lanes;
    by_first_ = adjoints_ + adjoints * lanes;
    by_second_ = by_first_ + steps * lanes;
    first_ = place_numbers(tape.numbers(), tape.dimension(),
                           [&](std::size_t slot, double number) { std::fill_n(value(slot), lanes, number); });
    // Nothing adds to the adjoint of a step that is the result: written once, it stays.
    if (with_gradient) std::fill_n(adjoint(slots - 1), lanes, 1.0);
  }

  /// Loads up to `lanes` points; a shorter rest is filled up with its last one.
  void load(const double* points, std::size_t count) {
    const auto n = static_cast<std::size_t>(tape_.dimension());
    for (std::size_t k = 0; k < n; ++k) {
      double* lane = value(k);
      if (n == 1) {
        for (std::size_t i = 0; i < count; ++i) lane[i] = points[i];
      } else {
        for (std::size_t i = 0; i < count; ++i) lane[i] = points[i * 2 + k];
      }
      std::fill(lane + count, lane + lanes, lane[count - 1]);
    }
  }

  template <int order>
  void forwards() {
    double* to = value(first_);
    double* by_first = by_first_;
    double* by_second = by_second_;
    for (const Step& step : tape_.steps()) {
      lane_kernel<order>(step.operation)(value(step.first), value(step.second), step.constant, to, by_first, by_second);
      to += lanes;
      if (order > 0) {
        by_first += lanes;
        by_second += lanes;
      }
    }
  }

  void backwards() {
    std::fill_n(adjoints_, static_cast<std::size_t>(tape_.dimension()) * lanes, 0.0);
    for (std::size_t k = tape_.steps().size(); k-- > 0;) {
      const Step& step = tape_.steps()[k];
      const double* from = adjoint(first_ + k);
      const double* a = value(step.first);
      const double* b = value(step.second);
      if (step.first_depends != 0) {
        const double* kept = by_first_ + k * lanes;
        back_kernel<false>(step.operation)(from, a, b, kept, adjoint(step.first), step.first_adds);
      }
      if (step.second_depends != 0) {
        const double* kept = by_second_ + k * lanes;
        back_kernel<true>(step.operation)(from, a, b, kept, adjoint(step.second), step.second_adds);
      }
    }
  }

  double* value(std::size_t slot) { return values_ + slot * lanes; }
  double* adjoint(std::size_t slot) { return adjoints_ + slot * lanes; }

 private:
  const Tape& tape_;
  std::unique_ptr<double[]> numbers_;  // NOLINT(*-avoid-c-arrays)
  double* values_;
  double* adjoints_;
  double* by_first_;
  double* by_second_;
  std::size_t first_ = 0;  // slot of the first step
};

/// Fewer points than this are computed one by one: a block takes as long however few of its lanes are used.
constexpr std::size_t fewest_for_block = 6;

}  // namespace

double Tape::value(const double* at) const {
  Slots values;
  std::copy_n(at, dimension_, values.begin());
  std::size_t slot = place_numbers(numbers_, dimension_, [&](std::size_t i, double number) { values[i] = number; });
  for (const Step& step : steps_) {
    values[slot++] = point_kernel<0>(step.operation)(values[step.first], values[step.second], step.constant).value;
  }
  return values[result_];
}

double Tape::value_and_gradient(const double* at, double* gradient) const {
  Slots values;
  Slots by_first;
  Slots by_second;
  Slots adjoints;
  std::copy_n(at, dimension_, values.begin());
  const std::size_t first =
      place_numbers(numbers_, dimension_, [&](std::size_t i, double number) { values[i] = number; });
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    const Step& step = steps_[k];
    const Local local = point_kernel<1>(step.operation)(values[step.first], values[step.second], step.constant);
    values[first + k] = local.value;
    by_first[k] = local.a;
    by_second[k] = local.b;
  }
  std::fill_n(adjoints.begin(), dimension_, 0.0);
  adjoints[result_] = 1;
  const auto pass = [&](double change, std::size_t to, bool adds) {
    adjoints[to] = adds ? adjoints[to] + change : change;
  };
  for (std::size_t k = steps_.size(); k-- > 0;) {
    const Step& step = steps_[k];
    const double adjoint = adjoints[first + k];
    if (step.first_depends != 0) pass(adjoint * by_first[k], step.first, step.first_adds);
    if (step.second_depends != 0) pass(adjoint * by_second[k], step.second, step.second_adds);
  }
  std::copy_n(adjoints.begin(), dimension_, gradient);
  return values[result_];
}

void Tape::hessian(const double* at, double* hessian) const {
  std::vector<double> values(slots());
  std::vector<Jet> jets(slots());
  for (std::size_t i = 0; i < static_cast<std::size_t>(dimension_); ++i) {
    values[i] = at[i];
    jets[i].slope[i] = 1;
  }
  std::size_t slot = place_numbers(numbers_, dimension_, [&](std::size_t i, double number) { values[i] = number; });
  for (const Step& step : steps_) {
    const Local local = point_kernel<2>(step.operation)(values[step.first], values[step.second], step.constant);
    values[slot] = local.value;
    jets[slot++] = chain(local, step, jets[step.first], jets[step.second]);
  }
  const std::array<double, 3>& bend = jets[result_].bend;
  hessian[0] = bend[0];
  if (dimension_ == 1) return;
  hessian[1] = hessian[2] = bend[1];
  hessian[3] = bend[2];
}

void Tape::values(const double* points, std::size_t count, double* values) const {
  const auto n = static_cast<std::size_t>(dimension_);
  if (count < fewest_for_block || steps_.empty()) {
    for (std::size_t i = 0; i < count; ++i) values[i] = value(points + i * n);
    return;
  }
  Block block(*this, slots(), false);
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t here = std::min<std::size_t>(lanes, count - done);
    block.load(points + done * n, here);
    block.forwards<0>();
    const double* result = block.value(result_);
    for (std::size_t i = 0; i < here; ++i) values[done + i] = result[i];
  }
}

void Tape::values_and_gradients(const double* points, std::size_t count, double* values, double* gradients) const {
  const auto n = static_cast<std::size_t>(dimension_);
  if (count < fewest_for_block || steps_.empty()) {
    for (std::size_t i = 0; i < count; ++i) values[i] = value_and_gradient(points + i * n, gradients + i * n);
    return;
  }
  Block block(*this, slots(), true);
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t here = std::min<std::size_t>(lanes, count - done);
    block.load(points + done * n, here);
    block.forwards<1>();
    block.backwards();
    const double* result = block.value(result_);
    for (std::size_t i = 0; i < here; ++i) values[done + i] = result[i];
    for (std::size_t k = 0; k < n; ++k) {
      const double* adjoint = block.adjoint(k);
      double* to = gradients + done * n + k;
      if (n == 1) {
        for (std::size_t i = 0; i < here; ++i) to[i] = adjoint[i];
      } else {
        for (std::size_t i = 0; i < here; ++i) to[2 * i] = adjoint[i];
      }
    }
  }
}

}  // namespace descent::expression
