#pragma once

#include <emscripten/val.h>

#include <memory>

#include "core/error.hpp"
#include "data/data_set.hpp"
#include "data/digits/digit_set.hpp"

namespace descent::bindings {

/// Most digits that are drawn when the data is made: some 30 ms of work.
constexpr Index digits_at_once = 500;

/// What createData() is asked for: a finished set, or where `set` is empty, digits to be drawn.
struct DataRequest {
  std::shared_ptr<const DataSet> set;
  digits::DigitSettings drawing;
  /// Digits that are drawn when the data is made.
  Index at_once = digits_at_once;

  /// Memory that it takes, or of digits that are still to be drawn, may come to take.
  double bytes() const {
    constexpr double each = 2 * digits::area + 10 * (sizeof(double) + sizeof(float));
    return set ? set->bytes() : each * static_cast<double>(drawing.count);
  }

  /// Inputs and targets together.
  double numbers() const {
    if (!set) return static_cast<double>(drawing.count) * (digits::area + 10);
    return static_cast<double>(set->count()) * static_cast<double>(set->features() + set->outputs());
  }
};

/// Refusals name the option by its dotted path. Nothing larger than `max_data_numbers` is made.
Result<DataRequest> read_data(const emscripten::val& options);

}  // namespace descent::bindings
