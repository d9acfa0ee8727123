#pragma once

#include <map>
#include <memory>
#include <utility>

#include "bindings/convert.hpp"

namespace descent::bindings {

/// Things that JavaScript holds by number. Numbers are never used twice, so a stale one finds
/// nothing rather than somebody else's thing.
template <typename Thing>
class Handles {
 public:
  int add(std::unique_ptr<Thing> thing) {
    things_.emplace(++last_, std::move(thing));
    return last_;
  }
  /// nullptr when it was disposed of or never was.
  Thing* find(int handle) {
    const auto found = things_.find(handle);
    return found == things_.end() ? nullptr : found->second.get();
  }
  void remove(int handle) { things_.erase(handle); }
  int count() const { return static_cast<int>(things_.size()); }

 private:
  std::map<int, std::unique_ptr<Thing>> things_;
  int last_ = 0;
};

/// The answer to a number that finds nothing.
inline Error disposed_error() {
  return {"handle", "This was disposed of, or never made.", "Create it again and use that one."};
}
inline emscripten::val disposed() { return refusal(disposed_error()); }

/// The answer to a request that made something.
inline emscripten::val made(int handle, Index dimension) {
  emscripten::val result = answer();
  result.set("handle", handle);
  result.set("dimension", static_cast<int>(dimension));
  return result;
}

}  // namespace descent::bindings
