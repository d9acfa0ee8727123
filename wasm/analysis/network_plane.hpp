#pragma once

#include <array>
#include <memory>

#include "analysis/slices.hpp"

namespace descent {

/// The losses of a plane. Of a network, the first layer's weighted sums are kept: `at`'s and both directions', three
/// numbers for each of its neurons and each example, so that a place costs what the later layers do. The losses are
/// `plain_losses`' to rounding. Other objectives, and networks whose sums would take more than 64 MB, are asked at each
/// place.
std::unique_ptr<PlaneLoss> losses_on(const Objective<double>& objective, const Vector<double>& at,
                                     const std::array<Vector<double>, 2>& directions);

}  // namespace descent
