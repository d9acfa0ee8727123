#pragma once

#include "optimizer/rules/adadelta.hpp"
#include "optimizer/rules/adagrad.hpp"
#include "optimizer/rules/adam.hpp"
#include "optimizer/rules/adamax.hpp"
#include "optimizer/rules/adamw.hpp"
#include "optimizer/rules/amsgrad.hpp"
#include "optimizer/rules/conjugate_gradient.hpp"
#include "optimizer/rules/gradient_descent.hpp"
#include "optimizer/rules/lbfgs.hpp"
#include "optimizer/rules/lion.hpp"
#include "optimizer/rules/momentum.hpp"
#include "optimizer/rules/nadam.hpp"
#include "optimizer/rules/nesterov.hpp"
#include "optimizer/rules/newton.hpp"
#include "optimizer/rules/radam.hpp"
#include "optimizer/rules/rmsprop.hpp"

namespace descent {

template <typename... Rule>
struct RuleList {};

/// Every update rule, in the order to show them. The only list of them.
// clang-format off
using Rules = RuleList<
    GradientDescent,
    Momentum,
    Nesterov,
    AdaGrad,
    RmsProp,
    Adadelta,
    Adam,
    AmsGrad,
    AdamW,
    AdaMax,
    NAdam,
    RAdam,
    Lion,
    ConjugateGradient,
    Lbfgs,
    Newton>;
// clang-format on

}  // namespace descent
