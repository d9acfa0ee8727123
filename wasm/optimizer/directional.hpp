#pragma once

#include "optimizer/line_search.hpp"
#include "optimizer/optimizer.hpp"

namespace descent {

/// The quantities that rules with a direction share.
namespace quantity {
inline constexpr Quantity direction = {"d", "d", "direction", Role::state};
inline constexpr Quantity slope_along = {"slope", "g^{\\top} d", "slope along it", Role::state};
inline constexpr Quantity length = {"alpha", R"(\alpha)", "step length", Role::rate};
inline constexpr Quantity length_step = {"step", R"(\alpha\,d)", "length × direction", Role::step};
}  // namespace quantity

/// An optimizer that first chooses one direction for all coordinates together and then how far to go
/// along it: w <- w + alpha d. The scheduled learning rate is where the search for alpha begins. The
/// rate in the trace is alpha. Works in double precision; `InDouble` takes it into single precision.
class Directional : public Optimizer<double> {
 public:
  void reset(Index dimension) final;
  double prepare(const Point<double>& from) final;
  void step(const Point<double>& from, Vector<double>& next) final;
  void explain(const Point<double>& from, Index coordinate, const Schedule<double>& schedule,
               Ledger& ledger) const final;

 protected:
  /// Forgets the past.
  virtual void forget(Index dimension) = 0;

  /// Writes the direction (size: dimension) of the update that leaves `from`. `direction` comes in, and
  /// `found()` still stands, as the update before left them.
  virtual void choose_direction(const Point<double>& from, Vector<double>& direction) = 0;

  /// How far to go along the direction, whose derivative at `from` is `slope`.
  virtual Found<double> choose_length(const Point<double>& from, const Vector<double>& direction, double slope) = 0;

  /// What `choose_direction` did for one coordinate; the answer is not yet named.
  virtual Traced explain_direction(const Point<double>& from, Index coordinate, const Traced& g,
                                   Ledger& ledger) const = 0;

  /// How `choose_length` came to its answer, named `quantity::length`. `eta` is the scheduled rate.
  virtual Traced explain_length(const Point<double>& from, const Traced& eta, Ledger& ledger) const = 0;

  /// Writes down the search's outcome, and the bound that a decrease of `decrease` sets.
  Traced explain_search(const Point<double>& from, double decrease, Ledger& ledger) const;

  const Vector<double>& direction() const { return direction_; }
  const Found<double>& found() const { return found_; }

 private:
  Vector<double> direction_;
  double slope_ = 0;
  Found<double> found_;
};

/// min(1, 1 / sum |g|): keeps a first trial from going far where no scale is known yet.
inline double first_scale(const Vector<double>& gradient) { return std::min(1.0, 1 / gradient.cwiseAbs().sum()); }

}  // namespace descent
