#include <emscripten/bind.h>

#include "bindings/whole/calls.hpp"

namespace descent::bindings {

EMSCRIPTEN_BINDINGS(whole) {
  using emscripten::function;
  function("dataSets", &list_data_sets);
  function("predict", &predict);
  function("activations", &layer_maps);
  function("inspect", &inspect);
  function("assess", &assess);
  function("runPredict", &run_predict);
  function("runActivations", &run_layer_maps);
  function("runInspect", &run_inspect);
  function("runAssess", &run_assess);

  function("createData", &create_data);
  function("advanceData", &advance_data);
  function("dataInputs", &data_inputs);
  function("dataTargets", &data_targets);
  function("dataLabels", &data_labels);
  function("dataPictures", &data_pictures);
  function("disposeData", &dispose_data);

  function("gradientCloud", &gradient_cloud);
  function("gradientSpread", &gradient_spread);
  function("batches", &batches);

  function("readCsv", &read_csv);

  function("createGraph", &create_graph);
  function("graphNodes", &graph_nodes);
  function("graphStep", &graph_step);
  function("graphDone", &graph_done);
  function("resetGraph", &reset_graph);
  function("disposeGraph", &dispose_graph);

  function("line", &line);
  function("createPlane", &create_plane);
  function("randomDirections", &random_directions);
  function("principalDirections", &principal_directions);
  function("nudge", &nudge);

  function("matchNeurons", &match_neurons);
  function("sharpness", &sharpness);
  function("createEdge", &create_edge);
  function("createBend", &create_bend);

  function("circuit", &circuit);

  function("bigram", &bigram);
  function("softmax", &softmax);
  function("sampleText", &sample_text);
}

}  // namespace descent::bindings
