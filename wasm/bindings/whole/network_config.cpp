#include "bindings/whole/network_config.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bindings/reader.hpp"
#include "bindings/whole/data_handles.hpp"
#include "core/text.hpp"
#include "network/initial.hpp"
#include "objective/network.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

using NetworkResult = Result<NetworkConfig>;
using SharedData = std::shared_ptr<const DataSet>;

/// Refuses what would not fit into memory. In floating point, because an Index of WebAssembly has 32 bits.
bool check_size(Reader& reader, const char* option, const std::vector<Index>& sizes) {
  double neurons = 0;
  double parameters = 0;
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    neurons += static_cast<double>(sizes[l]);
    parameters += static_cast<double>(sizes[l]) * (1 + static_cast<double>(sizes[l - 1]));
  }
  if (neurons > most_neurons) {
    reader.refuse(option, "The network has " + text_of(neurons) + " neurons.",
                  "Give at most " + std::to_string(most_neurons) + " altogether.");
  }
  if (parameters > most_parameters) {
    reader.refuse(option, "The network has " + text_of(parameters) + " parameters.",
                  "Give at most " + std::to_string(most_parameters) + ": fewer neurons, or fewer features.");
  }
  return reader.ok();
}

std::vector<Index> read_layers(Reader& reader) {
  const std::vector<double> given = reader.numbers("layers");
  if (given.size() < 2 || given.size() > most_layers) {
    reader.refuse("layers", "There are " + std::to_string(given.size()) + " numbers here.",
                  "Give 2 to " + std::to_string(most_layers) +
                      ": how many inputs, then how many neurons in each layer, such as [3, 5, 2].");
  }
  std::vector<Index> sizes;
  for (std::size_t l = 0; l < given.size() && reader.ok(); ++l) {
    const bool possible = given[l] >= 1 && given[l] <= most_inputs && given[l] == std::floor(given[l]);
    if (!possible) {
      reader.refuse("layers",
                    "Entry " + std::to_string(l) + " (counting from 0) is " + text_of(given[l]) +
                        ", which is no number of neurons.",
                    "Give whole numbers from 1 to " + std::to_string(most_inputs) + ".");
    }
    sizes.push_back(possible ? static_cast<Index>(given[l]) : 1);
  }
  if (reader.ok()) check_size(reader, "layers", sizes);
  return sizes;
}

/// The place of a name in a list of descriptions.
template <typename Info>
Index read_name(Reader& reader, const char* option, const List<Info>& list, const char* standard) {
  const std::string given = reader.text(option, standard);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (given == list[i].name) return static_cast<Index>(i);
  }
  reader.refuse(option, "There is no such choice.", suggestion(given, names_of(list)));
  return 0;
}

/// What one output is told of two classes: by default what the loss or the output's squash can reach.
void read_class_targets(Reader& reader, NetworkShape& shape) {
  if (!losses()[static_cast<std::size_t>(shape.loss)].on_logits && shape.output == Activation::tanh) {
    shape.class_targets = {-1, 1};
  }
  if (!reader.has("classTargets")) return;
  const std::vector<double> given = reader.numbers("classTargets");
  if (!reader.ok()) return;
  if (given.size() != 2 || given[0] == given[1]) {
    reader.refuse("classTargets", "These are not two different numbers.",
                  "Give what stands for the first and for the second class, such as [-1, 1].");
    return;
  }
  const bool probabilities = *std::min_element(given.begin(), given.end()) >= 0 && std::max(given[0], given[1]) <= 1;
  if (losses()[static_cast<std::size_t>(shape.loss)].on_logits && !probabilities) {
    reader.refuse("classTargets", "Not both are from 0 to 1, as probabilities are.",
                  "Leave it out, or use the loss `mse`.");
  }
  shape.class_targets = {given[0], given[1]};
}

NetworkShape read_shape(Reader& reader) {
  NetworkShape shape;
  shape.sizes = read_layers(reader);
  const List<ActivationInfo> known = activations();
  shape.hidden = static_cast<Activation>(read_name(reader, "activation", known, "sigmoid"));
  shape.loss = static_cast<Loss>(read_name(reader, "loss", losses(), "mse"));
  const bool on_logits = losses()[static_cast<std::size_t>(shape.loss)].on_logits;
  const Activation standard = on_logits ? Activation::linear : shape.hidden;
  shape.output = static_cast<Activation>(
      read_name(reader, "outputActivation", known, known[static_cast<std::size_t>(standard)].name));
  if (!reader.ok()) return shape;
  read_class_targets(reader, shape);
  if (on_logits && shape.output != Activation::linear) {
    reader.refuse("outputActivation", "This loss squashes the outputs itself.",
                  "Leave it out, or give `linear`; predictions are probabilities all the same.");
  }
  if (shape.loss == Loss::cross_entropy && shape.outputs() < 2) {
    reader.refuse("loss", "A single output is always certain of its class.",
                  "Give one output per class, or use `binary_cross_entropy`.");
  }
  return shape;
}

/// How the first parameters are spread.
Initial read_initial(Reader& reader, const NetworkShape& shape) {
  const bool he = standard_initial(shape) == Initial::he;
  const std::size_t initial =
      he ? reader.choice("initial", {"he", "glorot"}) : reader.choice("initial", {"glorot", "he"});
  return he == (initial == 0) ? Initial::he : Initial::glorot;
}

/// Parameters given outright, or drawn by seed.
Vector<double> read_parameters(Reader& reader, const NetworkShape& shape, Initial initial) {
  constexpr Index largest_seed = 2147483647;
  const Index seed = reader.whole("seed", 1, 0, largest_seed);
  if (!reader.ok()) return {};
  if (!reader.has("parameters")) return initial_parameters(shape, initial, static_cast<std::uint64_t>(seed));
  for (const char* other : {"seed", "initial"}) {
    if (reader.has(other)) {
      reader.refuse(other, "The parameters are given outright, so none are drawn.", "Leave this or `parameters` out.");
    }
  }
  if (!reader.ok()) return {};
  auto given = read_point(reader.get("parameters"), reader.path_of("parameters"), shape.parameter_count());
  if (given.ok()) return std::move(given.value());
  reader.refuse("parameters", given.error().message, given.error().remedy);
  return {};
}

/// Data of the caller's own, or what `data` names.
struct Given {
  SharedData data;
  const char* option;
};

Result<Given> read_given(Reader& reader, Index features, Index outputs, bool classes) {
  if (!reader.has("data")) {
    auto own = own_examples(reader, features, outputs, classes);
    if (!own.ok()) return own.error();
    return Given{std::move(own.value()), "targets"};
  }
  for (const char* other : {"inputs", "targets"}) {
    if (reader.has(other)) reader.refuse(other, "The examples are given twice.", "Leave this or `data` out.");
  }
  if (!reader.ok()) return reader.error();
  auto found = find_data(reader.get("data"), reader.path_of("data"));
  if (!found.ok()) return found.error();
  return Given{std::move(found.value()), "data"};
}

/// Refuses targets that a loss on logits cannot learn.
Result<bool> check_targets(const NetworkShape& shape, const DataSet& data, const std::string& field) {
  const bool on_logits = losses()[static_cast<std::size_t>(shape.loss)].on_logits;
  if (!on_logits || data.classes() > 0 || data.targets_within(0, 1)) return true;
  return Error{field, "Not all targets are from 0 to 1, as probabilities are.",
               "Give such targets, or use the loss `mse`."};
}

/// Puts a configuration together, once its shape and data are known.
NetworkResult assemble(Reader& reader, NetworkShape shape, Given given, Initial initial, Vector<double> start) {
  std::string field = reader.path_of(given.option);
  for (const auto& check : {check_fit, check_targets}) {
    const auto fits = check(shape, *given.data, field);
    if (!fits.ok()) return fits.error();
  }
  return NetworkConfig{std::move(shape), initial, std::move(start), std::move(given.data), std::move(field)};
}

/// One output, or with cross-entropy one for each class, straight from the features.
NetworkResult read_linear(Reader& outer, const char* key, Loss loss) {
  outer.allow_only({key});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get(key), outer.path_of(key));
  const bool softmax = loss == Loss::cross_entropy;
  if (softmax) {
    reader.allow_only({"inputs", "targets", "features", "classes", "data"});
  } else {
    reader.allow_only({"inputs", "targets", "features", "data"});
  }
  Index features = reader.whole("features", 1, 1, most_inputs);
  Index outputs = softmax ? reader.whole("classes", 2, 2, most_neurons) : 1;
  if (softmax && !reader.has("classes") && !reader.has("data")) {
    reader.refuse("classes", "This is missing.", "Give the number of classes, 2 or more.");
  }
  for (const char* other : {"features", "classes"}) {
    if (reader.has("data") && reader.has(other)) reader.refuse(other, "The data says this itself.", "Leave it out.");
  }
  if (!reader.ok() || !check_size(reader, softmax ? "classes" : "features", {features, outputs})) {
    return reader.error();
  }
  auto given = read_given(reader, features, outputs, softmax);
  if (!given.ok()) return given.error();
  features = given.value().data->features();
  if (softmax) outputs = std::max<Index>(2, given.value().data->outputs());
  if (!check_size(reader, "data", {features, outputs})) return reader.error();
  NetworkShape shape{{features, outputs}, Activation::linear, Activation::linear, loss};
  Vector<double> start = Vector<double>::Zero(shape.parameter_count());
  const Initial initial = standard_initial(shape);
  return assemble(reader, std::move(shape), std::move(given.value()), initial, std::move(start));
}

Error wrong_count(Reader& reader, const char* option, std::size_t found, const std::string& right) {
  return {reader.path_of(option), "There are " + std::to_string(found) + " numbers here.", right};
}

/// One-hot columns of class numbers.
Result<Matrix<double>> one_hot(Reader& reader, const std::vector<double>& classes, Index outputs) {
  Matrix<double> targets = Matrix<double>::Zero(outputs, static_cast<Index>(classes.size()));
  for (std::size_t e = 0; e < classes.size(); ++e) {
    const double number = classes[e];
    if (!(number >= 0 && number < static_cast<double>(outputs) && number == std::floor(number))) {
      return Error{reader.path_of("targets"),
                   "Entry " + std::to_string(e) + " (counting from 0) is " + text_of(number) +
                       ", which is no number of a class.",
                   "Give whole numbers from 0 to " + std::to_string(outputs - 1) + "."};
    }
    targets(static_cast<Index>(number), static_cast<Index>(e)) = 1;
  }
  return targets;
}

}  // namespace

Result<SharedData> own_examples(Reader& reader, Index features, Index outputs, bool classes) {
  for (const char* option : {"inputs", "targets"}) {
    if (!reader.has(option)) reader.refuse(option, "This is missing.", "Give `inputs` and `targets`, or `data`.");
  }
  const std::vector<double> inputs = reader.numbers("inputs");
  const std::vector<double> targets = reader.numbers("targets");
  if (!reader.ok()) return reader.error();
  const auto width = static_cast<std::size_t>(features);
  if (inputs.empty() || inputs.size() % width != 0) {
    return wrong_count(reader, "inputs", inputs.size(),
                       "Give " + std::to_string(features) + " for every example, and at least one example.");
  }
  const std::size_t count = inputs.size() / width;
  constexpr double most = 1 << 24;
  if (static_cast<double>(count) * static_cast<double>(features + outputs) > most) {
    return Error{reader.path_of("inputs"), "Inputs and targets are more than 16,777,216 numbers.",
                 "Give fewer examples."};
  }
  Examples<double> examples{Eigen::Map<const Matrix<double>>(inputs.data(), features, static_cast<Index>(count)), {}};
  if (targets.size() == count * static_cast<std::size_t>(outputs)) {
    examples.targets = Eigen::Map<const Matrix<double>>(targets.data(), outputs, static_cast<Index>(count));
  } else if (classes && targets.size() == count) {
    auto columns = one_hot(reader, targets, outputs);
    if (!columns.ok()) return columns.error();
    examples.targets = std::move(columns.value());
  } else {
    return wrong_count(reader, "targets", targets.size(),
                       "Give " + std::to_string(outputs) + " for each of the " + std::to_string(count) + " examples" +
                           (classes ? ", or one class number each." : "."));
  }
  return SharedData(std::make_shared<const DataSet>(std::move(examples)));
}

Result<bool> check_fit(const NetworkShape& shape, const DataSet& data, const std::string& field) {
  if (data.features() != shape.inputs()) {
    return Error{field,
                 "The data has " + std::to_string(data.features()) + " feature(s), the network " +
                     std::to_string(shape.inputs()) + " input(s).",
                 "Let the first of `layers` be the number of features."};
  }
  const bool label = shape.outputs() == 1 && data.classes() == 2;
  if (data.outputs() != shape.outputs() && !label) {
    return Error{field,
                 "The data has " + std::to_string(data.outputs()) + " target(s) for each example, the network " +
                     std::to_string(shape.outputs()) + " output(s).",
                 data.outputs() == 0 ? "Give data with labels." : "Let the last of `layers` be the number of targets."};
  }
  return true;
}

NetworkResult read_network(Reader& outer) {
  outer.allow_only({"network"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("network"), outer.path_of("network"));
  reader.allow_only({"layers", "activation", "outputActivation", "loss", "parameters", "initial", "seed", "inputs",
                     "targets", "data", "classTargets"});
  const NetworkShape shape = read_shape(reader);
  if (!reader.ok()) return reader.error();
  const Initial initial = read_initial(reader, shape);
  Vector<double> start = read_parameters(reader, shape, initial);
  if (!reader.ok()) return reader.error();
  auto given = read_given(reader, shape.inputs(), shape.outputs(), shape.loss == Loss::cross_entropy);
  if (!given.ok()) return given.error();
  return assemble(reader, shape, std::move(given.value()), initial, std::move(start));
}

NetworkResult read_logistic(Reader& outer) { return read_linear(outer, "logistic", Loss::binary_cross_entropy); }
NetworkResult read_softmax(Reader& outer) { return read_linear(outer, "softmax", Loss::cross_entropy); }

template <typename Scalar>
Result<std::shared_ptr<const Examples<Scalar>>> examples_of(const NetworkConfig& config) {
  const DataSet& data = *config.data;
  // Data in double precision would otherwise crowd out everything else.
  constexpr double most_converted = 1 << 25;
  const double numbers = static_cast<double>(data.count()) * static_cast<double>(data.features() + data.outputs());
  if (!data.template holds<Scalar>() && numbers > most_converted) {
    return Error{config.data_field, "This data would take too much room in this precision.",
                 "Run it in the other one (`precision`), or take fewer examples."};
  }
  return data.template examples_for<Scalar>(config.shape.outputs(), config.shape.class_targets);
}

template <typename Scalar>
ObjectiveOf<Scalar> make_network(const NetworkResult& config) {
  if (!config.ok()) return config.error();
  auto examples = examples_of<Scalar>(config.value());
  if (!examples.ok()) return examples.error();
  return std::unique_ptr<Objective<Scalar>>(
      std::make_unique<NetworkObjective<Scalar>>(config.value().shape, std::move(examples.value()),
                                                 config.value().start.template cast<Scalar>(), config.value().initial));
}

template ObjectiveOf<double> make_network(const NetworkResult& config);
template ObjectiveOf<float> make_network(const NetworkResult& config);

}  // namespace descent::bindings
