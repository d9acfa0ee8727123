#pragma once

#include <emscripten/val.h>

#include <string>

#include "bindings/config.hpp"
#include "bindings/reader.hpp"
#include "data/symbols.hpp"

namespace descent::bindings {

inline constexpr Index standard_symbols = 64;

/// The symbols of a text, at most `most` different ones. Refusals name `field`.
Result<SymbolText> read_text(const emscripten::val& text, Index most, const std::string& field);

/// `{ bigram: { text, symbols } }`.
ObjectiveResult read_bigram(Reader& outer);

}  // namespace descent::bindings
