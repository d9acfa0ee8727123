#pragma once

#include "objective/objective.hpp"

namespace descent::bindings {

/// The objective that JavaScript holds by this number; nullptr when it was disposed of or never was.
const Objective<double>* find_objective(int handle);

}  // namespace descent::bindings
