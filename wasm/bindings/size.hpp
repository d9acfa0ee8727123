#pragma once

#include <emscripten/val.h>

#include "bindings/config.hpp"
#include "bindings/reader.hpp"
#include "network/shape.hpp"

// What the two sizes of the module differ in. `functions/` and `whole/` each define all of this, and a
// target is linked with one of them: so the smaller module holds nothing that only networks and data need.
namespace descent::bindings {

/// A way to say what is minimised: the option that marks it, and what reads it, in double precision and
/// where there is such a thing, in single.
struct Kind {
  const char* key;
  ObjectiveResult (*read)(Reader&);  ///< nullptr: only the whole module can
  ObjectiveOf<float> (*read_single)(Reader&) = nullptr;
};

/// The ways beyond functions, formulas and regressions.
List<Kind> further_kinds();

/// The examples of a regression that are held as data. `field` is the dotted path of `option`.
Result<LinearExamples> read_held_examples(const emscripten::val& option, const std::string& field);

/// `createRun` in single precision, in which there are networks only.
emscripten::val create_single_run(const emscripten::val& options);

/// A network for JavaScript; null where there is none.
emscripten::val describe(const NetworkShape* network);

}  // namespace descent::bindings
