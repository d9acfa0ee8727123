#pragma once

#include <vector>

#include "objective/objective.hpp"

namespace descent {

/// Difference quotients of one parameter against its exact derivative, one entry per width h.
struct DifferenceQuotients {
  double exact;
  std::vector<double> forward;        ///< (f(x + h) - f(x)) / h
  std::vector<double> central;        ///< (f(x + h) - f(x - h)) / (2 h)
  std::vector<double> forward_error;  ///< magnitudes
  std::vector<double> central_error;
};

/// `widths` are positive. Shows the U: too wide misses the curve, too narrow drowns in rounding.
DifferenceQuotients difference_quotients(const Objective<double>& objective, const Vector<double>& at, Index coordinate,
                                         const std::vector<double>& widths);

/// Forward difference quotients of `count` parameters from number `first` on: one value of the objective each, and
/// one more where nothing is nudged.
std::vector<double> nudge_quotients(const Objective<double>& objective, const Vector<double>& at, Index first,
                                    Index count, double width);

}  // namespace descent
