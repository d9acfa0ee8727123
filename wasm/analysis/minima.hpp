#pragma once

#include <vector>

#include "analysis/valley.hpp"
#include "run/run.hpp"

namespace descent {

/// Where a run ended that did not end in a minimum.
namespace ending {
inline constexpr int not_yet = -1;     ///< it has not been made
inline constexpr int diverged = -2;    ///< it left its bounds, or never was within them
inline constexpr int unsettled = -3;   ///< its updates ran out, or grew too small, before it came to rest
inline constexpr int stationary = -4;  ///< it rests where there is no minimum: a saddle, a top, a plateau
inline constexpr int crowded = -5;     ///< it rests in a minimum beyond those that are told apart
}  // namespace ending

/// The minima in which runs end, numbered: first the known ones, then others as they are found. A valley
/// with a level floor, or a ring, is one minimum, and its place is where it was found first.
class Minima {
 public:
  /// Most minima that are told apart.
  static constexpr std::size_t most = 1000;
  /// Most parameters an objective may have: second derivatives say whether an end is a minimum.
  static constexpr Index max_dimension = 16;

  /// `known` holds dimension numbers for each. Ends within `radius` of a minimum are that minimum. The
  /// objective outlives this.
  Minima(const Objective<double>& objective, std::vector<double> known, double radius);

  /// The number of the minimum in which a run that is over came to rest, or one of `ending`.
  int end_of(const Run<double>& run);

  std::size_t count() const { return values_.size(); }
  /// dimension numbers for each.
  const std::vector<double>& places() const { return places_; }
  const std::vector<double>& values() const { return values_; }

 private:
  /// A place in a valley, and the number of that valley.
  struct Seen {
    Vector<double> at;
    int number;
  };

  int nearest(const Vector<double>& at) const;
  int valley_of(const Bottom& bottom);
  void add(const Vector<double>& at);

  const Objective<double>& objective_;
  double radius_;
  std::vector<double> places_;
  std::vector<double> values_;
  std::vector<Seen> seen_;
};

}  // namespace descent
