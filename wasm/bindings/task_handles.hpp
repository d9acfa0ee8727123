#pragma once

#include <emscripten/val.h>

#include <memory>

#include "core/eigen.hpp"

namespace descent::bindings {

/// Work that JavaScript has done in slices.
class Task {
 public:
  Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  virtual ~Task() = default;
  /// What it needs is gone.
  virtual bool lost() const { return false; }
  virtual void advance(double work) = 0;
  virtual Index done() const = 0;
  virtual Index total() const = 0;
  /// What there is so far.
  virtual emscripten::val result() const = 0;
};

/// The answer to a request for such work, which may come to take `bytes`.
emscripten::val held(std::unique_ptr<Task> task, double bytes = 0);

}  // namespace descent::bindings
