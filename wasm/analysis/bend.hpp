#pragma once

#include <memory>
#include <vector>

#include "objective/objective.hpp"

namespace descent {

/// The mean loss of a bent path between two places, as a function of the free point that bends it: the quadratic Bezier
/// curve (1 - t)^2 from + 2 t (1 - t) middle + t^2 to, looked at in the middles of equal parts of 0 ... 1. Source:
/// Garipov et al., "Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs", 2018, section 3.
class BentPath final : public Objective<double> {
 public:
  /// `from` and `to` hold one number per parameter; `places` >= 1.
  BentPath(std::unique_ptr<Objective<double>> objective, Vector<double> from, Vector<double> to, Index places);

  Index dimension() const override { return from_.size(); }
  Index sample_count() const override { return objective_->sample_count(); }
  /// Half way, where the path is straight.
  Vector<double> default_start() const override;
  double work() const override { return static_cast<double>(places_) * objective_->work(); }
  double bytes() const override { return objective_->bytes(); }

  double value(const Vector<double>& at) const override;
  double value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const override;
  double batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                  Vector<double>& gradient) const override;

  const Objective<double>& objective() const { return *objective_; }
  const Vector<double>& from() const { return from_; }
  const Vector<double>& to() const { return to_; }

 private:
  std::unique_ptr<Objective<double>> objective_;
  Vector<double> from_;
  Vector<double> to_;
  Index places_;
};

/// Losses at evenly spaced t from 0 to 1, both included; NaN where they are not finite.
struct PathProfile {
  std::vector<double> straight;  ///< on the line between the ends
  std::vector<double> bent;
};

/// `count` >= 2.
PathProfile path_profile(const BentPath& path, const Vector<double>& middle, Index count);

}  // namespace descent
