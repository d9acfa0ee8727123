#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "run/run.hpp"

namespace descent {

/// Snapshots of a run at evenly spaced steps, from which any step can be computed again. When they
/// outgrow their budget, every other one goes, so that they stay evenly spaced however long a run is.
template <typename Scalar>
class Keyframes {
 public:
  /// `budget` in bytes; the start's snapshot is kept even where it exceeds the budget alone. `work`: multiplications
  /// of one evaluation.
  Keyframes(double budget, double work) : budget_(budget) {
    // A snapshot of a few numbers takes as long as tens of updates of them, so these are further apart.
    constexpr Index furthest = 256;
    constexpr double unnoticed = 4096;  // multiplications
    while (stride_ < furthest && static_cast<double>(2 * stride_) * work <= unnoticed) stride_ *= 2;
  }

  bool wants(Index step) const { return step % stride_ == 0; }

  void keep(Snapshot<Scalar> snapshot) {
    bytes_ += snapshot.bytes();
    frames_.push_back(std::move(snapshot));
    while (bytes_ > budget_ && frames_.size() > 1) thin();
  }

  /// The last one at or before `step`; the first one was kept at step 0.
  const Snapshot<Scalar>& before(Index step) const {
    return frames_[std::min(static_cast<std::size_t>(step / stride_), frames_.size() - 1)];
  }

  double bytes() const { return bytes_; }
  Index stride() const { return stride_; }

 private:
  void thin() {
    stride_ *= 2;
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
  Index stride_ = 16;  ///< recomputing fewer updates than this is never noticed
  std::vector<Snapshot<Scalar>> frames_;
};

}  // namespace descent
