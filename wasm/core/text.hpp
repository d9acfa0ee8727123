#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.hpp"

namespace descent {

/// The candidate within two edits of `word` that is nearest to it, or an empty string.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `a`, `b` or `c`: the alternatives as words for a sentence, each in backquotes.
std::string alternatives(const std::vector<std::string>& names);

}  // namespace descent
