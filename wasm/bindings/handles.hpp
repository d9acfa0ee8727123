#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/size.hpp"

namespace descent::bindings {

/// What everything that is held may come to take at most, in bytes, and what it was promised so far. A
/// module that runs out of memory cannot go on, so it is refused while there is still some.
inline constexpr double most_held_bytes = 1.25e9;
inline double held_bytes = 0;
/// How many things are held.
inline int held_things = 0;

/// The answer to a request that would take `bytes` too many.
inline std::optional<Error> no_room(double bytes) {
  if (held_bytes + bytes <= most_held_bytes) return std::nullopt;
  return Error{"options", "With what is still held, this would not fit into the engine's memory.",
               "Dispose of runs and objectives that are no longer needed, or ask for fewer parameters or examples."};
}

/// Things that JavaScript holds by number. Numbers are never used twice, so a stale one finds
/// nothing rather than somebody else's thing.
template <typename Thing>
class Handles {
 public:
  /// `bytes`: what the thing may come to take.
  int add(std::unique_ptr<Thing> thing, double bytes = 0) {
    held_bytes += bytes;
    ++held_things;
    things_.push_back({++last_, std::move(thing), bytes});
    return last_;
  }
  /// nullptr when it was disposed of or never was.
  Thing* find(int handle) {
    const auto found = place_of(handle);
    return found == things_.end() ? nullptr : found->thing.get();
  }
  void remove(int handle) {
    const auto found = place_of(handle);
    if (found == things_.end()) return;
    held_bytes -= found->bytes;
    --held_things;
    things_.erase(found);
  }

 private:
  struct Held {
    int handle;
    std::unique_ptr<Thing> thing;
    double bytes;
  };
  auto place_of(int handle) {
    return std::find_if(things_.begin(), things_.end(), [handle](const Held& held) { return held.handle == handle; });
  }
  std::vector<Held> things_;
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
  put(result, "handle", handle);
  put(result, "dimension", static_cast<int>(dimension));
  return result;
}

/// The answer to a request that made something with so many parameters, which learns from so many
/// examples, as a network if that is what it is.
inline emscripten::val made(int handle, Index dimension, Index samples, const NetworkShape* network) {
  emscripten::val result = made(handle, dimension);
  put(result, "sampleCount", static_cast<int>(samples));
  put(result, "network", describe(network));
  return result;
}

}  // namespace descent::bindings
