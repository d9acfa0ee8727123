#pragma once

#include "core/parameter.hpp"
#include "objective/objective.hpp"
#include "optimizer/ledger.hpp"
#include "optimizer/point.hpp"

namespace descent {

/// A way to choose each update's learning rate, described as data.
struct ScheduleInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  const char* source;
  List<Parameter> parameters;  ///< in the order `make` takes them
  /// It searches along minus the gradient, so it serves only rules that move that way.
  bool needs_gradient_step = false;
};

/// Chooses the learning rate of every update. Keeps no state: the same row always gets the same rate.
template <typename Scalar>
class Schedule {
 public:
  Schedule() = default;
  Schedule(const Schedule&) = delete;
  Schedule& operator=(const Schedule&) = delete;
  virtual ~Schedule() = default;

  virtual const ScheduleInfo& info() const = 0;

  /// Rate of the update that leaves `from`; `base` is the optimizer's own learning rate.
  virtual Scalar rate(const Point<Scalar>& from, double base) const = 0;

  /// Writes down how that rate comes about; answers it, named `eta`.
  virtual Traced explain(const Point<Scalar>& from, double base, Ledger& ledger) const = 0;
};

/// The quantities that schedules share.
namespace quantity {
inline constexpr Quantity rate = {"eta", R"(\eta)", "rate", Role::rate};
inline constexpr Quantity base_rate = {"eta_0", R"(\eta_0)", "base rate", Role::hyperparameter};
inline constexpr Quantity elapsed = {"updates", "t", "updates before", Role::state};
}  // namespace quantity

}  // namespace descent
