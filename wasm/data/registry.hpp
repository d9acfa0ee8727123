#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "data/data_set.hpp"
#include "data/generator.hpp"

namespace descent {

/// Every generated set, in the order to show them. The only list of them.
List<GeneratorEntry> generators();

/// The entry of that name, or nullptr.
const GeneratorEntry* find_generator(std::string_view name);

/// `count` and `seed`, which every generated set has.
List<Parameter> common_parameters();

/// Draws examples 0 ... count - 1 of the endless sequence that `seed` names: a larger set begins with
/// the smaller one. `shape` holds one value per parameter, each within its range.
std::shared_ptr<const DataSet> generate(const GeneratorEntry& entry, const double* shape, Index count,
                                        std::uint64_t seed);

}  // namespace descent
