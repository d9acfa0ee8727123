#include "run/keyframes.hpp"

#include <doctest/doctest.h>

#include "../support.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

/// What is kept of a run of so many updates, where there is room for `room` snapshots.
Keyframes<double> frames_of(Index updates, Index epoch, double room) {
  const auto snapshot = [](Index step) {
    return Snapshot<double>{step, 0, 0, {}, Vector<double>::Zero(1000), make_config("gradient_descent").make<double>()};
  };
  Keyframes<double> frames(room * snapshot(0).bytes(), 1000, epoch);
  for (Index step = 0; step <= updates; ++step)
    if (frames.wants(step)) frames.keep(snapshot(step));
  return frames;
}

}  // namespace

TEST_CASE("the keyframe before a step is the last that is kept at or before it") {
  for (const Index epoch : {1, 100, 257, 600, 938}) {
    for (const double room : {1.5, 7.5, 30.5, 300.5}) {
      const Keyframes<double> frames = frames_of(5000, epoch, room);
      Index last = 0;
      Index farthest = 0;
      for (Index step = 0; step <= 5000; ++step) {
        if (frames.wants(step)) last = step;
        REQUIRE(frames.before(step).step == last);
        farthest = std::max(farthest, step - last);
      }
      // No more than four times as far as evenly spaced ones would have to be.
      CHECK(farthest < std::max(16.0, 4 * 5000 / room));
    }
  }
}

TEST_CASE("where epochs end there is a keyframe, as long as there is room") {
  const Keyframes<double> frames = frames_of(30 * 938, 938, 40.5);
  for (Index epoch = 0; epoch <= 30; ++epoch) CHECK(frames.before(epoch * 938).step == epoch * 938);
  const Keyframes<double> fewer = frames_of(30 * 938, 938, 20.5);
  for (Index epoch = 0; epoch <= 30; epoch += 2) CHECK(fewer.before(epoch * 938).step == epoch * 938);
}
