#pragma once

#include <string>
#include <string_view>

#include "core/error.hpp"

namespace descent {

/// Reads a whole text as one decimal number: optional sign, digits with at most one point, optional
/// exponent. No hexadecimal, no `inf` or `nan`, no separators within. The error carries `message`
/// (a continuation of "`...` is ") and `remedy` only. Correctly rounded.
Result<double> parse_number(std::string_view text);

}  // namespace descent
