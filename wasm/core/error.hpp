#pragma once

#include <optional>
#include <string>
#include <utility>

namespace descent {

/// Why a request was refused. Errors are values: nothing in the engine throws.
struct Error {
  std::string field;    ///< dotted path of the offending option, e.g. `optimizer.learningRate`
  std::string message;  ///< what is wrong, a sentence for a reader
  std::string remedy;   ///< what would be right, a sentence for a reader
  int position = -1;    ///< 0-based character offset in a text, -1 where it has no meaning
  int row = -1;         ///< 1-based row of a table, -1 where it has no meaning
};

/// Either a value or the reason why there is none. Ask `ok()` before `value()`.
template <typename Value>
class [[nodiscard]] Result {
 public:
  Result(Value value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return value_.has_value(); }
  Value& value() { return *value_; }
  const Value& value() const { return *value_; }
  const Error& error() const { return error_; }

 private:
  std::optional<Value> value_;
  Error error_;
};

}  // namespace descent
