#pragma once

#include <emscripten/val.h>

#include <span>
#include <string>
#include <vector>

#include "analysis/rate_sweep.hpp"
#include "core/error.hpp"
#include "core/parameter.hpp"
#include "objective/function.hpp"
#include "optimizer/optimizer.hpp"
#include "run/run.hpp"

// From the engine's own types to JavaScript values of the shapes in web/engine/engine.d.ts.
namespace descent::bindings {

// One function for each kind of value, in place of a template's for each length of a key.
void put(emscripten::val& object, const char* key, const emscripten::val& value);
void put(emscripten::val& object, const char* key, const std::string& text);
void put(emscripten::val& object, const char* key, const char* text);
void put(emscripten::val& object, const char* key, double number);
void put(emscripten::val& object, const char* key, int number);
void put(emscripten::val& object, const char* key, bool flag);
void push(emscripten::val& list, const emscripten::val& value);

/// Adds what is known of each parameter to a list.
void add(const List<Parameter>& parameters, emscripten::val& list);
/// A copy as a Float64Array.
emscripten::val to_js(const List<double>& numbers);
emscripten::val to_js(std::span<const double> numbers);
emscripten::val to_js(const Vector<double>& numbers);
emscripten::val to_js(const std::vector<std::string>& texts);
emscripten::val to_js(const FunctionInfo& info);
emscripten::val to_js(const OptimizerInfo& info);
emscripten::val to_js(const ScheduleInfo& info);
emscripten::val to_js(const Term& term);
const char* name_of(StopReason reason);
const char* name_of(Behaviour behaviour);

/// `{ error: null }`, to be filled.
emscripten::val answer();
/// `{ error }`.
emscripten::val refusal(const Error& error);

}  // namespace descent::bindings
