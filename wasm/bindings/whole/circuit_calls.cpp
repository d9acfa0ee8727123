#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "bindings/convert.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "core/text.hpp"
#include "network/circuit.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// Most boxes of a circuit: what a reader steps through is small.
constexpr Index most_boxes = 256;
/// Most questions in an order.
constexpr std::size_t most_questions = 4096;

struct CircuitConfig {
  Circuit circuit;
  std::vector<double> inputs;
  std::vector<double> dials;
  double target = 0;
  double width = 0;
  std::vector<Index> order;
};

/// A whole number of a list, within [low, high].
Index entry(Reader& reader, const char* name, const std::vector<double>& list, std::size_t i, Index low, Index high) {
  const double given = list[i];
  if (given == std::floor(given) && given >= static_cast<double>(low) && given <= static_cast<double>(high)) {
    return static_cast<Index>(given);
  }
  if (reader.ok()) {
    reader.refuse(name, "Entry " + std::to_string(i) + " (counting from 0) is " + text_of(given) + ".",
                  high < low ? "Nothing fits there."
                             : "Give a whole number from " + std::to_string(low) + " to " + std::to_string(high) + ".");
  }
  return low;
}

void read_functions(Reader& reader, Circuit& circuit) {
  // Not by a stream: those bring every locale's numbers with them, a fifth of the module.
  const std::string names = reader.text("functions", "");
  const auto known = names_of(activations());
  for (std::size_t from = names.find_first_not_of(' '); from != std::string::npos;) {
    const std::size_t to = std::min(names.find(' ', from), names.size());
    const std::string name = names.substr(from, to - from);
    from = names.find_first_not_of(' ', to);
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      reader.refuse("functions", "There is no such function.", suggestion(name, known));
      return;
    }
    circuit.functions.push_back(static_cast<Activation>(found - known.begin()));
  }
  if (!reader.ok() || (circuit.boxes() >= 1 && circuit.boxes() <= most_boxes)) return;
  reader.refuse("functions", "These are " + std::to_string(circuit.boxes()) + " boxes.",
                "Give the functions of 1 to " + std::to_string(most_boxes) + " boxes, such as `sigmoid linear`.");
}

void read_wires(Reader& reader, Circuit& circuit) {
  const std::vector<double> list = reader.numbers("wires");
  if (reader.ok() && (list.empty() || list.size() % 3 != 0 || list.size() > 3 * most_questions)) {
    reader.refuse("wires", "These are " + std::to_string(list.size()) + " numbers.",
                  "Give three for each wire: its box, the node it comes from, its dial or -1.");
  }
  Index before = 0;
  for (std::size_t i = 0; i + 2 < list.size() && reader.ok(); i += 3) {
    const Index box = entry(reader, "wires", list, i, before, circuit.boxes() - 1);
    const Index from = entry(reader, "wires", list, i + 1, 0, circuit.inputs + box - 1);
    circuit.wires.push_back({box, from, entry(reader, "wires", list, i + 2, -1, circuit.dials - 1)});
    before = box;
  }
}

void read_biases(Reader& reader, Circuit& circuit) {
  const std::vector<double> list = reader.numbers("biases");
  if (reader.ok() && static_cast<Index>(list.size()) != circuit.boxes()) {
    reader.refuse("biases", "These are " + std::to_string(list.size()) + " numbers.",
                  "Give one for each of the " + std::to_string(circuit.boxes()) + " boxes: a dial, or -1.");
  }
  for (std::size_t i = 0; i < list.size() && reader.ok(); ++i) {
    circuit.biases.push_back(entry(reader, "biases", list, i, -1, circuit.dials - 1));
  }
}

void read_order(Reader& reader, CircuitConfig& config) {
  const Circuit& circuit = config.circuit;
  if (!reader.has("order")) {
    config.order = last_built_first(circuit);
    return;
  }
  const std::vector<double> list = reader.numbers("order");
  if (list.size() > most_questions) {
    reader.refuse("order", "These are " + std::to_string(list.size()) + " questions.",
                  "Give at most " + std::to_string(most_questions) + ".");
  }
  for (std::size_t i = 0; i < list.size() && reader.ok(); ++i) {
    config.order.push_back(entry(reader, "order", list, i, circuit.inputs, circuit.loss_node()));
  }
}

Result<CircuitConfig> read_circuit(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"inputs", "dials", "target", "functions", "wires", "biases", "order", "width"});
  CircuitConfig config;
  Circuit& circuit = config.circuit;
  constexpr double farthest = 1e150;
  constexpr double usual_width = 1e-5;
  config.inputs = reader.numbers("inputs");
  config.dials = reader.numbers("dials");
  config.target = reader.number("target", 0, -farthest, farthest);
  config.width = reader.number("width", usual_width, 1e-12, 1);
  circuit.inputs = static_cast<Index>(config.inputs.size());
  circuit.dials = static_cast<Index>(config.dials.size());
  if (reader.ok()) read_functions(reader, circuit);
  if (reader.ok()) read_wires(reader, circuit);
  if (reader.ok()) read_biases(reader, circuit);
  if (reader.ok()) read_order(reader, config);
  if (!reader.ok()) return reader.error();
  return config;
}

template <typename Number>
val list_of(const std::vector<Number>& numbers) {
  const std::vector<double> copy(numbers.begin(), numbers.end());
  return to_js(std::span<const double>(copy));
}

bool finite(const std::vector<double>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

}  // namespace

val circuit(const val& options) {
  const auto read = read_circuit(options);
  if (!read.ok()) return refusal(read.error());
  const CircuitConfig& c = read.value();
  const Flow<double> forwards = flow<double>(c.circuit, c.inputs, c.dials, c.target);
  const Blame blame = ask(c.circuit, forwards, c.dials, c.order);
  const std::vector<double> quotients = nudged<double>(c.circuit, c.inputs, c.dials, c.target, c.width);
  const std::vector<double> rough = nudged<float>(c.circuit, c.inputs, c.dials, c.target, c.width);
  for (const auto* numbers : {&forwards.values, &blame.delivered, &blame.gradient, &quotients, &rough}) {
    if (!finite(*numbers)) {
      return refusal({"dials", "The numbers are not finite here.", "Use smaller dials or inputs."});
    }
  }
  val result = answer();
  put(result, "values", list_of(forwards.values));
  put(result, "sums", list_of(forwards.sums));
  put(result, "slopes", list_of(forwards.slopes));
  put(result, "forwards", list_of(forward_multiplications(c.circuit)));
  put(result, "order", list_of(c.order));
  put(result, "backwards", list_of(blame.multiplications));
  put(result, "delivered", list_of(blame.delivered));
  put(result, "taken", list_of(blame.taken));
  put(result, "arrived", list_of(blame.arrived));
  put(result, "asked", list_of(blame.asked));
  put(result, "passed", list_of(blame.passed));
  put(result, "gradient", list_of(blame.gradient));
  put(result, "reached", list_of(blame.reached));
  put(result, "nudged", list_of(quotients));
  put(result, "nudgedInSingle", list_of(rough));
  put(result, "ways", list_of(ways_to_loss(c.circuit)));
  return result;
}

}  // namespace descent::bindings
