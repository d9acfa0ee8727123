#pragma once

#include <vector>

#include "data/examples.hpp"
#include "network/shape.hpp"

namespace descent {

/// How well a network does on examples.
///
/// An example's class is the output with the largest target, its predicted class the one with the
/// largest prediction, the first of equals. A network with one output knows two classes: 1 above a
/// threshold, otherwise 0. The threshold is 0 where any of the targets is negative, otherwise 1/2.
struct Assessment {
  double loss = 0;  ///< mean over the examples, as the network's loss has it
  Index count = 0;
  Index correct = 0;               ///< examples whose predicted class is theirs
  Index classes = 0;               ///< 2, or one for each output
  std::vector<double> confusion;   ///< classes x classes, row by row: true class, then predicted class
  std::vector<double> wrong;       ///< numbers of the examples whose predicted class is not theirs
  std::vector<double> taken;       ///< that class, for each of them
  std::vector<double> confidence;  ///< of each example, the largest number of its prediction
};

/// Looks at the examples `first` ... `first + count - 1`, in double precision. Targets have one row for
/// each output; where there are two rows and one output, the second is the target. `parameters` has the
/// size that the shape says.
Assessment assess(const NetworkShape& shape, const Vector<double>& parameters, const AnyExamples& examples, Index first,
                  Index count);

}  // namespace descent
