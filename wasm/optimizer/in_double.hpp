#pragma once

#include <memory>

#include "optimizer/optimizer.hpp"

namespace descent {

/// Makes an optimizer of double precision one of single precision: it sees the run's numbers widened, and
/// what it answers is rounded. Line searches and second derivatives gain by it, as they live on small
/// differences; rules that touch every number once are templates instead, and twice as fast.
std::unique_ptr<Optimizer<float>> in_double(std::unique_ptr<Optimizer<double>> rule);

}  // namespace descent
