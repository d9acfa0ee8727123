#include "network/circuit.hpp"

namespace descent {
namespace {

std::size_t at(Index i) { return static_cast<std::size_t>(i); }

/// What came forwards along a wire.
double carried(const Circuit& circuit, const Flow<double>& flow, Index wire) {
  return flow.values[at(circuit.wires[at(wire)].from)];
}

/// The wire that leads into the loss stands behind all others.
Index loss_wire(const Circuit& circuit) { return static_cast<Index>(circuit.wires.size()); }

/// The node that is sent blame along a wire.
Index receiver(const Circuit& circuit, Index wire) {
  return wire == loss_wire(circuit) ? circuit.loss_node() - 1 : circuit.wires[at(wire)].from;
}

/// Takes what has been sent to a node since it was asked last.
double take(const Circuit& circuit, Blame& blame, Index node) {
  // That the loss changes as much as it changes needs nobody to say so; said once, it is said.
  double sent = node == circuit.loss_node() && blame.asked[at(node)] == 0 ? 1 : 0;
  for (Index wire = 0; wire <= loss_wire(circuit); ++wire) {
    if (receiver(circuit, wire) != node) continue;
    sent += blame.delivered[at(wire)] - blame.taken[at(wire)];
    blame.taken[at(wire)] = blame.delivered[at(wire)];
  }
  return sent;
}

void deliver(Blame& blame, Index wire, double share) {
  blame.delivered[at(wire)] += share;
  blame.arrived[at(wire)] = true;
}

void turn(Blame& blame, Index dial, double share) {
  blame.gradient[at(dial)] += share;
  blame.reached[at(dial)] = true;
}

/// A box hands on `delta`, the derivative by its weighted sum; answers how many multiplications that takes.
Index hand_on(const Circuit& circuit, const Flow<double>& flow, const std::vector<double>& dials, Blame& blame,
              Index box, double delta) {
  Index multiplications = 0;
  for (Index wire = 0; wire < loss_wire(circuit); ++wire) {
    const Wire& w = circuit.wires[at(wire)];
    if (w.box != box) continue;
    if (w.dial < 0) {
      deliver(blame, wire, delta);
      continue;
    }
    deliver(blame, wire, delta * dials[at(w.dial)]);
    turn(blame, w.dial, delta * carried(circuit, flow, wire));
    multiplications += 2;
  }
  const Index bias = circuit.biases[at(box)];
  if (bias >= 0) turn(blame, bias, delta);
  return multiplications;
}

}  // namespace

template <typename Scalar>
Flow<Scalar> flow(const Circuit& circuit, const std::vector<double>& inputs, const std::vector<double>& dials,
                  double target) {
  Flow<Scalar> result;
  for (const double input : inputs) result.values.push_back(static_cast<Scalar>(input));
  auto wire = circuit.wires.begin();
  for (Index box = 0; box < circuit.boxes(); ++box) {
    const Index bias = circuit.biases[at(box)];
    // In the order in which a network sums: its bias first.
    Scalar z = bias < 0 ? Scalar(0) : static_cast<Scalar>(dials[at(bias)]);
    for (; wire != circuit.wires.end() && wire->box == box; ++wire) {
      const Scalar value = result.values[at(wire->from)];
      z += wire->dial < 0 ? value : static_cast<Scalar>(dials[at(wire->dial)]) * value;
    }
    Scalar value = z;
    Scalar slope = 1;
    activate<Scalar>(circuit.functions[at(box)], 1, &z, &value);
    multiply_by_slope<Scalar>(circuit.functions[at(box)], 1, &z, &value, &slope);
    result.sums.push_back(z);
    result.values.push_back(value);
    result.slopes.push_back(slope);
  }
  const Scalar miss = result.values.back() - static_cast<Scalar>(target);
  result.sums.push_back(miss);
  result.values.push_back(miss * miss);
  result.slopes.push_back(Scalar(2) * miss);
  return result;
}

std::vector<Index> forward_multiplications(const Circuit& circuit) {
  std::vector<Index> counts(at(circuit.boxes()), 0);
  for (const Wire& wire : circuit.wires) counts[at(wire.box)] += wire.dial < 0 ? 0 : 1;
  for (Index box = 0; box < circuit.boxes(); ++box) {
    if (circuit.functions[at(box)] != Activation::linear) ++counts[at(box)];
  }
  counts.push_back(1);
  return counts;
}

Blame ask(const Circuit& circuit, const Flow<double>& flow, const std::vector<double>& dials,
          const std::vector<Index>& order) {
  const std::size_t wires = circuit.wires.size() + 1;
  const std::size_t nodes = at(circuit.nodes());
  Blame blame{std::vector<double>(wires),
              std::vector<double>(wires),
              std::vector<bool>(wires),
              std::vector<Index>(nodes),
              std::vector<double>(nodes),
              std::vector<double>(at(circuit.dials)),
              std::vector<bool>(at(circuit.dials)),
              {}};
  for (const Index node : order) {
    const double sent = take(circuit, blame, node);
    ++blame.asked[at(node)];
    blame.passed[at(node)] += sent;
    const Index box = node - circuit.inputs;
    const double delta = sent * flow.slopes[at(box)];
    if (node == circuit.loss_node()) {
      deliver(blame, loss_wire(circuit), delta);
      blame.multiplications.push_back(1);
      continue;
    }
    const Index squash = circuit.functions[at(box)] == Activation::linear ? 0 : 2;
    blame.multiplications.push_back(squash + hand_on(circuit, flow, dials, blame, box, delta));
  }
  return blame;
}

std::vector<Index> last_built_first(const Circuit& circuit) {
  std::vector<Index> order;
  for (Index node = circuit.loss_node(); node >= circuit.inputs; --node) order.push_back(node);
  return order;
}

std::vector<double> ways_to_loss(const Circuit& circuit) {
  std::vector<double> ways(at(circuit.nodes()));
  ways[at(circuit.loss_node())] = 1;
  ways[at(circuit.loss_node() - 1)] = 1;
  // Wires are grouped by box, so from the last one on everything a box feeds has been counted.
  for (auto wire = circuit.wires.rbegin(); wire != circuit.wires.rend(); ++wire) {
    ways[at(wire->from)] += ways[at(circuit.inputs + wire->box)];
  }
  return ways;
}

template <typename Scalar>
std::vector<double> nudged(const Circuit& circuit, const std::vector<double>& inputs, const std::vector<double>& dials,
                           double target, double width) {
  std::vector<double> quotients;
  std::vector<double> moved = dials;
  for (std::size_t dial = 0; dial < dials.size(); ++dial) {
    const auto loss_with = [&](double value) {
      moved[dial] = value;
      return flow<Scalar>(circuit, inputs, moved, target).values.back();
    };
    const Scalar more = loss_with(dials[dial] + width);
    const Scalar less = loss_with(dials[dial] - width);
    moved[dial] = dials[dial];
    quotients.push_back(static_cast<double>((more - less) / static_cast<Scalar>(2 * width)));
  }
  return quotients;
}

template Flow<double> flow(const Circuit&, const std::vector<double>&, const std::vector<double>&, double);
template Flow<float> flow(const Circuit&, const std::vector<double>&, const std::vector<double>&, double);
template std::vector<double> nudged<double>(const Circuit&, const std::vector<double>&, const std::vector<double>&,
                                            double, double);
template std::vector<double> nudged<float>(const Circuit&, const std::vector<double>&, const std::vector<double>&,
                                           double, double);

}  // namespace descent
