#include "bindings/size.hpp"

#include <string>
#include <vector>

#include "analysis/network_plane.hpp"
#include "bindings/convert.hpp"
#include "bindings/run_handles.hpp"
#include "bindings/whole/data_handles.hpp"
#include "bindings/whole/network_config.hpp"
#include "bindings/whole/text_config.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

template <typename Scalar, Result<NetworkConfig> (*read)(Reader&)>
ObjectiveOf<Scalar> read_network_objective(Reader& reader) {
  return make_network<Scalar>(read(reader));
}

constexpr Kind kinds[] = {
    {"bigram", read_bigram},
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

std::unique_ptr<PlaneLoss> losses_on_plane(const Objective<double>& objective, const Vector<double>& at,
                                           const std::array<Vector<double>, 2>& directions) {
  return losses_on(objective, at, directions);
}

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
