#pragma once

#include <vector>

#include "network/activation.hpp"

namespace descent {

/// Carries the value of a node into a box, times a dial.
struct Wire {
  Index box;   ///< number of the box it leads into, from 0
  Index from;  ///< number of the node it comes from: inputs first, then boxes
  Index dial;  ///< number of the dial it is multiplied by; -1: carried as it is
};

/// Boxes that each hold one number: f(sum of what its wires carry + a dial, its bias). The last box is
/// compared with a target, loss = (value - target)^2. A value may be used by any number of boxes, and a dial
/// by any number of wires. Nodes are numbered inputs first, then boxes, then the loss.
struct Circuit {
  Index inputs = 0;
  Index dials = 0;
  std::vector<Activation> functions;  ///< one per box
  std::vector<Index> biases;          ///< one per box: number of a dial, or -1
  std::vector<Wire> wires;            ///< grouped by box, in the order of the boxes; each `from` before its box

  Index boxes() const { return static_cast<Index>(functions.size()); }
  Index nodes() const { return inputs + boxes() + 1; }
  Index loss_node() const { return inputs + boxes(); }
};

/// Every number of a circuit on its way forwards.
template <typename Scalar>
struct Flow {
  std::vector<Scalar> values;  ///< one per node
  std::vector<Scalar> sums;    ///< weighted sums z of the boxes; of the loss how far the last box is from the target
  std::vector<Scalar> slopes;  ///< f'(z) of the boxes; of the loss 2 (value - target)
};

/// `inputs` and `dials` have the sizes that the circuit says.
template <typename Scalar>
Flow<Scalar> flow(const Circuit& circuit, const std::vector<double>& inputs, const std::vector<double>& dials,
                  double target);

/// Multiplications forwards, one entry per box and one for the loss: one per dial on a wire, one for a squash, one
/// for the square. As Graph counts them.
std::vector<Index> forward_multiplications(const Circuit& circuit);

/// Where blame stands after boxes were asked in some order. Whoever is asked takes what has been sent to it since
/// it was asked last, multiplies by its own slope and hands the products on, so that nothing is handed on twice: a
/// box that is asked too early hands on too little, and asked again hands on the rest.
struct Blame {
  std::vector<double> delivered;  ///< per wire, and last from the loss: sent along it so far
  std::vector<double> taken;      ///< of that, what its receiver had when it was last asked
  std::vector<bool> arrived;      ///< per wire, and last from the loss: whether anything was sent along it
  std::vector<Index> asked;       ///< per node: how often
  std::vector<double> passed;     ///< per node: what it has taken in altogether, d loss / d value once all is there
  std::vector<double> gradient;   ///< per dial: what has arrived
  std::vector<bool> reached;      ///< per dial: whether anything has
  std::vector<Index> multiplications;  ///< per question in the order
};

/// Asks nodes (boxes or the loss) one after the other. One that nothing was sent to hands on nothing, 0.
Blame ask(const Circuit& circuit, const Flow<double>& flow, const std::vector<double>& dials,
          const std::vector<Index>& order);

/// The loss first, then the boxes, last built first: every box after all that it feeds.
std::vector<Index> last_built_first(const Circuit& circuit);

/// How often each node would be asked if it handed on every share by itself, the moment it arrives: once for every way
/// from it to the loss.
std::vector<double> ways_to_loss(const Circuit& circuit);

/// Central difference quotients of the loss by every dial, width h, computed in `Scalar`.
template <typename Scalar>
std::vector<double> nudged(const Circuit& circuit, const std::vector<double>& inputs, const std::vector<double>& dials,
                           double target, double width);

}  // namespace descent
