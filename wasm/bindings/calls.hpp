#pragma once

#include <emscripten/val.h>

#include <string>

// The functions that JavaScript may call, but for those of whole/calls.hpp; web/engine/native.ts describes the same.
// Each answers a value and never throws: what is wrong comes back as `error`. Options and lists are snapshots (see
// reader.hpp), handles are numbers (see handles.hpp).
namespace descent::bindings {

emscripten::val list_objectives();
emscripten::val create_objective(const emscripten::val& options);
emscripten::val evaluate(int handle, const emscripten::val& at);
emscripten::val values(int handle, const emscripten::val& points);
emscripten::val gradients(int handle, const emscripten::val& points);
emscripten::val grid(int handle, const emscripten::val& request);
emscripten::val curvature(int handle, const emscripten::val& at);
emscripten::val difference_quotients(int handle, const emscripten::val& at, const emscripten::val& coordinate,
                                     const emscripten::val& widths);
void dispose_objective(int handle);

/// For calls that are made too often to wrap anything: JavaScript writes points (dimension numbers each)
/// to the start of these numbers and reads the answers behind them. A Float64Array on the engine's memory
/// of `count` numbers or more; it moves when the memory grows or more are asked for.
emscripten::val exchange(int count);
/// Puts one value per point behind `count` points, NaN where it is not finite. False, and nothing written,
/// where the handle is stale, the numbers do not fit or a point is not finite: `values` says which.
extern "C" bool exchange_values(int handle, int count);
/// As `exchange_values`; puts the gradients (dimension numbers each) behind the values.
extern "C" bool exchange_gradients(int handle, int count);

emscripten::val parse_formula(const emscripten::val& text);

emscripten::val list_optimizers();
emscripten::val list_schedules();
emscripten::val create_run(const emscripten::val& options);
emscripten::val advance(int handle, const emscripten::val& steps);
emscripten::val trace(int handle);
emscripten::val run_at(int handle, const emscripten::val& step);
emscripten::val explain(int handle, const emscripten::val& step, const emscripten::val& coordinate);
emscripten::val sweep_rates(const emscripten::val& options);
void dispose_run(int handle);

emscripten::val create_basins(const emscripten::val& options);
emscripten::val create_starts(const emscripten::val& options);
emscripten::val advance_task(int handle, const emscripten::val& work);
emscripten::val task_result(int handle);
void dispose_task(int handle);

emscripten::val least_squares(const emscripten::val& inputs, const emscripten::val& targets,
                              const emscripten::val& features);

}  // namespace descent::bindings
