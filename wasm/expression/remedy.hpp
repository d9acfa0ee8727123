#pragma once

#include <string>

namespace descent::expression {

/// What to write in place of a word that is no name; a sentence. Whoever follows it gets what was meant:
/// names that other languages have come before names that are spelt alike.
std::string remedy_for(const std::string& word);

}  // namespace descent::expression
