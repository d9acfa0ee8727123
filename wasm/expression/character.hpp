#pragma once

#include <cstdint>
#include <string>

namespace descent::expression {

/// A character that has no meaning in a formula, named for a message.
std::string shown(std::uint32_t code, const std::string& bytes);

/// What to write in its place. Never to leave out what has a meaning elsewhere, since the formula would
/// then have another.
std::string remedy_for_character(std::uint32_t code);

}  // namespace descent::expression
