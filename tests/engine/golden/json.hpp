#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace descent::testing {

/// A value of a JSON text, as far as the golden files go: no escapes, no true, false or null.
struct Json {
  double number = 0;
  std::string text;
  std::vector<Json> items;
  std::vector<std::pair<std::string, Json>> fields;

  /// The field of that name; an empty value where there is none.
  const Json& operator[](const char* name) const {
    static const Json none;
    for (const auto& [key, value] : fields) {
      if (key == name) return value;
    }
    return none;
  }

  std::vector<double> numbers() const {
    std::vector<double> list;
    for (const Json& item : items) list.push_back(item.number);
    return list;
  }

  /// Reads the value at `at`, which moves behind it.
  static Json read(const char*& at) {
    Json value;
    skip(at);
    if (*at == '"') {
      value.text = word(at);
    } else if (*at == '[') {
      ++at;
      while (more(at, ']')) value.items.push_back(read(at));
    } else if (*at == '{') {
      ++at;
      while (more(at, '}')) {
        std::string key = word(at);
        value.fields.emplace_back(std::move(key), read(at));
      }
    } else {
      char* end = nullptr;
      value.number = std::strtod(at, &end);
      at = end;
    }
    return value;
  }

 private:
  static void skip(const char*& at) {
    while (*at == ' ' || *at == '\n' || *at == ',' || *at == ':') ++at;
  }
  static bool more(const char*& at, char end) {
    skip(at);
    if (*at != end && *at != '\0') return true;
    if (*at == end) ++at;
    return false;
  }
  static std::string word(const char*& at) {
    std::string result;
    for (++at; *at != '"' && *at != '\0'; ++at) result += *at;
    if (*at == '"') ++at;
    return result;
  }
};

}  // namespace descent::testing
