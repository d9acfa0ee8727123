#include <algorithm>
#include <array>

#include "expression/compute.hpp"
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

/// Which of two jets is the larger where x is a little larger, or where x does not matter, y: 1 for `a`, -1
/// for `b`, 0 where that is left open.
int larger_beyond(const Jet& a, const Jet& b) {
  const std::array<double, 4> differences = {a.slope[0] - b.slope[0], a.bend[0] - b.bend[0], a.slope[1] - b.slope[1],
                                             a.bend[2] - b.bend[2]};
  for (const double difference : differences) {
    if (difference > 0) return 1;
    if (difference < 0) return -1;
  }
  return 0;
}

/// The slopes of one side of a kink, so that curvature is that of a piece and not of the corner.
void choose_side(Local& local, Operation operation, double left, double right, const Jet& a, const Jet& b) {
  const bool of_two = operation == Operation::max || operation == Operation::min;
  const bool of_one = operation == Operation::abs || operation == Operation::relu;
  if (of_one ? left != 0 : !of_two || left != right) return;
  const int side = larger_beyond(a, of_two ? b : Jet{});
  if (operation == Operation::abs) local.a = side;
  if (operation == Operation::relu) local.a = side > 0 ? 1 : 0;
  if (!of_two || side == 0) return;
  local.a = (side > 0) == (operation == Operation::max) ? 1 : 0;
  local.b = 1 - local.a;
}

/// A slope times what bends within it; an infinite slope bends nothing that is straight.
double carried(double slope, double bend) { return bend == 0 ? 0 : slope * bend; }

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
      if (in_a(i) && in_a(j)) bend += carried(local.a, a.bend[i + j]) + local.aa * a.slope[i] * a.slope[j];
      if (in_b(i) && in_b(j)) bend += carried(local.b, b.bend[i + j]) + local.bb * b.slope[i] * b.slope[j];
      if (in_a(i) && in_b(j)) bend += local.ab * a.slope[i] * b.slope[j];
      if (in_a(j) && in_b(i)) bend += local.ab * a.slope[j] * b.slope[i];
    }
  }
  return result;
}

}  // namespace

std::size_t Tape::begin(const double* at, double* values) const {
  std::copy(numbers_.begin(), numbers_.end(), std::copy_n(at, dimension_, values));
  return slots() - steps_.size();
}

double Tape::value(const double* at) const {
  Slots values;
  std::size_t slot = begin(at, values.data());
  for (const Step& step : steps_) {
    values[slot++] = compute(step.operation, values[step.first], values[step.second], step.constant, 0).value;
  }
  return values[result_];
}

double Tape::value_and_gradient(const double* at, double* gradient) const {
  Slots values;
  Slots by_first;
  Slots by_second;
  Slots adjoints;
  const std::size_t first = begin(at, values.data());
  for (std::size_t k = 0; k < steps_.size(); ++k) {
    const Step& step = steps_[k];
    const Local local = compute(step.operation, values[step.first], values[step.second], step.constant, 1);
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
  for (std::size_t i = 0; i < static_cast<std::size_t>(dimension_); ++i) jets[i].slope[i] = 1;
  std::size_t slot = begin(at, values.data());
  for (const Step& step : steps_) {
    const double left = values[step.first];
    const double right = values[step.second];
    Local local = compute(step.operation, left, right, step.constant, 2);
    choose_side(local, step.operation, left, right, jets[step.first], jets[step.second]);
    values[slot] = local.value;
    jets[slot++] = chain(local, step, jets[step.first], jets[step.second]);
  }
  const std::array<double, 3>& bend = jets[result_].bend;
  hessian[0] = bend[0];
  if (dimension_ == 1) return;
  hessian[1] = hessian[2] = bend[1];
  hessian[3] = bend[2];
}

}  // namespace descent::expression
