#pragma once

#include "run/descent.hpp"

namespace descent::bindings {

/// The run that JavaScript holds by this number; nullptr when it was disposed of or never was.
AnyDescent* find_run(int handle);

}  // namespace descent::bindings
