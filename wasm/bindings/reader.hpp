#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/eigen.hpp"
#include "core/error.hpp"
#include "core/parameter.hpp"

namespace descent::bindings {

/// Reads one plain options object. The first thing that is wrong is kept in `error()`; from then on
/// every answer is the default, so that a caller asks for all it needs and checks once.
///
/// The objects are snapshots made by web/engine/snapshot.ts: no getters, no prototypes, and every
/// list of numbers already a Float64Array, or of bytes a Uint8Array. So nothing here can run a caller's code or throw.
class Reader {
 public:
  /// `path` is the dotted name of the object itself, empty for the outermost.
  Reader(emscripten::val object, std::string path);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool ok() const { return !error_.has_value(); }
  const Error& error() const { return *error_; }

  /// Whether the option is given (and not undefined).
  bool has(const char* name) const;
  emscripten::val get(const char* name) const;
  std::string path_of(const std::string& name) const;

  /// Refuses any option that is not among `names`.
  void allow_only(std::initializer_list<std::string_view> names);
  void allow_only(std::span<const std::string_view> names);

  double number(const char* name, double standard, double min, double max);
  /// As `number`; also takes true and false for 1 and 0.
  double flag(const char* name, double standard);
  Index whole(const char* name, Index standard, Index min, Index max);
  std::string text(const char* name, const char* standard);
  /// One of `choices`, the first of them being the default; answers its place among them.
  std::size_t choice(const char* name, std::initializer_list<std::string_view> choices);
  /// Finite numbers; an empty list when the option is not given.
  std::vector<double> numbers(const char* name);

  void refuse(const char* name, std::string message, std::string remedy);

 private:
  emscripten::val object_;
  std::string path_;
  std::optional<Error> error_;
};

/// Finite numbers out of a snapshot's list; `field` is named when it is none.
Result<std::vector<double>> read_numbers(const emscripten::val& list, const std::string& field);

/// Why a snapshot's value is no list of bytes, if it is none.
std::optional<Error> no_bytes(const emscripten::val& list, const std::string& field);

/// Bytes out of a snapshot's list.
Result<std::vector<std::uint8_t>> read_bytes(const emscripten::val& list, const std::string& field);

/// `read_numbers`, which must give exactly `count`.
Result<Vector<double>> read_point(const emscripten::val& list, const std::string& field, Index count);

/// A whole number within [min, max].
Result<Index> read_whole(const emscripten::val& number, const std::string& field, Index min, Index max);

/// A value for a described parameter, within its range.
double read_parameter(Reader& reader, const Parameter& parameter);

/// Values for described parameters, each checked against its range; allows them and `others` only.
std::vector<double> read_parameters(Reader& reader, const List<Parameter>& parameters,
                                    std::vector<std::string_view> others);

/// "`word` is not ...": names the nearest of `known`, or all of them.
std::string suggestion(const std::string& word, std::span<const std::string_view> known);

/// The names in a registry, or in a list of descriptions.
template <typename Entry>
std::vector<std::string_view> names_of(const List<Entry>& entries) {
  std::vector<std::string_view> names;
  for (const Entry& entry : entries) {
    if constexpr (requires { entry.info; }) {
      names.emplace_back(entry.info->name);
    } else {
      names.emplace_back(entry.name);
    }
  }
  return names;
}

}  // namespace descent::bindings
