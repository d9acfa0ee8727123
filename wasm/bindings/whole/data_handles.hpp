#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>

#include "core/error.hpp"
#include "data/data_set.hpp"

namespace descent::bindings {

using DataResult = Result<std::shared_ptr<const DataSet>>;

/// The data set that an option names: a snapshot of a `Data` object, whose `id` says which. Refuses,
/// under the dotted path `field`, what is no such object, was refused or disposed of, or is still
/// being made. The set lives as long as anybody holds the pointer, disposed of or not.
DataResult find_data(const emscripten::val& option, const std::string& field);

}  // namespace descent::bindings
