#pragma once

#include <emscripten/val.h>

// What JavaScript may also call in the whole module; as in bindings/calls.hpp.
namespace descent::bindings {

emscripten::val list_data_sets();
emscripten::val predict(int handle, const emscripten::val& at, const emscripten::val& inputs);
emscripten::val layer_maps(int handle, const emscripten::val& at, const emscripten::val& inputs);
emscripten::val inspect(int handle, const emscripten::val& at, const emscripten::val& input,
                        const emscripten::val& target);
emscripten::val assess(int handle, const emscripten::val& at, const emscripten::val& data, const emscripten::val& part);
emscripten::val run_predict(int handle, const emscripten::val& where, const emscripten::val& inputs);
emscripten::val run_layer_maps(int handle, const emscripten::val& where, const emscripten::val& inputs);
emscripten::val run_inspect(int handle, const emscripten::val& where, const emscripten::val& input,
                            const emscripten::val& target);
emscripten::val run_assess(int handle, const emscripten::val& where, const emscripten::val& data,
                           const emscripten::val& part);

emscripten::val create_data(const emscripten::val& options);
emscripten::val advance_data(int handle, const emscripten::val& count);
emscripten::val data_inputs(int handle, const emscripten::val& first, const emscripten::val& count);
emscripten::val data_targets(int handle, const emscripten::val& first, const emscripten::val& count);
emscripten::val data_labels(int handle, const emscripten::val& first, const emscripten::val& count);
emscripten::val data_pictures(int handle, const emscripten::val& first, const emscripten::val& count);
void dispose_data(int handle);

emscripten::val gradient_cloud(int handle, const emscripten::val& request);
emscripten::val gradient_spread(int handle, const emscripten::val& request);
emscripten::val batches(int handle, const emscripten::val& request);

emscripten::val read_csv(const emscripten::val& text, const emscripten::val& options);

emscripten::val create_graph(const emscripten::val& options);
emscripten::val graph_nodes(int handle);
emscripten::val graph_step(int handle);
int graph_done(int handle);
void reset_graph(int handle);
void dispose_graph(int handle);

emscripten::val line(int handle, const emscripten::val& request);
emscripten::val create_plane(int objective, const emscripten::val& request);
emscripten::val random_directions(int handle, const emscripten::val& request);
emscripten::val principal_directions(const emscripten::val& request);
emscripten::val nudge(int handle, const emscripten::val& request);

emscripten::val match_neurons(int handle, const emscripten::val& at, const emscripten::val& other);
emscripten::val create_edge(const emscripten::val& options);
emscripten::val create_bend(const emscripten::val& options);

emscripten::val sharpness(int handle, const emscripten::val& at, const emscripten::val& options);

emscripten::val circuit(const emscripten::val& options);

emscripten::val bigram(const emscripten::val& text, const emscripten::val& options);
emscripten::val softmax(const emscripten::val& logits, const emscripten::val& options);
emscripten::val sample_text(const emscripten::val& options, const emscripten::val& length);

}  // namespace descent::bindings
