#include "network/circuit.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numeric>

#include "network/examples.hpp"
#include "network/graph.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// A circuit with its numbers.
struct Wired {
  Circuit circuit;
  std::vector<double> inputs;
  std::vector<double> dials;
  double target = 0;

  Flow<double> forwards() const { return flow<double>(circuit, inputs, dials, target); }
  Blame asked(const std::vector<Index>& order) const { return ask(circuit, forwards(), dials, order); }
  Blame whole() const { return asked(last_built_first(circuit)); }
};

/// Boxes that each listen to one to three of the nodes before them, dials now and then used twice, some wires bare.
Wired random_circuit(Random& random) {
  Wired w;
  const auto whole = [&](Index low, Index high) {
    return low + static_cast<Index>(random.uniform(0, 1) * static_cast<double>(high - low + 1));
  };
  w.circuit.inputs = whole(1, 3);
  w.circuit.dials = whole(3, 8);
  const Index boxes = whole(2, 8);
  for (Index i = 0; i < w.circuit.inputs; ++i) w.inputs.push_back(random.uniform(-1, 1));
  for (Index i = 0; i < w.circuit.dials; ++i) w.dials.push_back(random.uniform(-1.5, 1.5));
  w.target = random.uniform(-1, 1);
  constexpr Activation smooth[] = {Activation::linear, Activation::sigmoid, Activation::tanh, Activation::gelu};
  for (Index box = 0; box < boxes; ++box) {
    w.circuit.functions.push_back(smooth[whole(0, 3)]);
    w.circuit.biases.push_back(whole(-1, w.circuit.dials - 1));
    // Every box listens to its neighbour, so that all of them are used.
    w.circuit.wires.push_back({box, w.circuit.inputs + box - 1, whole(-1, w.circuit.dials - 1)});
    for (Index more = whole(0, 2); more > 0; --more) {
      w.circuit.wires.push_back({box, whole(0, w.circuit.inputs + box - 1), whole(-1, w.circuit.dials - 1)});
    }
  }
  return w;
}

void for_circuits(const std::function<void(const Wired&, Random&)>& check) {
  Random random(11);
  for (int i = 0; i < 200; ++i) {
    const Wired wired = random_circuit(random);
    check(wired, random);
  }
}

/// 1-1-2-1 with tanh: node 2 is used by 3 and by 4.
Wired forked(double lower = 0.9) {
  Wired w;
  w.circuit.inputs = 1;
  w.circuit.dials = 9;
  w.circuit.functions = {Activation::linear, Activation::tanh, Activation::tanh, Activation::tanh, Activation::linear};
  w.circuit.biases = {1, -1, 4, 5, 8};
  w.circuit.wires = {{0, 0, 0}, {1, 1, -1}, {2, 2, 2}, {3, 2, 3}, {4, 3, 6}, {4, 4, 7}};
  w.inputs = {0.8};
  w.dials = {0.9, -0.2, 1.2, 0.8, 0.1, -0.3, 1.1, lower, 0.2};
  w.target = 0.4;
  return w;
}

bool near(double one, double other) {
  return std::abs(one - other) <= 1e-9 * std::max({1.0, std::abs(one), std::abs(other)});
}

bool near(const std::vector<double>& one, const std::vector<double>& other) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (!near(one[i], other[i])) return false;
  }
  return one.size() == other.size();
}

/// The same derivative by walking every way from a node to the loss: the chain rule written out.
double over_all_ways(const Wired& w, const Flow<double>& flow, Index node) {
  const Circuit& c = w.circuit;
  if (node == c.loss_node()) return 1;
  double sum = node == c.loss_node() - 1 ? flow.slopes.back() : 0;
  for (const Wire& wire : c.wires) {
    if (wire.from != node) continue;
    const double weight = wire.dial < 0 ? 1 : w.dials[static_cast<std::size_t>(wire.dial)];
    sum += weight * flow.slopes[static_cast<std::size_t>(wire.box)] * over_all_ways(w, flow, c.inputs + wire.box);
  }
  return sum;
}

/// Hands on every share the moment it arrives, and counts how often each node works.
void hand_on_at_once(const Circuit& c, Index node, std::vector<double>& worked) {
  worked[static_cast<std::size_t>(node)] += 1;
  if (node == c.loss_node()) hand_on_at_once(c, node - 1, worked);
  for (const Wire& wire : c.wires) {
    if (c.inputs + wire.box == node) hand_on_at_once(c, wire.from, worked);
  }
}

std::size_t index(Index i) { return static_cast<std::size_t>(i); }

}  // namespace

TEST_CASE("a circuit's blame, asked last built first, equals its difference quotients") {
  for_circuits([](const Wired& w, Random&) {
    const Blame blame = w.whole();
    const auto quotients = nudged<double>(w.circuit, w.inputs, w.dials, w.target, 1e-5);
    for (std::size_t i = 0; i < quotients.size(); ++i) {
      CHECK(std::abs(blame.gradient[i] - quotients[i]) < 1e-6 * std::max(1.0, std::abs(quotients[i])));
    }
  });
}

TEST_CASE("a circuit's blame equals the chain rule summed over every way to the loss") {
  for_circuits([](const Wired& w, Random&) {
    const Flow<double> forwards = w.forwards();
    const Blame blame = w.whole();
    for (Index node = w.circuit.inputs; node <= w.circuit.loss_node(); ++node) {
      CHECK(near(blame.passed[index(node)], over_all_ways(w, forwards, node)));
    }
  });
}

TEST_CASE("a layered network as a circuit has the graph's values, gradients and multiplications") {
  const NetworkShape shape{{2, 3, 1}, Activation::tanh, Activation::linear, Loss::mse};
  Random random(5);
  for (int i = 0; i < 20; ++i) {
    const auto examples = random_examples<double>(shape, 1, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    Graph graph = Graph::of(shape, at, examples->inputs, examples->targets);
    Index forwards = 0;
    Index backwards = 0;
    while (!graph.finished()) {
      const GraphStep step = graph.step();
      (step.forward ? forwards : backwards) += step.multiplications;
    }
    Wired w;
    w.circuit = {2, 13, {}, {}, {}};
    // Its own squash each, as the graph has: sums 0 to 2, squashes 3 to 5, the output 6.
    for (Index n = 0; n < 3; ++n) {
      w.circuit.functions.push_back(Activation::linear);
      w.circuit.biases.push_back(6 + n);
      for (Index k = 0; k < 2; ++k) w.circuit.wires.push_back({n, k, k * 3 + n});
    }
    for (Index n = 0; n < 3; ++n) {
      w.circuit.functions.push_back(Activation::tanh);
      w.circuit.biases.push_back(-1);
      w.circuit.wires.push_back({3 + n, 2 + n, -1});
    }
    w.circuit.functions.push_back(Activation::linear);
    w.circuit.biases.push_back(12);
    for (Index k = 0; k < 3; ++k) w.circuit.wires.push_back({6, 5 + k, 9 + k});
    w.inputs.assign(examples->inputs.data(), examples->inputs.data() + 2);
    w.dials.assign(at.data(), at.data() + at.size());
    w.target = examples->targets(0, 0);
    const Flow<double> values = w.forwards();
    const Blame blame = w.whole();
    CHECK(values.values.back() == graph.find("loss")->value(0, 0));
    const auto same = [&](const char* name, std::size_t first) {
      const Matrix<double>& gradient = graph.find(name)->gradient;
      for (Index k = 0; k < gradient.size(); ++k) CHECK(near(gradient.data()[k], blame.gradient[first + index(k)]));
    };
    same("W1", 0);
    same("b1", 6);
    same("W2", 9);
    same("b2", 12);
    const auto counts = forward_multiplications(w.circuit);
    CHECK(std::accumulate(counts.begin(), counts.end(), Index{0}) == forwards);
    CHECK(std::accumulate(blame.multiplications.begin(), blame.multiplications.end(), Index{0}) == backwards);
  }
}

TEST_CASE("a sweep never multiplies more than twice as often as the way forwards") {
  for_circuits([](const Wired& w, Random&) {
    const auto counts = forward_multiplications(w.circuit);
    const Blame blame = w.whole();
    CHECK(std::accumulate(blame.multiplications.begin(), blame.multiplications.end(), Index{0}) <=
          2 * std::accumulate(counts.begin(), counts.end(), Index{0}));
  });
}

TEST_CASE("every order that asks a box after all that it feeds gives the same slopes, and nobody is asked twice") {
  for_circuits([](const Wired& w, Random& random) {
    const Circuit& c = w.circuit;
    std::vector<Index> order = {c.loss_node()};
    order.reserve(index(c.boxes() + 1));
    std::vector<bool> asked(index(c.nodes()));
    asked[index(c.loss_node())] = true;
    while (static_cast<Index>(order.size()) <= c.boxes()) {
      std::vector<Index> ready;
      for (Index node = c.inputs; node < c.loss_node(); ++node) {
        bool free = !asked[index(node)] && (node != c.loss_node() - 1 || asked[index(c.loss_node())]);
        for (const Wire& wire : c.wires) free = free && (wire.from != node || asked[index(c.inputs + wire.box)]);
        if (free) ready.push_back(node);
      }
      const auto chosen = ready[index(static_cast<Index>(random.uniform(0, 1) * static_cast<double>(ready.size())))];
      asked[index(chosen)] = true;
      order.push_back(chosen);
    }
    CHECK(near(w.asked(order).gradient, w.whole().gradient));
  });
}

TEST_CASE("whatever the order, asking whoever still holds something makes all of it right") {
  for_circuits([](const Wired& w, Random& random) {
    const Circuit& c = w.circuit;
    std::vector<Index> order;
    order.reserve(32);
    for (int i = 0; i < 12; ++i) {
      order.push_back(c.inputs + static_cast<Index>(random.uniform(0, 1) * static_cast<double>(c.boxes() + 1)));
    }
    const auto right_order = last_built_first(c);
    order.insert(order.end(), right_order.begin(), right_order.end());
    const Blame blame = w.asked(order);
    CHECK(near(blame.gradient, w.whole().gradient));
    for (Index node = c.inputs; node <= c.loss_node(); ++node) {
      CHECK(near(blame.passed[index(node)], w.whole().passed[index(node)]));
    }
  });
}

TEST_CASE("a fork asked before one of its users hands on that much less, and the rest when it is asked again") {
  const Wired w = forked();
  const Blame right = w.whole();
  const Blame early = w.asked({6, 5, 3, 2, 1, 4});
  CHECK(early.arrived[3]);
  CHECK(early.taken[3] == 0);
  CHECK(near(early.passed[2], right.delivered[2]));
  CHECK(near(right.passed[2], right.delivered[2] + right.delivered[3]));
  // Only what lies behind the fork is short.
  for (std::size_t dial = 0; dial < 9; ++dial) CHECK(near(early.gradient[dial], right.gradient[dial]) == (dial > 1));
  const Blame again = w.asked({6, 5, 3, 2, 1, 4, 2, 1});
  CHECK(near(again.gradient, right.gradient));
  CHECK(again.asked[1] == 2);
  CHECK(again.asked[2] == 2);
}

TEST_CASE("with shares of opposite sign, a missing one makes the blame too large") {
  const Wired w = forked(-0.9);
  CHECK(std::abs(w.asked({6, 5, 3, 2}).passed[2]) > std::abs(w.whole().passed[2]));
}

TEST_CASE("whoever was sent nothing hands on nothing") {
  const Wired w = forked();
  const Blame blame = w.asked({2, 5, 6, 6});
  CHECK(blame.delivered[1] == 0);
  CHECK(blame.passed[5] == 0);
  CHECK(blame.passed[6] == 1);
  CHECK(!blame.reached[2]);
}

TEST_CASE("ways to the loss are how often a node works where every arrival is handed on at once") {
  for_circuits([](const Wired& w, Random&) {
    std::vector<double> worked(index(w.circuit.nodes()));
    hand_on_at_once(w.circuit, w.circuit.loss_node(), worked);
    CHECK(ways_to_loss(w.circuit) == worked);
  });
}

TEST_CASE("in single precision nudging is off by far more than in double") {
  const Wired w = forked();
  const auto right = w.whole().gradient;
  const auto worst = [&](const std::vector<double>& quotients) {
    double error = 0;
    for (std::size_t i = 0; i < right.size(); ++i) error = std::max(error, std::abs(quotients[i] - right[i]));
    return error;
  };
  CHECK(worst(nudged<double>(w.circuit, w.inputs, w.dials, w.target, 1e-5)) < 1e-8);
  CHECK(worst(nudged<float>(w.circuit, w.inputs, w.dials, w.target, 1e-5)) > 1e-4);
}
