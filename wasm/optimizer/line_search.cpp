#include "optimizer/line_search.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace descent {
namespace {

/// A place on the line.
template <typename Scalar>
struct Place {
  Scalar length;
  Scalar value;
  Scalar slope;
};

/// Where the cubic through two places with their slopes has its minimum, kept within [low, high];
/// the middle where it has none.
template <typename Scalar>
Scalar cubic_minimum(Place<Scalar> a, Place<Scalar> b, Scalar low, Scalar high) {
  if (a.length > b.length) std::swap(a, b);
  const Scalar middle = (low + high) / 2;
  const Scalar d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.length - b.length);
  const Scalar square = d1 * d1 - a.slope * b.slope;
  if (!(square >= 0)) return middle;
  const Scalar d2 = std::sqrt(square);
  const Scalar at = b.length - (b.length - a.length) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
  return std::isnan(at) ? middle : std::min(std::max(at, low), high);
}

/// The strong Wolfe search. Comparisons are written so that a loss that is not finite counts as too
/// high.
template <typename Scalar>
class WolfeSearch {
 public:
  WolfeSearch(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope, const Wolfe<Scalar>& wolfe)
      : from_(from), direction_(direction), wolfe_(wolfe), start_{0, from.value, slope}, gradient_(direction.size()) {}

  Found<Scalar> operator()(Scalar first) {
    bracket(first);
    if (!done_) zoom();
    return {trials_, done_, low_.length, low_.value, low_.slope};
  }

 private:
  static constexpr Index most = 25;

  Place<Scalar> visit(Scalar length) {
    ++trials_;
    trial_ = from_.parameters + length * direction_;
    const Scalar value = from_.objective.value_and_gradient(trial_, gradient_);
    return {length, value, gradient_.dot(direction_)};
  }

  bool low_enough(const Place<Scalar>& place) const {
    return place.value <= start_.value + wolfe_.decrease * place.length * start_.slope;
  }
  bool flat_enough(const Place<Scalar>& place) const {
    return std::abs(place.slope) <= -wolfe_.curvature * start_.slope;
  }

  /// `low_` becomes whichever of two places has the lower loss, `high_` the other.
  void enclose(const Place<Scalar>& a, const Place<Scalar>& b) {
    const bool a_is_low = !(b.value < a.value);
    low_ = a_is_low ? a : b;
    high_ = a_is_low ? b : a;
  }

  /// Steps outwards, until a good place lies between `low_` and `high_` or is found outright.
  void bracket(Scalar first) {
    Place<Scalar> before = start_;
    Place<Scalar> now = visit(first);
    for (Index step = 0; step < most; ++step) {
      if (!low_enough(now) || (step > 1 && now.value >= before.value)) return enclose(before, now);
      if (flat_enough(now)) {
        low_ = now;
        done_ = true;
        return;
      }
      if (!(now.slope < 0)) return enclose(before, now);
      const Scalar nearest = now.length + Scalar(0.01) * (now.length - before.length);
      const Scalar next = cubic_minimum(before, now, nearest, 10 * now.length);
      before = now;
      now = visit(next);
    }
    enclose(start_, now);
  }

  void zoom() {
    const Scalar reach = direction_.cwiseAbs().maxCoeff();
    constexpr Scalar narrowest = Scalar(1e-9);
    bool crowded = false;
    while (trials_ <= most && std::abs(high_.length - low_.length) * reach >= narrowest) {
      const Place<Scalar> now = visit(next_length(crowded));
      if (!low_enough(now) || now.value >= low_.value) {
        enclose(low_, now);  // a place that is too high becomes the high end
        continue;
      }
      if (flat_enough(now)) {
        done_ = true;
      } else if (now.slope * (high_.length - low_.length) >= 0) {
        high_ = low_;
      }
      low_ = now;
      if (done_) return;
    }
  }

  /// The interpolated length, moved a tenth of the way inwards where it keeps crowding one end.
  Scalar next_length(bool& crowded) const {
    const Scalar left = std::min(low_.length, high_.length);
    const Scalar right = std::max(low_.length, high_.length);
    const Scalar at = cubic_minimum(low_, high_, left, right);
    const Scalar margin = Scalar(0.1) * (right - left);
    if (!(std::min(right - at, at - left) < margin)) {
      crowded = false;
      return at;
    }
    const bool outside = at >= right || at <= left;
    if (!crowded && !outside) {
      crowded = true;
      return at;
    }
    crowded = false;
    return std::abs(at - right) < std::abs(at - left) ? right - margin : left + margin;
  }

  const Point<Scalar>& from_;
  const Vector<Scalar>& direction_;
  const Wolfe<Scalar>& wolfe_;
  Place<Scalar> start_;
  Place<Scalar> low_{};
  Place<Scalar> high_{};
  bool done_ = false;
  Index trials_ = 0;
  Vector<Scalar> trial_;
  Vector<Scalar> gradient_;
};

}  // namespace

template <typename Scalar>
Found<Scalar> backtrack(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope, Scalar first,
                        Scalar shrink, Scalar decrease) {
  constexpr Index most = 1000;
  Vector<Scalar> trial(direction.size());
  Found<Scalar> now;
  now.length = first;
  while (now.trials < most) {
    trial = from.parameters + now.length * direction;
    now.value = from.objective.value(trial);
    ++now.trials;
    // Written so that NaN fails.
    now.passed = now.value < from.value && now.value <= armijo_bound(from.value, decrease, now.length, slope);
    if (now.passed || trial == from.parameters) break;
    now.refused_length = now.length;
    now.refused_value = now.value;
    now.length = now.length * shrink;
  }
  return now;
}

template <typename Scalar>
Found<Scalar> strong_wolfe(const Point<Scalar>& from, const Vector<Scalar>& direction, Scalar slope, Scalar first,
                           const Wolfe<Scalar>& wolfe) {
  return WolfeSearch<Scalar>(from, direction, slope, wolfe)(first);
}

template Found<double> backtrack(const Point<double>&, const Vector<double>&, double, double, double, double);
template Found<float> backtrack(const Point<float>&, const Vector<float>&, float, float, float, float);
template Found<double> strong_wolfe(const Point<double>&, const Vector<double>&, double, double, const Wolfe<double>&);

}  // namespace descent
