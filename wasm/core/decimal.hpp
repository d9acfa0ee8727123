#pragma once

#include <string>

namespace descent {

/// A decimal as text. `most_digits` 1 to 17; with 17, the shortest that reads back as exactly `value`,
/// with fewer the shortest that reads back as the value rounded to so many digits. Plain between 1e-6 and
/// 1e15, otherwise like `1e+300`; also `nan`, `inf` and `-inf`.
std::string text_of(double value, int most_digits = 17);

/// The double nearest to a decimal: optional sign, digits with at most one point, optional exponent, and
/// nothing else, which the caller has checked. Infinite where it is too large.
double value_of(const std::string& decimal);

}  // namespace descent
