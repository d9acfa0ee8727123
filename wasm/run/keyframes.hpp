#pragma once

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "run/run.hpp"

namespace descent {

/// Snapshots of a run at evenly spaced steps, from which any step can be computed again. When they
/// outgrow their budget, every other one goes, so that they stay evenly spaced however long a run is.
/// Where an epoch is long, the spacing begins anew with each, so that where epochs end, which is where a
/// long run is looked at, nothing is computed again for as long as there is room for all of these.
template <typename Scalar>
class Keyframes {
 public:
  /// `budget` in bytes; the start's snapshot is kept even where it exceeds the budget alone. `work`: multiplications
  /// of one evaluation. `epoch`: its length in updates, 1 where there are no batches.
  Keyframes(double budget, double work, Index epoch = 1) : budget_(budget) {
    // A snapshot of a few numbers takes as long as tens of updates of them, so these are further apart.
    constexpr Index furthest = 256;
    constexpr double unnoticed = 4096;  // multiplications
    while (stride_ < furthest && static_cast<double>(2 * stride_) * work <= unnoticed) stride_ *= 2;
    if (epoch > furthest) cycle_ = epoch;
  }

  bool wants(Index step) const { return step % cycle_ % stride_ == 0; }

  void keep(Snapshot<Scalar> snapshot) {
    bytes_ += snapshot.bytes();
    frames_.push_back(std::move(snapshot));
    while (bytes_ > budget_ && frames_.size() > 1) thin();
  }

  /// The last one at or before `step`; the first one was kept at step 0.
  const Snapshot<Scalar>& before(Index step) const {
    const Index each = (cycle_ - 1) / stride_ + 1;
    const Index frame = step / cycle_ * each + step % cycle_ / stride_;
    return frames_[std::min(static_cast<std::size_t>(frame), frames_.size() - 1)];
  }

  double bytes() const { return bytes_; }
  Index stride() const { return stride_; }

 private:
  void thin() {
    if (stride_ == cycle_) cycle_ *= 2;
    stride_ = std::min(2 * stride_, cycle_);
    std::vector<Snapshot<Scalar>> kept;
    bytes_ = 0;
    for (Snapshot<Scalar>& frame : frames_) {
      if (!wants(frame.step)) continue;
      bytes_ += frame.bytes();
      kept.push_back(std::move(frame));
    }
    frames_ = std::move(kept);
  }

  double budget_;
  double bytes_ = 0;
  Index stride_ = 16;                                    ///< recomputing fewer updates than this is never noticed
  Index cycle_ = std::numeric_limits<Index>::max() / 4;  ///< after so many updates the strides begin anew
  std::vector<Snapshot<Scalar>> frames_;
};

}  // namespace descent
