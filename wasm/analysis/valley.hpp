#pragma once

#include <optional>

#include "objective/objective.hpp"

namespace descent {

/// A place at the bottom: in one dimension fewer than the parameters' number for every flat axis. A bowl's
/// bottom has none, a valley's one, and a ring of minima is a valley that closes.
struct Bottom {
  Vector<double> at;
  Index flat = 0;  ///< axes along which the bottom is level
};

/// The bottom that Newton's method finds within `radius` of a place where a run came to rest; nothing where
/// it finds none: at a saddle, a top, or a plateau, where slopes are as slight as at a minimum. Along an
/// axis whose curvature cannot be told from 0 the function itself is looked at, `radius` away on both sides.
std::optional<Bottom> bottom_near(const Objective<double>& objective, const Vector<double>& place, double radius);

/// Whether one can walk from a bottom to a place within `radius` of `to` without going up: in strides of
/// at most `radius` along the flat axes, each followed by a descent along the others.
bool joined(const Objective<double>& objective, const Bottom& from, const Vector<double>& to, double radius);

}  // namespace descent
