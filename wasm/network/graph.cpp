#include "network/graph.hpp"

#include <utility>

namespace descent {
namespace {

Matrix<double> linear_value(const Matrix<double>& x, const Matrix<double>& weights, const Matrix<double>& bias) {
  Matrix<double> z(weights.rows(), x.cols());
  for (Index e = 0; e < x.cols(); ++e) {
    for (Index i = 0; i < weights.rows(); ++i) {
      double sum = bias(i, 0);
      for (Index k = 0; k < weights.cols(); ++k) sum += weights(i, k) * x(k, e);
      z(i, e) = sum;
    }
  }
  return z;
}

/// W^T g, G x^T and the sum of g over the examples: what a Linear node sends to x, W and b.
std::vector<Matrix<double>> linear_sends(const Matrix<double>& x, const Matrix<double>& weights,
                                         const Matrix<double>& g) {
  Matrix<double> to_x = Matrix<double>::Zero(x.rows(), x.cols());
  Matrix<double> to_weights = Matrix<double>::Zero(weights.rows(), weights.cols());
  Matrix<double> to_bias = Matrix<double>::Zero(weights.rows(), 1);
  for (Index e = 0; e < x.cols(); ++e) {
    for (Index i = 0; i < weights.rows(); ++i) {
      to_bias(i, 0) += g(i, e);
      for (Index k = 0; k < weights.cols(); ++k) {
        to_x(k, e) += weights(i, k) * g(i, e);
        to_weights(i, k) += g(i, e) * x(k, e);
      }
    }
  }
  return {to_x, to_weights, to_bias};
}

/// The loss of all examples; writes its derivative by the outputs.
double loss_value(Loss loss, const Matrix<double>& outputs, const Matrix<double>& targets, Matrix<double>& derivative) {
  const double scale = loss_scale(loss, outputs.rows(), outputs.cols());
  derivative.resize(outputs.rows(), outputs.cols());
  double sum = 0;
  for (Index e = 0; e < outputs.cols(); ++e) {
    sum += example_loss(loss, outputs.rows(), outputs.col(e).data(), targets.col(e).data(), scale,
                        derivative.col(e).data());
  }
  return scale * sum;
}

const char* loss_rule(Loss loss) {
  switch (loss) {
    case Loss::mse:
      return R"(\frac{2}{n\,m}(a - y)\,g)";
    case Loss::squared_error:
      return R"(\frac{2}{n}(a - y)\,g)";
    case Loss::cross_entropy:
      return R"(\frac{1}{n}(\mathrm{softmax}(z) - y)\,g)";
    case Loss::binary_cross_entropy:
      break;
  }
  return R"(\frac{1}{n\,m}(\sigma(z) - y)\,g)";
}

}  // namespace

Index Graph::add(Node node) {
  const auto number = static_cast<Index>(nodes_.size());
  if (node.kind != NodeKind::input) backwards_.insert(backwards_.begin(), number);
  nodes_.push_back(std::move(node));
  return number;
}

Index Graph::input(std::string name, Matrix<double> value) {
  return add({NodeKind::input, std::move(name), {}, {}, {}, std::move(value), {}});
}

Index Graph::linear(std::string name, Index x, Index weights, Index bias) {
  return add({NodeKind::linear, std::move(name), {x, weights, bias}, {}, {}, {}, {}});
}

Index Graph::activation(std::string name, Activation activation, Index x) {
  return add({NodeKind::activation, std::move(name), {x}, activation, {}, {}, {}});
}

Index Graph::loss(std::string name, Loss loss, Index outputs, Index targets) {
  return add({NodeKind::loss, std::move(name), {outputs, targets}, {}, loss, {}, {}});
}

Graph Graph::of(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs,
                const Matrix<double>& targets) {
  using Numbers = Eigen::Map<const Matrix<double>>;
  Graph graph;
  Index x = graph.input("x", inputs);
  for (Index layer = 0; layer < shape.depth(); ++layer) {
    const std::string number = std::to_string(layer + 1);
    const Index in = shape.in(layer);
    const Index out = shape.out(layer);
    const double* at = parameters.data() + shape.offset(layer);
    const Index weights = graph.input("W" + number, Numbers(at, out, in));
    const Index bias = graph.input("b" + number, Numbers(at + out * in, out, 1));
    x = graph.linear("z" + number, x, weights, bias);
    if (shape.activation(layer) != Activation::linear) x = graph.activation("a" + number, shape.activation(layer), x);
  }
  const Index y = graph.input("y", targets);
  graph.loss("loss", shape.loss, x, y);
  return graph;
}

const Node* Graph::find(const std::string& name) const {
  for (const Node& node : nodes_) {
    if (node.name == name) return &node;
  }
  return nullptr;
}

Index Graph::step_count() const { return static_cast<Index>(nodes_.size() + backwards_.size()); }

GraphStep Graph::step() {
  const auto count = static_cast<Index>(nodes_.size());
  const Index number = done_++;
  return number < count ? forward(number) : backward(backwards_[static_cast<std::size_t>(number - count)]);
}

GraphStep Graph::forward(Index number) {
  Node& node = at(number);
  GraphStep step{number, true, "", 0, {}};
  switch (node.kind) {
    case NodeKind::input:
      step.rule = "\\text{given}";
      break;
    case NodeKind::linear:
      node.value = linear_value(at(node.from[0]).value, at(node.from[1]).value, at(node.from[2]).value);
      step.rule = "z = W x + b";
      step.multiplications = at(node.from[1]).value.size() * node.value.cols();
      break;
    case NodeKind::activation:
      node.value = at(node.from[0]).value;
      activate(node.activation, node.value.size(), at(node.from[0]).value.data(), node.value.data());
      step.rule = activations()[static_cast<std::size_t>(node.activation)].formula;
      step.multiplications = node.value.size();
      break;
    case NodeKind::loss: {
      Matrix<double> derivative;
      node.value.setConstant(1, 1, loss_value(node.loss, at(node.from[0]).value, at(node.from[1]).value, derivative));
      step.rule = losses()[static_cast<std::size_t>(node.loss)].formula;
      step.multiplications = derivative.size();
      break;
    }
  }
  return step;
}

/// The node hands its gradient g on to those it listens to, each by the rule for that side.
GraphStep Graph::backward(Index number) {
  Node& node = at(number);
  const bool last = node.gradient.size() == 0;
  if (last) node.gradient.setOnes(node.value.rows(), node.value.cols());
  const Matrix<double>& g = node.gradient;
  GraphStep step{number, false, "", 0, {}};
  switch (node.kind) {
    case NodeKind::input:
      break;
    case NodeKind::linear:
      step.sends = linear_sends(at(node.from[0]).value, at(node.from[1]).value, g);
      step.rule = R"(x:\ W^{\top} g \qquad W:\ g\,x^{\top} \qquad b:\ \textstyle\sum_e g_e)";
      step.multiplications = 2 * at(node.from[1]).value.size() * g.cols();
      break;
    case NodeKind::activation: {
      Matrix<double> to_x = g;
      multiply_by_slope(node.activation, g.size(), at(node.from[0]).value.data(), node.value.data(), to_x.data());
      step.sends = {std::move(to_x)};
      step.rule = std::string(activations()[static_cast<std::size_t>(node.activation)].derivative) + R"(\cdot g)";
      step.multiplications = 2 * g.size();
      break;
    }
    case NodeKind::loss: {
      Matrix<double> to_outputs;
      loss_value(node.loss, at(node.from[0]).value, at(node.from[1]).value, to_outputs);
      step.multiplications = to_outputs.size();
      to_outputs *= g(0, 0);
      // The targets are data, not dials: nothing is sent to them.
      step.sends = {std::move(to_outputs), Matrix<double>()};
      step.rule = loss_rule(node.loss);
      break;
    }
  }
  for (std::size_t side = 0; side < step.sends.size(); ++side) {
    Matrix<double>& gradient = at(node.from[side]).gradient;
    if (gradient.size() == 0) {
      gradient = step.sends[side];
    } else if (step.sends[side].size() != 0) {
      gradient += step.sends[side];
    }
  }
  return step;
}

}  // namespace descent
