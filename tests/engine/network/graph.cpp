#include "network/graph.hpp"

#include <doctest/doctest.h>

#include "network/examples.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// The gradients of all W and b, as a flat vector in the network's layout.
Vector<double> flat_gradient(const Graph& graph, const NetworkShape& shape) {
  Vector<double> flat(shape.parameter_count());
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const std::string number = std::to_string(layer + 1);
    const Matrix<double>& weights = graph.find("W" + number)->gradient;
    const Matrix<double>& bias = graph.find("b" + number)->gradient;
    std::copy(weights.data(), weights.data() + weights.size(), flat.data() + shape.offset(layer));
    std::copy(bias.data(), bias.data() + bias.size(), flat.data() + shape.offset(layer) + weights.size());
  }
  return flat;
}

}  // namespace

TEST_CASE("a graph's loss and gradients equal the network's to the last bit") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto examples = random_examples<double>(shape, 5, random);
    const Vector<double> at = random_parameters<double>(shape, random);
    Graph graph = Graph::of(shape, at, examples->inputs, examples->targets);
    while (!graph.finished()) graph.step();

    const NetworkObjective<double> objective(shape, examples, at);
    Vector<double> gradient(at.size());
    CHECK(graph.find("loss")->value(0, 0) == objective.value_and_gradient(at, gradient));
    CHECK(flat_gradient(graph, shape) == gradient);
  });
}

TEST_CASE("a graph computes one node per step, none before those it listens to") {
  const NetworkShape shape{{2, 3, 1}, Activation::sigmoid, Activation::linear, Loss::mse};
  Random random(3);
  const auto examples = random_examples<double>(shape, 1, random);
  Graph graph = Graph::of(shape, random_parameters<double>(shape, random), examples->inputs, examples->targets);
  std::vector<bool> known(graph.nodes().size());
  Index forwards = 0;
  Index backwards = 0;
  for (Index s = 0; s < graph.step_count(); ++s) {
    const GraphStep step = graph.step();
    const Node& node = graph.nodes()[static_cast<std::size_t>(step.node)];
    CHECK(!step.rule.empty());
    CHECK(node.value.size() > 0);
    if (step.forward) {
      for (const Index from : node.from) CHECK(known[static_cast<std::size_t>(from)]);
      known[static_cast<std::size_t>(step.node)] = true;
      forwards += step.multiplications;
    } else {
      CHECK(node.gradient.rows() == node.value.rows());
      CHECK(step.sends.size() == node.from.size());
      backwards += step.multiplications;
    }
  }
  CHECK(graph.finished());
  CHECK(graph.nodes().back().gradient(0, 0) == 1);
  CHECK(backwards > forwards);
  CHECK(backwards < 3 * forwards);
}

TEST_CASE("a node that two others listen to collects both derivatives") {
  Graph graph;
  const Index x = graph.input("x", Matrix<double>::Constant(1, 1, 0.5));
  const Index w = graph.input("w", Matrix<double>::Constant(1, 1, 3));
  const Index b = graph.input("b", Matrix<double>::Constant(1, 1, 0));
  const Index once = graph.linear("once", x, w, b);
  const Index twice = graph.linear("twice", once, w, b);  // w^2 x
  const Index y = graph.input("y", Matrix<double>::Constant(1, 1, 0));
  graph.loss("loss", Loss::mse, twice, y);  // w^4 x^2
  while (!graph.finished()) graph.step();
  CHECK(graph.find("loss")->value(0, 0) == 81 * 0.25);
  CHECK(graph.find("w")->gradient(0, 0) == 4 * 27 * 0.25);
  CHECK(graph.find("x")->gradient(0, 0) == 2 * 81 * 0.5);
}
