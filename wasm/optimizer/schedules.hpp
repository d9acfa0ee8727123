#pragma once

#include <memory>

#include "optimizer/closed_form.hpp"
#include "optimizer/schedules/backtracking.hpp"
#include "optimizer/schedules/constant.hpp"
#include "optimizer/schedules/cosine.hpp"
#include "optimizer/schedules/exponential.hpp"
#include "optimizer/schedules/inverse_time.hpp"
#include "optimizer/schedules/step.hpp"
#include "optimizer/schedules/warm_up.hpp"

namespace descent {

/// A rate that is a formula of the step.
template <typename Rule>
struct InClosedForm {
  static constexpr const ScheduleInfo* info = &Rule::info;
  template <typename Scalar>
  static std::unique_ptr<Schedule<Scalar>> make(const double* parameters) {
    return std::make_unique<ClosedForm<Rule, Scalar>>(parameters);
  }
};

/// A rate that is searched for anew at each step.
template <template <typename> class Search>
struct Searched {
  static constexpr const ScheduleInfo* info = &Search<double>::description;
  template <typename Scalar>
  static std::unique_ptr<Schedule<Scalar>> make(const double* parameters) {
    return std::make_unique<Search<Scalar>>(parameters);
  }
};

template <typename... Kind>
struct ScheduleList {};

/// Every schedule, in the order to show them; the first is the default. The only list of them.
// clang-format off
using Schedules = ScheduleList<
    InClosedForm<ConstantRate>,
    InClosedForm<StepDecay>,
    InClosedForm<ExponentialDecay>,
    InClosedForm<CosineDecay>,
    InClosedForm<WarmUp>,
    InClosedForm<InverseTime>,
    Searched<Backtracking>>;
// clang-format on

/// How to make each of them, in one precision.
template <typename Scalar, typename List>
struct ScheduleMakers;
template <typename Scalar, typename... Kind>
struct ScheduleMakers<Scalar, ScheduleList<Kind...>> {
  static constexpr std::unique_ptr<Schedule<Scalar>> (*all[])(const double*) = {Kind::template make<Scalar>...};
};

}  // namespace descent
