#include <emscripten/bind.h>
#include <emscripten/heap.h>

#include "bindings/calls.hpp"

namespace descent::bindings {
namespace {

std::string version() { return DOWNHILL_VERSION; }
int live_handles() { return live_objectives() + live_runs() + live_data() + live_tasks() + live_graphs(); }
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
  function("line", &line);
  function("randomDirections", &random_directions);
  function("gradientCloud", &gradient_cloud);
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

  function("dataSets", &list_data_sets);
  function("predict", &predict);
  function("inspect", &inspect);
  function("assess", &assess);
  function("runPredict", &run_predict);
  function("runInspect", &run_inspect);
  function("runAssess", &run_assess);

  function("createData", &create_data);
  function("advanceData", &advance_data);
  function("dataInputs", &data_inputs);
  function("dataTargets", &data_targets);
  function("dataLabels", &data_labels);
  function("dataPictures", &data_pictures);
  function("disposeData", &dispose_data);

  function("createGraph", &create_graph);
  function("graphNodes", &graph_nodes);
  function("graphStep", &graph_step);
  function("graphDone", &graph_done);
  function("resetGraph", &reset_graph);
  function("disposeGraph", &dispose_graph);

  function("bigram", &bigram);
  function("softmax", &softmax);
  function("sampleText", &sample_text);

  function("createBasins", &create_basins);
  function("createStarts", &create_starts);
  function("createPlane", &create_plane);
  function("advanceTask", &advance_task);
  function("taskResult", &task_result);
  function("disposeTask", &dispose_task);

  function("principalDirections", &principal_directions);
  function("leastSquares", &least_squares);
  function("readCsv", &read_csv);
}

}  // namespace descent::bindings
