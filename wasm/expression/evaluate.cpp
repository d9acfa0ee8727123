#include <algorithm>
#include <array>

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
  Block(const Tape& tape, std::size_t slots, bool with_gradient)
      : values_(slots * lanes), adjoints_(with_gradient ? slots * lanes : 0) {
    const std::size_t steps = with_gradient ? tape.steps().size() : 0;
    by_first_.resize(steps * lanes);
    by_second_.resize(steps * lanes);
    first_ = place_numbers(tape.numbers(), tape.dimension(),
                           [&](std::size_t slot, double number) { std::fill_n(value(slot), lanes, number); });
  }

  /// Loads up to `lanes` points; a shorter rest is filled up with its last one.
  void load(const double* points, std::size_t count, int dimension) {
    const auto n = static_cast<std::size_t>(dimension);
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = 0; i < lanes; ++i) value(k)[i] = points[std::min(i, count - 1) * n + k];
    }
  }

  template <int order>
  void forwards(const Tape& tape) {
    std::size_t slot = first_;
    for (const Step& step : tape.steps()) {
      const std::size_t partial = order > 0 ? (slot - first_) * lanes : 0;
      lane_kernel<order>(step.operation)(value(step.first), value(step.second), step.constant, value(slot),
                                         by_first_.data() + partial, by_second_.data() + partial);
      ++slot;
    }
  }

  void backwards(const Tape& tape, std::size_t result) {
    std::fill(adjoints_.begin(), adjoints_.end(), 0.0);
    std::fill_n(adjoint(result), lanes, 1.0);
    for (std::size_t k = tape.steps().size(); k-- > 0;) {
      const Step& step = tape.steps()[k];
      const double* from = adjoint(first_ + k);
      if (step.first_depends != 0) pass(from, by_first_.data() + k * lanes, adjoint(step.first));
      if (step.second_depends != 0) pass(from, by_second_.data() + k * lanes, adjoint(step.second));
    }
  }

  double* value(std::size_t slot) { return values_.data() + slot * lanes; }
  double* adjoint(std::size_t slot) { return adjoints_.data() + slot * lanes; }

 private:
  static void pass(const double* from, const double* factor, double* __restrict to) {
    for (int i = 0; i < lanes; ++i) to[i] += from[i] * factor[i];
  }

  std::vector<double> values_;
  std::vector<double> adjoints_;
  std::vector<double> by_first_;
  std::vector<double> by_second_;
  std::size_t first_ = 0;  // slot of the first step
};

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
  std::fill_n(adjoints.begin(), slots(), 0.0);
  adjoints[result_] = 1;
  for (std::size_t k = steps_.size(); k-- > 0;) {
    const Step& step = steps_[k];
    const double adjoint = adjoints[first + k];
    if (step.first_depends != 0) adjoints[step.first] += adjoint * by_first[k];
    if (step.second_depends != 0) adjoints[step.second] += adjoint * by_second[k];
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
  Block block(*this, slots(), false);
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t here = std::min<std::size_t>(lanes, count - done);
    block.load(points + done * static_cast<std::size_t>(dimension_), here, dimension_);
    block.forwards<0>(*this);
    std::copy_n(block.value(result_), here, values + done);
  }
}

void Tape::values_and_gradients(const double* points, std::size_t count, double* values, double* gradients) const {
  const auto n = static_cast<std::size_t>(dimension_);
  Block block(*this, slots(), true);
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t here = std::min<std::size_t>(lanes, count - done);
    block.load(points + done * n, here, dimension_);
    block.forwards<1>(*this);
    block.backwards(*this, result_);
    std::copy_n(block.value(result_), here, values + done);
    for (std::size_t i = 0; i < here; ++i) {
      for (std::size_t k = 0; k < n; ++k) gradients[(done + i) * n + k] = block.adjoint(k)[i];
    }
  }
}

}  // namespace descent::expression
