#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "expression/tree.hpp"

namespace descent::expression {

/// Most slots a tape may have; one character of a formula makes one at most.
inline constexpr std::size_t max_slots = 1024;

/// One operation of a tape. Its operands are slots, its own slot is the next free one.
struct Step {
  Operation operation;
  std::uint8_t first_depends = 0;   ///< the variables its first operand depends on: bit 0, bit 1
  std::uint8_t second_depends = 0;  ///< the same of its second
  /// Whether a later step has passed a derivative to the same operand already, so that this one adds to
  /// it instead of replacing whatever is there.
  bool first_adds = false;
  bool second_adds = false;
  std::uint16_t first = 0;
  std::uint16_t second = 0;
  double constant = 0;  ///< exponent of a constant power
};

/// A formula made ready to be computed many times: a flat list of operations in which nothing is
/// computed twice and what never varies is a number already. Slots hold the variables first, then
/// the numbers, then one result per step; the last one is the formula's value.
///
/// Outside its domain a formula has the value NaN.
class Tape {
 public:
  /// Refuses (field `formula`) a part that never varies and is no finite number, such as `1/0`, and a tape
  /// that would need more than `max_slots`.
  static Result<Tape> compile(const Tree& tree);

  /// One or two.
  int dimension() const { return dimension_; }

  double value(const double* at) const;

  /// Also writes the gradient (dimension numbers): derivatives are accumulated backwards over the tape.
  double value_and_gradient(const double* at, double* gradient) const;

  /// Writes the Hessian (dimension x dimension): derivatives of second order are carried forwards.
  void hessian(const double* at, double* hessian) const;

  /// Values at `count` points of `dimension` numbers each.
  void values(const double* points, std::size_t count, double* values) const;

  /// Values and gradients (dimension numbers each; none for nullptr) at `count` points.
  void values_and_gradients(const double* points, std::size_t count, double* values, double* gradients) const;

  const std::vector<Step>& steps() const { return steps_; }
  const std::vector<double>& numbers() const { return numbers_; }

 private:
  friend class Compiler;
  std::size_t slots() const { return static_cast<std::size_t>(dimension_) + numbers_.size() + steps_.size(); }
  /// Puts variables and numbers into their slots; answers the first slot of a step.
  std::size_t begin(const double* at, double* values) const;

  int dimension_ = 1;
  std::vector<double> numbers_;
  std::vector<Step> steps_;
  std::size_t result_ = 0;  ///< slot of the formula's value
};

}  // namespace descent::expression
