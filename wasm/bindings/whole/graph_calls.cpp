#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "bindings/whole/network_config.hpp"
#include "core/text.hpp"
#include "network/graph.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// A graph as it stands, and as it was before its first step.
struct HeldGraph {
  Graph graph;
  Graph fresh;
};

/// Most numbers of one graph's values: what a reader steps through is small.
constexpr double most_numbers = 1 << 20;

Handles<HeldGraph>& handles() {
  static Handles<HeldGraph> all;
  return all;
}

Result<NetworkConfig> read_model(Reader& reader) {
  struct Model {
    const char* key;
    Result<NetworkConfig> (*read)(Reader&);
  };
  constexpr Model models[] = {{"network", read_network}, {"logistic", read_logistic}, {"softmax", read_softmax}};
  for (const Model& model : models) {
    if (!reader.has(model.key)) continue;
    // What reads a model takes nothing beside it.
    val alone = val::object();
    put(alone, model.key, reader.get(model.key));
    Reader inner(alone, "");
    return model.read(inner);
  }
  return Error{"network", "This does not say which network.", "Give `network`, `logistic` or `softmax`."};
}

/// Inputs and targets, a column per example: of one example, or with `count` of several.
struct Columns {
  Matrix<double> inputs;
  Matrix<double> targets;
};

Columns columns_of(const NetworkConfig& config, Index first, Index count) {
  const DataSet& data = *config.data;
  const std::vector<double> inputs = data.inputs(first, count);
  Columns columns{Eigen::Map<const Matrix<double>>(inputs.data(), data.features(), count), {}};
  if (data.outputs() == config.shape.outputs()) {
    const std::vector<double> targets = data.targets(first, count);
    columns.targets = Eigen::Map<const Matrix<double>>(targets.data(), data.outputs(), count);
  } else {
    // Two classes for one output: the label itself is the target.
    columns.targets.resize(1, count);
    for (Index e = 0; e < count; ++e) columns.targets(0, e) = data.labels()[static_cast<std::size_t>(first + e)];
  }
  return columns;
}

/// Values of all nodes together.
double numbers_of(const NetworkShape& shape, Index examples) {
  double each = static_cast<double>(shape.inputs()) + static_cast<double>(shape.outputs());
  for (Index layer = 0; layer < shape.depth(); ++layer) each += 2 * static_cast<double>(shape.out(layer));
  return static_cast<double>(shape.parameter_count()) + each * static_cast<double>(examples);
}

Result<Graph> read_graph(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"network", "logistic", "softmax", "example", "at"});
  if (!reader.ok()) return reader.error();
  auto config = read_model(reader);
  if (!config.ok()) return config.error();
  const NetworkShape& shape = config.value().shape;
  const Index held = config.value().data->count();
  const bool one = reader.has("example");
  const Index first = reader.whole("example", 0, 0, held - 1);
  if (!reader.ok()) return reader.error();
  const Index count = one ? 1 : held;
  if (numbers_of(shape, count) > most_numbers) {
    return Error{one ? "network" : "example", "This graph would hold too many numbers to be looked at.",
                 one ? "Give fewer neurons." : "Say which `example` it is for, or give fewer of them."};
  }
  Vector<double> at = config.value().start;
  if (reader.has("at")) {
    auto given = read_point(reader.get("at"), "at", shape.parameter_count());
    if (!given.ok()) return given.error();
    at = std::move(given.value());
  }
  const Columns columns = columns_of(config.value(), first, count);
  return Graph::of(shape, at, columns.inputs, columns.targets);
}

val entries_of(const Matrix<double>& matrix) {
  return to_js(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

/// What an input stands for in a network's graph, by its name.
const char* role_of(const Node& node) {
  constexpr const char* kinds[] = {"input", "linear", "activation", "loss"};
  if (node.kind != NodeKind::input) return kinds[static_cast<int>(node.kind)];
  switch (node.name[0]) {
    case 'W':
      return "weights";
    case 'b':
      return "bias";
    case 'y':
      return "target";
    default:
      return "input";
  }
}

/// The name of the activation or loss.
const char* function_of(const Node& node) {
  if (node.kind == NodeKind::activation) return activations()[static_cast<std::size_t>(node.activation)].name;
  return node.kind == NodeKind::loss ? losses()[static_cast<std::size_t>(node.loss)].name : "";
}

struct Size {
  Index rows;
  Index columns;
};

/// The size that a node's value has, or will have.
Size size_of(const Node& node, const std::vector<Size>& sizes) {
  const auto from = [&](std::size_t side) { return sizes[static_cast<std::size_t>(node.from[side])]; };
  switch (node.kind) {
    case NodeKind::linear:
      return {from(1).rows, from(0).columns};
    case NodeKind::activation:
      return from(0);
    case NodeKind::loss:
      return {1, 1};
    case NodeKind::input:
      break;
  }
  return {node.value.rows(), node.value.cols()};
}

val describe(const Node& node, Size size, bool known) {
  val from = val::array();
  for (const Index other : node.from) push(from, val(static_cast<int>(other)));
  val result = val::object();
  put(result, "name", node.name);
  put(result, "kind", role_of(node));
  put(result, "from", from);
  put(result, "rows", static_cast<int>(size.rows));
  put(result, "columns", static_cast<int>(size.columns));
  put(result, "function", function_of(node));
  put(result, "value", entries_of(known ? node.value : Matrix<double>()));
  put(result, "gradient", entries_of(node.gradient));
  return result;
}

}  // namespace

val create_graph(const val& options) {
  auto graph = read_graph(options);
  if (!graph.ok()) return refusal(graph.error());
  double numbers = 0;
  for (const Node& node : graph.value().nodes()) numbers += static_cast<double>(node.value.size());
  // Values and gradients, twice over.
  const double bytes = 4 * sizeof(double) * (numbers + 1024);
  if (const auto full = no_room(bytes)) return refusal(*full);
  const Index steps = graph.value().step_count();
  Graph fresh = graph.value();
  auto held = std::make_unique<HeldGraph>(HeldGraph{std::move(graph.value()), std::move(fresh)});
  val result = answer();
  put(result, "handle", handles().add(std::move(held), bytes));
  put(result, "stepCount", static_cast<int>(steps));
  return result;
}

val graph_nodes(int handle) {
  const HeldGraph* held = handles().find(handle);
  if (held == nullptr) return disposed();
  const Graph& graph = held->graph;
  std::vector<Size> sizes;
  val list = val::array();
  for (const Node& node : graph.nodes()) {
    const bool known = static_cast<Index>(sizes.size()) < graph.done();
    sizes.push_back(size_of(node, sizes));
    push(list, describe(node, sizes.back(), known));
  }
  val result = answer();
  put(result, "nodes", list);
  return result;
}

val graph_step(int handle) {
  HeldGraph* held = handles().find(handle);
  if (held == nullptr) return disposed();
  Graph& graph = held->graph;
  if (graph.finished()) return refusal({"step", "The sweep is over: every node has had its turn.", "Call reset()."});
  const GraphStep step = graph.step();
  const Node& node = graph.nodes()[static_cast<std::size_t>(step.node)];
  bool finite = node.value.allFinite() && node.gradient.allFinite();
  val sends = val::array();
  for (std::size_t side = 0; side < step.sends.size(); ++side) {
    if (step.sends[side].size() == 0) continue;
    finite = finite && step.sends[side].allFinite();
    val sent = val::object();
    put(sent, "to", static_cast<int>(node.from[side]));
    put(sent, "values", entries_of(step.sends[side]));
    push(sends, sent);
  }
  if (!finite) {
    return refusal({"at", "The network's numbers are not finite here.", "Use smaller parameters or inputs."});
  }
  val result = answer();
  put(result, "node", static_cast<int>(step.node));
  put(result, "name", node.name);
  put(result, "forward", step.forward);
  put(result, "rule", step.rule);
  put(result, "multiplications", static_cast<double>(step.multiplications));
  put(result, "values", entries_of(step.forward ? node.value : node.gradient));
  put(result, "sends", sends);
  return result;
}

/// Steps made; 0 for a number that finds nothing.
int graph_done(int handle) {
  const HeldGraph* held = handles().find(handle);
  return held == nullptr ? 0 : static_cast<int>(held->graph.done());
}

void reset_graph(int handle) {
  HeldGraph* held = handles().find(handle);
  if (held != nullptr) held->graph = held->fresh;
}

void dispose_graph(int handle) { handles().remove(handle); }

}  // namespace descent::bindings
