#pragma once

#include <cstddef>

namespace descent {

/// How a control should run between a parameter's bounds; a flag is 0 or 1, `whole` linear in whole
/// numbers.
enum class Scale { linear, log, flag, whole };

/// A number that a caller may set, described as data: enough to check it and to draw a control.
struct Parameter {
  const char* name;   ///< as in the options, e.g. `learningRate`
  const char* label;  ///< for a control, e.g. `learning rate`
  double standard;    ///< the default
  double min;         ///< smallest accepted value, included
  double max;         ///< largest accepted value, included
  Scale scale;
};

/// Read-only view of a list that lives as long as the program.
template <typename Item>
struct List {
  const Item* items = nullptr;
  std::size_t count = 0;

  constexpr List() = default;
  template <std::size_t size>
  constexpr List(const Item (&array)[size])  // NOLINT(google-explicit-constructor,*-avoid-c-arrays)
      : items(array), count(size) {}

  constexpr const Item* begin() const { return items; }
  constexpr const Item* end() const { return items + count; }
  constexpr std::size_t size() const { return count; }
  constexpr const Item& operator[](std::size_t index) const { return items[index]; }
};

}  // namespace descent
