#pragma once

#include <emscripten/val.h>

#include "run/descent.hpp"

namespace descent::bindings {

/// The run that JavaScript holds by this number; nullptr when it was disposed of or never was.
AnyDescent* find_run(int handle);

/// A column of a trace as one Float64Array.
emscripten::val to_js(const Trace::Column& column);

/// `createRun` in one precision.
template <typename Scalar>
emscripten::val create_run_of(const emscripten::val& options);

}  // namespace descent::bindings
