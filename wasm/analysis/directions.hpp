#pragma once

#include <cstdint>

#include "objective/objective.hpp"

namespace descent {

/// `count` random directions, one per column, normal in every coordinate, the same for the same seed,
/// and then scaled.
///
/// With `filter_normalised`, for a network: in every direction the weights that lead into one neuron
/// are as long together as that neuron's weights at `at`, and its bias is held. Source: H. Li et al.,
/// "Visualizing the Loss Landscape of Neural Nets", 2018, section 4, whose authors' program holds
/// biases as well. Otherwise, each has length 1 and, as far as the dimension allows, stands at right
/// angles to those before it.
Matrix<double> random_directions(const Objective<double>& objective, const Vector<double>& at, std::uint64_t seed,
                                 Index count, bool filter_normalised);

/// The directions in which a path, or any cloud of points, spreads most.
struct PrincipalDirections {
  Matrix<double> directions;   ///< dimension x count: columns of length 1 at right angles to one another
  Vector<double> explained;    ///< the part of the points' variance that lies along each, from 0 to 1
  Matrix<double> coordinates;  ///< count x points: places along the directions, counted from the last point
};

/// Most columns or rows of the symmetric matrix that is diagonalised.
inline constexpr Index max_principal_size = 256;

/// Principal component analysis of `points`, one per column, at least one; 1 <= count <= dimension, and
/// the lesser of points and dimension is at most `max_principal_size`. Where the points do not spread
/// in so many directions, the rest is made up at right angles and explains nothing. Each direction
/// points from the last point towards the first. Source: Li et al. 2018, section 7.2.
PrincipalDirections principal_directions(const Matrix<double>& points, Index count);

}  // namespace descent
