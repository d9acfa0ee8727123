#pragma once

#include <vector>

#include "data/examples.hpp"
#include "network/shape.hpp"

namespace descent {

/// For each row of a square matrix the column that it is given, so that the sum of the entries is the largest there is:
/// the Hungarian method in its form with shortest augmenting paths, cubic in the number of rows. Source: Kuhn 1955;
/// Jonker and Volgenant 1987.
std::vector<Index> best_assignment(const Matrix<double>& gains);

/// A network's hidden neurons in another order.
struct Matching {
  Vector<double> parameters;  ///< the other network's, in the order that is most like the first's: the same function
  std::vector<double> order;  ///< of every hidden neuron, layer after layer: the place in its layer it had before
  std::vector<double> correlation;  ///< with the first network's neuron at its place, over the examples
  std::vector<double> before;       ///< the same, of the neuron that was at this place before
};

/// Most examples that neurons are compared on.
inline constexpr Index most_compared = 2000;

/// Orders the hidden neurons of `other` so that, layer by layer, the correlations of their activations with those of
/// `at` over the first examples are the largest in sum. A neuron that does not change has correlation 0. Source: Li et
/// al., "Convergent Learning", 2016; Ainsworth et al., "Git Re-Basin", 2023, section 3.1.
Matching match_neurons(const NetworkShape& shape, const AnyExamples& examples, const Vector<double>& at,
                       const Vector<double>& other);

}  // namespace descent
