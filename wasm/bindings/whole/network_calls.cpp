#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "analysis/assessment.hpp"
#include "analysis/matching.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/run_handles.hpp"
#include "bindings/whole/calls.hpp"
#include "bindings/whole/data_handles.hpp"
#include "bindings/whole/network_config.hpp"
#include "core/text.hpp"
#include "network/inspect.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// A network with parameters, and what it learns from.
struct Place {
  NetworkShape shape;
  Vector<double> parameters;
  AnyExamples examples;
};
using PlaceResult = Result<Place>;

/// Most parameters that one answer may multiply with inputs: about a second on a slow machine.
constexpr double most_work = 1e9;

val describe(const LayerView& layer) {
  val result = val::object();
  put(result, "sums", to_js(layer.sums));
  put(result, "activations", to_js(layer.activations));
  put(result, "slopes", to_js(layer.slopes));
  put(result, "deltas", to_js(layer.deltas));
  put(result, "blames", to_js(layer.blames));
  return result;
}

Error no_network() {
  return {"objective", "This objective is no network.", "Ask a `network`, a `logistic` or a `softmax` objective."};
}

PlaceResult place_of_objective(int handle, const val& at) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed_error();
  if (objective->network() == nullptr) return no_network();
  auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return point.error();
  return Place{*objective->network(), std::move(point.value()), objective->examples()};
}

/// A step of the run, or any parameters.
PlaceResult place_of_run(int handle, const val& where) {
  AnyDescent* descent = find_run(handle);
  if (descent == nullptr) return disposed_error();
  if (descent->network() == nullptr) return no_network();
  Reader reader(where, "");
  reader.allow_only({"step", "at"});
  if (!reader.ok()) return reader.error();
  if (reader.has("step") == reader.has("at")) {
    return Error{"step", "This does not say where.", "Give either `step` or `at`."};
  }
  if (reader.has("at")) {
    auto point = read_point(reader.get("at"), "at", descent->dimension());
    if (!point.ok()) return point.error();
    return Place{*descent->network(), std::move(point.value()), descent->examples()};
  }
  const auto step = read_whole(reader.get("step"), "step", 0, 1000000000);
  auto row = descent->at(step.ok() ? step.value() : -1);
  if (!row.ok()) return row.error();
  return Place{*descent->network(), std::move(row.value().parameters), descent->examples()};
}

Result<bool> check_work(const NetworkShape& shape, Index count, const char* field) {
  const double each = static_cast<double>(shape.parameter_count());
  if (each * static_cast<double>(count) <= most_work) return true;
  return Error{field, "So many examples would take too long at once.",
               "Ask for at most " + text_of(std::floor(most_work / each)) + " examples at a time."};
}

/// Inputs of any number of examples, features x count.
Result<Matrix<double>> read_inputs(const NetworkShape& shape, const val& inputs) {
  const auto list = read_numbers(inputs, "inputs");
  if (!list.ok()) return list.error();
  const Index features = shape.inputs();
  const Index count = static_cast<Index>(list.value().size()) / features;
  if (count * features != static_cast<Index>(list.value().size())) {
    return Error{"inputs", "The last example is not complete.",
                 "Give " + std::to_string(features) + " numbers for each."};
  }
  const auto bounded = check_work(shape, count, "inputs");
  if (!bounded.ok()) return bounded.error();
  return Matrix<double>(Eigen::Map<const Matrix<double>>(list.value().data(), features, count));
}

val numbers(const Matrix<double>& matrix) {
  return to_js(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

val predict_at(const PlaceResult& place, const val& inputs) {
  if (!place.ok()) return refusal(place.error());
  const auto examples = read_inputs(place.value().shape, inputs);
  if (!examples.ok()) return refusal(examples.error());
  val result = answer();
  put(result, "values", numbers(descent::predict(place.value().shape, place.value().parameters, examples.value())));
  return result;
}

val activations_at(const PlaceResult& place, const val& inputs) {
  if (!place.ok()) return refusal(place.error());
  const NetworkShape& shape = place.value().shape;
  const auto examples = read_inputs(shape, inputs);
  if (!examples.ok()) return refusal(examples.error());
  Index neurons = 0;
  for (Index layer = 0; layer < shape.depth(); ++layer) neurons += shape.out(layer);
  // What is answered takes two numbers for each neuron and example.
  constexpr double most_numbers = 1 << 24;
  if (2.0 * static_cast<double>(neurons) * static_cast<double>(examples.value().cols()) > most_numbers) {
    return refusal({"inputs", "So many examples would fill the memory with every neuron's numbers.",
                    "Ask for at most " + text_of(std::floor(most_numbers / 2 / static_cast<double>(neurons))) +
                        " examples at a time."});
  }
  const NeuronMaps maps = neuron_maps(shape, place.value().parameters, examples.value());
  val result = answer();
  put(result, "neurons", static_cast<double>(neurons));
  put(result, "count", static_cast<double>(examples.value().cols()));
  put(result, "sums", numbers(maps.sums));
  put(result, "activations", numbers(maps.activations));
  return result;
}

val inspect_at(const PlaceResult& place, const val& input, const val& target) {
  if (!place.ok()) return refusal(place.error());
  const NetworkShape& shape = place.value().shape;
  const auto from = read_point(input, "input", shape.inputs());
  if (!from.ok())
    return refusal({"input", from.error().message, "Give " + std::to_string(shape.inputs()) + " finite numbers."});
  const auto to = read_point(target, "target", shape.outputs());
  if (!to.ok())
    return refusal({"target", to.error().message, "Give " + std::to_string(shape.outputs()) + " finite numbers."});
  const Inspection seen = descent::inspect(shape, place.value().parameters, from.value().data(), to.value().data());
  bool finite = std::isfinite(seen.loss) && seen.gradient.allFinite() && seen.prediction.allFinite();
  val layers = val::array();
  for (const LayerView& layer : seen.layers) {
    finite = finite && layer.sums.allFinite() && layer.activations.allFinite() && layer.blames.allFinite();
    push(layers, describe(layer));
  }
  if (!finite) {
    return refusal({"at", "The network's numbers are not finite here.", "Ask with smaller parameters or inputs."});
  }
  val result = answer();
  put(result, "layers", layers);
  put(result, "prediction", to_js(seen.prediction));
  put(result, "loss", seen.loss);
  put(result, "gradient", to_js(seen.gradient));
  return result;
}

/// What to judge by: the place's own examples, data that is held, or lists.
Result<AnyExamples> read_judged(const Place& place, const val& data) {
  if (data.isUndefined()) return place.examples;
  Reader reader(data, "data");
  if (!reader.ok()) return reader.error();
  std::shared_ptr<const DataSet> set;
  if (reader.has("id")) {
    auto found = find_data(data, "data");
    if (!found.ok()) return found.error();
    set = std::move(found.value());
  } else {
    reader.allow_only({"inputs", "targets"});
    auto own =
        own_examples(reader, place.shape.inputs(), place.shape.outputs(), place.shape.loss == Loss::cross_entropy);
    if (!own.ok()) return own.error();
    set = std::move(own.value());
  }
  const auto fits = check_fit(place.shape, *set, "data");
  if (!fits.ok()) return fits.error();
  if (set->classes() == 2 && place.shape.outputs() == 1) {
    // As the network itself is told its classes.
    return AnyExamples{set->examples_for<double>(1, place.shape.class_targets), nullptr};
  }
  return AnyExamples{set->examples<double>(), nullptr};
}

val assessment_answer(const Assessment& found) {
  val result = answer();
  put(result, "loss", found.loss);
  put(result, "accuracy", found.count == 0 ? 0 : static_cast<double>(found.correct) / static_cast<double>(found.count));
  put(result, "correct", static_cast<double>(found.correct));
  put(result, "count", static_cast<double>(found.count));
  put(result, "classes", static_cast<double>(found.classes));
  put(result, "confusion", to_js(found.confusion));
  put(result, "wrong", to_js(found.wrong));
  put(result, "taken", to_js(found.taken));
  put(result, "confidence", to_js(found.confidence));
  return result;
}

val assess_at(const PlaceResult& place, const val& data, const val& part) {
  if (!place.ok()) return refusal(place.error());
  const NetworkShape& shape = place.value().shape;
  constexpr Index most_classes = 1024;
  if (shape.outputs() > most_classes) {
    return refusal({"objective", "There are too many classes to count which is taken for which.",
                    "Ask a network of at most " + std::to_string(most_classes) + " outputs."});
  }
  const auto judged = read_judged(place.value(), data);
  if (!judged.ok()) return refusal(judged.error());
  const AnyExamples& examples = judged.value();
  Reader reader(part.isUndefined() ? val::object() : part, "part");
  reader.allow_only({"from", "count"});
  const Index first = reader.whole("from", 0, 0, examples.count() - 1);
  const Index count = reader.whole("count", examples.count() - first, 1, examples.count() - first);
  if (!reader.ok()) return refusal(reader.error());
  const auto bounded = check_work(shape, count, "part.count");
  if (!bounded.ok()) return refusal(bounded.error());
  const Assessment found = descent::assess(shape, place.value().parameters, examples, first, count);
  if (!std::isfinite(found.loss)) {
    return refusal({"at", "The network's loss is not finite here.", "Ask with smaller parameters or inputs."});
  }
  return assessment_answer(found);
}

}  // namespace

val match_neurons(int handle, const val& at, const val& other) {
  const auto place = place_of_objective(handle, at);
  if (!place.ok()) return refusal(place.error());
  const auto second = read_point(other, "other", place.value().parameters.size());
  if (!second.ok()) return refusal(second.error());
  const NetworkShape& shape = place.value().shape;
  // Every neuron of a layer is compared with every other, and an assignment is cubic.
  constexpr Index most_neurons_compared = 256;
  for (Index layer = 0; layer + 1 < shape.depth(); ++layer) {
    if (shape.out(layer) > most_neurons_compared) {
      return refusal({"objective", "A layer has too many neurons to compare all with all.",
                      "Ask a network of at most " + std::to_string(most_neurons_compared) + " neurons a layer."});
    }
  }
  const Matching found =
      descent::match_neurons(shape, place.value().examples, place.value().parameters, second.value());
  val result = answer();
  put(result, "parameters", to_js(found.parameters));
  put(result, "order", to_js(found.order));
  put(result, "correlation", to_js(found.correlation));
  put(result, "before", to_js(found.before));
  return result;
}

val predict(int handle, const val& at, const val& inputs) { return predict_at(place_of_objective(handle, at), inputs); }
val layer_maps(int handle, const val& at, const val& inputs) {
  return activations_at(place_of_objective(handle, at), inputs);
}
val inspect(int handle, const val& at, const val& input, const val& target) {
  return inspect_at(place_of_objective(handle, at), input, target);
}
val assess(int handle, const val& at, const val& data, const val& part) {
  return assess_at(place_of_objective(handle, at), data, part);
}
val run_predict(int handle, const val& where, const val& inputs) {
  return predict_at(place_of_run(handle, where), inputs);
}
val run_layer_maps(int handle, const val& where, const val& inputs) {
  return activations_at(place_of_run(handle, where), inputs);
}
val run_inspect(int handle, const val& where, const val& input, const val& target) {
  return inspect_at(place_of_run(handle, where), input, target);
}
val run_assess(int handle, const val& where, const val& data, const val& part) {
  return assess_at(place_of_run(handle, where), data, part);
}

}  // namespace descent::bindings
