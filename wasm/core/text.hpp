#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.hpp"

namespace descent {

/// With the 26 capital letters as small ones.
std::string lower_case(std::string_view word);

/// The candidate within two edits of `word` that is nearest to it, or an empty string.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// Whether one letter put in, left out, replaced, or changed with its neighbour makes the one word the other.
bool is_one_edit_apart(std::string_view a, std::string_view b);

/// `a`, `b` or `c`: the alternatives as words for a sentence, each in backquotes.
std::string alternatives(const std::vector<std::string>& names);

}  // namespace descent
