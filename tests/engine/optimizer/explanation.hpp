#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

#include "evaluator.hpp"
#include "run/descent.hpp"

namespace descent::testing {

/// The builtin behind std::bit_cast, which the libraries of older Emscriptens lack.
inline bool same_bits(double a, double b) {
  return __builtin_bit_cast(std::uint64_t, a) == __builtin_bit_cast(std::uint64_t, b);
}

/// Every term of the update follows from the terms before it, and the last one is the row it made.
inline void check_explanation(Descent& descent, Index step, Index coordinate) {
  CAPTURE(step);
  CAPTURE(coordinate);
  const auto terms = descent.explain(step, coordinate);
  REQUIRE(terms.ok());
  std::map<std::string, double> known;
  for (const Term& term : terms.value()) {
    CAPTURE(term.quantity.symbol);
    CAPTURE(term.expression);
    if (!term.expression.empty()) CHECK(same_bits(Evaluator(known)(term.expression), term.value));
    CHECK(known.emplace(term.quantity.symbol, term.value).second);
  }
  const Term& last = terms.value().back();
  CHECK(last.quantity.role == Role::result);
  CHECK(same_bits(last.value, descent.trace().parameters_at(step)[coordinate]));
  CHECK(same_bits(terms.value().front().value, descent.trace().parameters_at(step - 1)[coordinate]));
}

}  // namespace descent::testing
