#pragma once

#include <string>
#include <vector>

#include "network/shape.hpp"

namespace descent {

enum class NodeKind { input, linear, activation, loss };

/// A node of a computation graph: a value made from the values of the nodes it listens to.
struct Node {
  NodeKind kind;
  std::string name;            ///< unique within its graph, e.g. `W1`, `z1`, `a1`, `loss`
  std::vector<Index> from;     ///< numbers of the nodes it listens to, each less than its own
  Activation activation = {};  ///< of an activation
  Loss loss = {};              ///< of a loss
  Matrix<double> value;        ///< one column per example; W: out x in, b: out x 1, loss: 1 x 1
  Matrix<double> gradient;     ///< derivative of the graph's last node by `value`; empty before the sweep reaches it
};

/// What one step did, with the rule it followed.
struct GraphStep {
  Index node;
  bool forward;
  std::string rule;                   ///< TeX; backwards, what the node sends to each of its `from`
  Index multiplications = 0;          ///< how many it took
  std::vector<Matrix<double>> sends;  ///< backwards: the derivatives sent, one per `from`
};

/// A computation graph (Input, Linear, activations, losses) that runs forwards and backwards one node
/// at a time. Written for reading, not for speed; it sums in the same order as Network, so that both
/// give the same bits. The pieces are those of the teaching library MiniFlow.
class Graph {
 public:
  /// Each answers the new node's number. W: out x in, b: out x 1, x: in x examples.
  Index input(std::string name, Matrix<double> value);
  Index linear(std::string name, Index x, Index weights, Index bias);
  Index activation(std::string name, Activation activation, Index x);
  Index loss(std::string name, Loss loss, Index outputs, Index targets);

  /// A network as a graph: `x`; per layer l `Wl`, `bl`, `zl`, and `al` where it has an activation; `y`
  /// and `loss`. Inputs and targets have one column per example.
  static Graph of(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs,
                  const Matrix<double>& targets);

  const std::vector<Node>& nodes() const { return nodes_; }
  /// The node of that name, or nullptr.
  const Node* find(const std::string& name) const;

  /// Steps of a whole sweep: every node forwards, then every node but the inputs backwards.
  Index step_count() const;
  /// Steps that were made.
  Index done() const { return done_; }
  bool finished() const { return done_ == step_count(); }
  /// The next step of the sweep; begins with the first node's value. Not to be called when finished.
  GraphStep step();

 private:
  Node& at(Index node) { return nodes_[static_cast<std::size_t>(node)]; }
  const Node& at(Index node) const { return nodes_[static_cast<std::size_t>(node)]; }
  Index add(Node node);
  GraphStep forward(Index node);
  GraphStep backward(Index node);

  std::vector<Node> nodes_;
  std::vector<Index> backwards_;  ///< nodes that are not inputs, last first
  Index done_ = 0;
};

}  // namespace descent
