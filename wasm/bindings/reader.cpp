#include "bindings/reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/text.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// A snapshot knows nothing else that would not be one.
bool is_object(const val& value) {
  return !value.isUndefined() && !value.isNull() && !value.isTrue() && !value.isFalse() && !value.isNumber() &&
         !value.isString();
}

// What a kind is, is looked up once: a look-up goes through JavaScript, by name.
bool is_bytes(const val& value) {
  static const val kind = val::global("Uint8Array");
  return is_object(value) && value.instanceof (kind);
}
bool is_numbers(const val& value) {
  static const val kind = val::global("Float64Array");
  return is_object(value) && (value.instanceof (kind) || is_bytes(value));
}

std::string range(double min, double max) { return "Give a number from " + text_of(min) + " to " + text_of(max) + "."; }

}  // namespace

Reader::Reader(val object, std::string path) : object_(std::move(object)), path_(std::move(path)) {
  if (is_object(object_) && !is_numbers(object_)) return;
  object_ = val::object();
  error_ = Error{path_.empty() ? "options" : path_, "This is not an object with options.",
                 "Give a plain object, for example { name: ... }."};
}

Reader::~Reader() = default;

bool Reader::has(const char* name) const { return !get(name).isUndefined(); }

val Reader::get(const char* name) const { return object_[name]; }

std::string Reader::path_of(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

void Reader::refuse(const char* name, std::string message, std::string remedy) {
  if (error_) return;
  error_ = Error{path_of(name), std::move(message), std::move(remedy)};
}

void Reader::allow_only(std::initializer_list<std::string_view> names) {
  allow_only(std::span<const std::string_view>(names.begin(), names.size()));
}

void Reader::allow_only(std::span<const std::string_view> names) {
  static const val object = val::global("Object");
  const val keys = object.call<val>("keys", object_);
  const auto count = keys["length"].as<unsigned>();
  for (unsigned i = 0; i < count && ok(); ++i) {
    const val given = keys[i];
    const auto key = given.as<std::string>();
    const bool known = std::find(names.begin(), names.end(), key) != names.end();
    if (known || object_[given].isUndefined()) continue;
    error_ = Error{path_of(key), "There is no option of this name.", suggestion(key, names)};
  }
}

double Reader::number(const char* name, double standard, double min, double max) {
  if (!ok()) return standard;
  const val given = get(name);
  if (given.isUndefined()) return standard;
  if (!given.isNumber()) {
    refuse(name, "This is not a number.", range(min, max));
    return standard;
  }
  const auto value = given.as<double>();
  if (value >= min && value <= max) return value;
  refuse(name, "The number " + text_of(value) + " is out of range.", range(min, max));
  return standard;
}

double Reader::flag(const char* name, double standard) {
  if (!ok()) return standard;
  const val given = get(name);
  if (given.isUndefined()) return standard;
  if (given.isTrue()) return 1;
  if (given.isFalse()) return 0;
  if (given.isNumber() && (given.as<double>() == 0 || given.as<double>() == 1)) return given.as<double>();
  refuse(name, "This is neither true nor false.", "Give true or false.");
  return standard;
}

Index Reader::whole(const char* name, Index standard, Index min, Index max) {
  if (!ok()) return standard;
  const val given = get(name);
  if (given.isUndefined()) return standard;
  auto result = read_whole(given, path_of(name), min, max);
  if (result.ok()) return result.value();
  error_ = result.error();
  return standard;
}

std::string Reader::text(const char* name, const char* standard) {
  if (!ok()) return standard;
  const val given = get(name);
  if (given.isUndefined()) return standard;
  if (given.isString()) return given.as<std::string>();
  refuse(name, "This is not a text.", "Give a string.");
  return standard;
}

std::size_t Reader::choice(const char* name, std::initializer_list<std::string_view> choices) {
  const std::string given = text(name, choices.begin()->data());
  const auto* const found = std::find(choices.begin(), choices.end(), given);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  refuse(name, "There is no such choice.", suggestion(given, {choices.begin(), choices.size()}));
  return 0;
}

std::vector<double> Reader::numbers(const char* name) {
  if (!ok()) return {};
  const val given = get(name);
  if (given.isUndefined()) return {};
  auto result = read_numbers(given, path_of(name));
  if (result.ok()) return std::move(result.value());
  error_ = result.error();
  return {};
}

Result<std::vector<double>> read_numbers(const val& list, const std::string& field) {
  constexpr double longest = 1 << 24;
  if (!is_numbers(list) || list["length"].as<double>() > longest) {
    return Error{field, "This is not a list of numbers, or it is longer than 16,777,216.",
                 "Give an array of finite numbers, such as [1, 2]."};
  }
  std::vector<double> numbers(list["length"].as<unsigned>());
  val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<void>("set", list);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (std::isfinite(numbers[i])) continue;
    return Error{field, "Entry " + std::to_string(i) + " (counting from 0) is not a finite number.",
                 "Give finite numbers only."};
  }
  return numbers;
}

std::optional<Error> no_bytes(const val& list, const std::string& field) {
  if (is_bytes(list)) return std::nullopt;
  return Error{field, "These are not bytes, or they are more than 67,108,864.",
               "Give the file's content as a Uint8Array."};
}

Result<std::vector<std::uint8_t>> read_bytes(const val& list, const std::string& field) {
  if (auto wrong = no_bytes(list, field)) return *wrong;
  std::vector<std::uint8_t> bytes(list["length"].as<unsigned>());
  val(emscripten::typed_memory_view(bytes.size(), bytes.data())).call<void>("set", list);
  return bytes;
}

Result<Vector<double>> read_point(const val& list, const std::string& field, Index count) {
  auto numbers = read_numbers(list, field);
  if (!numbers.ok()) return numbers.error();
  const auto size = static_cast<Index>(numbers.value().size());
  if (size != count) {
    return Error{field, "There are " + std::to_string(size) + " numbers here.",
                 "Give exactly one per parameter: " + std::to_string(count) + "."};
  }
  return Vector<double>(Eigen::Map<const Vector<double>>(numbers.value().data(), count));
}

Result<Index> read_whole(const val& number, const std::string& field, Index min, Index max) {
  const double value = number.isNumber() ? number.as<double>() : std::nan("");
  if (value >= static_cast<double>(min) && value <= static_cast<double>(max) && value == std::floor(value)) {
    return static_cast<Index>(value);
  }
  const std::string found =
      number.isNumber() ? "The number " + text_of(value) + " does not fit here." : std::string("This is not a number.");
  return Error{field, found, "Give a whole number from " + std::to_string(min) + " to " + std::to_string(max) + "."};
}

double read_parameter(Reader& reader, const Parameter& parameter) {
  switch (parameter.scale) {
    case Scale::flag:
      return reader.flag(parameter.name, parameter.standard);
    case Scale::whole:
      return static_cast<double>(reader.whole(parameter.name, static_cast<Index>(parameter.standard),
                                              static_cast<Index>(parameter.min), static_cast<Index>(parameter.max)));
    default:
      return reader.number(parameter.name, parameter.standard, parameter.min, parameter.max);
  }
}

std::vector<double> read_parameters(Reader& reader, const List<Parameter>& parameters,
                                    std::vector<std::string_view> others) {
  std::vector<double> values;
  for (const Parameter& parameter : parameters) {
    values.push_back(read_parameter(reader, parameter));
    others.emplace_back(parameter.name);
  }
  reader.allow_only(others);
  return values;
}

std::string suggestion(const std::string& word, std::span<const std::string_view> known) {
  const std::vector<std::string> names(known.begin(), known.end());
  const std::string near = nearest(word, names);
  if (!near.empty()) return "Did you mean `" + near + "`?";
  if (names.empty()) return "Leave it out; nothing can be set here.";
  return "Choose " + alternatives(names) + ".";
}

}  // namespace descent::bindings
