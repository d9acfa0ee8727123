#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "bindings/calls.hpp"
#include "bindings/handles.hpp"

namespace descent::bindings {
namespace {

std::string version() { return DOWNHILL_VERSION; }
int live_handles() { return held_things; }
double heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(descent) {
  using emscripten::function;
  function("version", &version);
  function("liveHandles", &live_handles);
  function("heapBytes", &heap_bytes);

  function("objectives", &list_objectives);
  function("createObjective", &create_objective);
  function("evaluate", &evaluate);
  function("values", &values);
  function("gradients", &gradients);
  function("grid", &grid);
  function("curvature", &curvature);
  function("differenceQuotients", &difference_quotients);
  function("disposeObjective", &dispose_objective);
  function("exchange", &exchange);

  function("parseFormula", &parse_formula);

  function("optimizers", &list_optimizers);
  function("schedules", &list_schedules);
  function("createRun", &create_run);
  function("advance", &advance);
  function("trace", &trace);
  function("runAt", &run_at);
  function("explain", &explain);
  function("sweepRates", &sweep_rates);
  function("disposeRun", &dispose_run);

  function("createBasins", &create_basins);
  function("createStarts", &create_starts);
  function("advanceTask", &advance_task);
  function("taskResult", &task_result);
  function("disposeTask", &dispose_task);

  function("leastSquares", &least_squares);
}

}  // namespace descent::bindings
