#include "bindings/size.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/run_handles.hpp"
#include "bindings/whole/data_handles.hpp"
#include "bindings/whole/network_config.hpp"
#include "bindings/whole/text_config.hpp"
#include "objective/noisy.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

template <typename Scalar, Result<NetworkConfig> (*read)(Reader&)>
ObjectiveOf<Scalar> read_network_objective(Reader& reader) {
  return make_network<Scalar>(read(reader));
}

/// `{ noisy: { objective, size, seed } }`.
ObjectiveResult read_noisy(Reader& outer) {
  outer.allow_only({"noisy"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("noisy"), outer.path_of("noisy"));
  reader.allow_only({"objective", "size", "seed"});
  constexpr Index largest_seed = 2147483647;
  const double size = reader.number("size", 0, 0, 1e12);
  const Index seed = reader.whole("seed", 1, 0, largest_seed);
  if (!reader.ok()) return reader.error();
  const std::string path = reader.path_of("objective");
  const val inner = reader.get("objective");
  Reader within(inner, path);
  if (!within.ok()) return within.error();
  // One within the other without end would not end here either.
  if (within.has("noisy")) {
    return Error{path, "Noise upon noise is not offered.", "Give the objective itself, and the size of both together."};
  }
  auto objective = read_objective(inner, path);
  if (!objective.ok()) return objective.error();
  return std::unique_ptr<Objective<double>>(
      std::make_unique<Noisy>(std::move(objective.value()), size, static_cast<std::uint64_t>(seed)));
}

constexpr Kind kinds[] = {
    {"bigram", read_bigram},
    {"noisy", read_noisy},
    {"network", read_network_objective<double, read_network>, read_network_objective<float, read_network>},
    {"logistic", read_network_objective<double, read_logistic>, read_network_objective<float, read_logistic>},
    {"softmax", read_network_objective<double, read_softmax>, read_network_objective<float, read_softmax>},
};

}  // namespace

List<Kind> further_kinds() { return kinds; }

Result<LinearExamples> read_held_examples(const val& option, const std::string& field) {
  auto found = find_data(option, field);
  if (!found.ok()) return found.error();
  // The rows of a data set that has one target, which is no class.
  const DataSet& data = *found.value();
  if (data.features() > max_features || data.outputs() != 1) {
    return Error{field,
                 "A regression takes one target and at most " + std::to_string(max_features) +
                     " features; this data has " + std::to_string(data.outputs()) + " and " +
                     std::to_string(data.features()) + ".",
                 "Choose data in which a number is to be predicted."};
  }
  const auto examples = data.examples<double>();
  return LinearExamples{examples->inputs.transpose(), examples->targets.row(0).transpose()};
}

val create_single_run(const val& options) { return create_run_of<float>(options); }

val describe(const NetworkShape* network) {
  if (network == nullptr) return val::null();
  const auto name = [](Activation activation) {
    return std::string(activations()[static_cast<std::size_t>(activation)].name);
  };
  std::vector<double> offsets;
  for (Index layer = 0; layer <= network->depth(); ++layer) {
    offsets.push_back(static_cast<double>(network->offset(layer)));
  }
  val result = val::object();
  put(result, "layers", to_js(std::vector<double>(network->sizes.begin(), network->sizes.end())));
  put(result, "activation", name(network->hidden));
  put(result, "outputActivation", name(network->output));
  put(result, "loss", losses()[static_cast<std::size_t>(network->loss)].name);
  put(result, "parameterCount", static_cast<int>(network->parameter_count()));
  put(result, "offsets", to_js(offsets));
  return result;
}

}  // namespace descent::bindings
