#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace descent::expression {

/// What a node of a formula does.
enum class Operation : std::uint8_t {
  // Leaves.
  number,
  variable,
  pi,
  e,
  // Written with signs.
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  // Written as functions of one value.
  abs,
  acos,
  asin,
  atan,
  cos,
  cosh,
  exp,
  gauss,
  log,
  log10,
  log2,
  relu,
  sigmoid,
  sign,
  sin,
  sinh,
  softplus,
  sqrt,
  step,
  tan,
  tanh,
  // Written as functions of two values.
  atan2,
  max,
  min,
  // Powers with a constant exponent; only a tape knows them.
  square,
  integer_power,
  constant_power,
};

inline constexpr std::size_t operation_count = static_cast<std::size_t>(Operation::constant_power) + 1;

/// An operation, described as data.
struct OperationInfo {
  const char* name;  ///< as it is typed; for a sign, the sign
  const char* tex;
  int arity;  ///< how many values it takes: 0, 1 or 2
  /// Its derivatives with respect to its first and second value, as formulas in `x` and `y`, which
  /// stand for these values.
  const char* slopes[2];  // NOLINT(*-avoid-c-arrays)
};

const OperationInfo& info_of(Operation operation);

/// Whether it is typed as a name with parentheses.
constexpr bool is_function(Operation operation) { return operation >= Operation::abs && operation <= Operation::min; }

/// Whether it takes two values.
constexpr bool is_binary(Operation operation) {
  return (operation >= Operation::add && operation <= Operation::power) ||
         (operation >= Operation::atan2 && operation <= Operation::min);
}

/// Whether more than two values may be given, as in `max(a, b, c)`.
constexpr bool takes_many(Operation operation) { return operation == Operation::max || operation == Operation::min; }

/// A name of the language.
struct Name {
  enum class Kind { unknown, variable, constant, function };
  Kind kind = Kind::unknown;
  Operation operation = Operation::variable;
  int variable = -1;  ///< place among `variable_names`
};

/// Every name a variable may have. A formula keeps to one family: x and y, or w, or w1 and w2.
inline constexpr const char* variable_names[] = {"x", "y", "w", "w1", "w2"};

Name find_name(std::string_view word);

/// Every name there is, aliases included.
std::vector<std::string> all_names();

}  // namespace descent::expression
