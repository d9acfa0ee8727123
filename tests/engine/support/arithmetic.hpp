#pragma once

#include <string>
#include <vector>

#include "optimizer/ledger.hpp"

namespace descent::testing {

/// What an expression of an explanation gives, evaluated as web/engine/engine.d.ts promises, from the
/// terms before it. Knows nothing of how the engine computes. NaN for what does not parse.
double evaluate(const std::string& expression, const std::vector<Term>& terms);

/// The first term whose expression does not give its value to the last bit, or that reuses a symbol,
/// as a message; empty when every one holds.
std::string first_mistake(const std::vector<Term>& terms);

}  // namespace descent::testing
