// What a long run of the digits network holds in memory, by the allocator's own account.
#include <doctest/doctest.h>

#include <cstdint>

#include "../network/examples.hpp"
#include "../support.hpp"
#include "run/descent.hpp"

#ifdef __has_feature
#define DESCENT_HAS_FEATURE(name) __has_feature(name)
#else
#define DESCENT_HAS_FEATURE(name) 0
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !DESCENT_HAS_FEATURE(address_sanitizer)
#include <malloc.h>
#define DESCENT_COUNTS_BYTES (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#else
#define DESCENT_COUNTS_BYTES 0
#endif

using namespace descent;
using namespace descent::testing;

namespace {

/// Bytes that are allocated now; 0 where the allocator does not tell.
double allocated_bytes() {
#if DESCENT_COUNTS_BYTES
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
#else
  return 0;
#endif
}

std::uint64_t fingerprint(const Vector<float>& numbers) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a, a word at a time
  for (const float number : numbers) {
    hash ^= __builtin_bit_cast(std::uint32_t, number);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

template <typename Scalar>
void check_account(const OptimizerEntry& entry) {
  CAPTURE(std::string(entry.info->name));
  const Index most = entry.info->most_parameters;
  const NetworkShape shape{most > 0 ? std::vector<Index>{5, 10, 3} : std::vector<Index>{50, 60, 10}, Activation::tanh,
                           Activation::tanh, Loss::mse};
  Random random(13);
  const auto data = random_examples<Scalar>(shape, 5, random);
  const Vector<Scalar> start = random_parameters<Scalar>(shape, random);
  auto begun = BasicDescent<Scalar>::begin(std::make_unique<NetworkObjective<Scalar>>(shape, data, start),
                                           make_config(entry.info->name), start, {.step_limit = 10});
  REQUIRE(begun.ok());
  begun.value()->advance(10);
  const double before = allocated_bytes();
  const Snapshot<Scalar> snapshot = begun.value()->run().snapshot();
  const double taken = allocated_bytes() - before;
  // What surrounds the numbers is slight, and some small pieces come from the allocator's own store.
  CHECK(snapshot.bytes() == doctest::Approx(taken).epsilon(0.05));
}

/// A short run that was gone back into holds no more than it may, and not far less.
template <typename Scalar>
void check_bound(const OptimizerEntry& entry) {
  CAPTURE(std::string(entry.info->name));
  const NetworkShape shape{{50, 200, 10}, Activation::tanh, Activation::tanh, Loss::mse};
  Random random(14);
  const auto data = random_examples<Scalar>(shape, 5, random);
  const Vector<Scalar> start = random_parameters<Scalar>(shape, random);
  const OptimizerConfig config = make_config(entry.info->name, {{"history", 4}});
  constexpr Index updates = 20;
  const RunSettings settings{.step_limit = updates, .tolerance = 0};
  const double before = allocated_bytes();
  auto objective = std::make_unique<NetworkObjective<Scalar>>(shape, data, start);
  const double most = BasicDescent<Scalar>::most_bytes(*objective, config, settings);
  auto begun = BasicDescent<Scalar>::begin(std::move(objective), config, start, settings);
  REQUIRE(begun.ok());
  begun.value()->advance(updates);
  CHECK(begun.value()->explain(10, 0).ok() == std::is_same_v<Scalar, double>);  // steps back
  const double taken = allocated_bytes() - before;
  CHECK(taken <= most);
  CHECK(taken > most / 2);
}

}  // namespace

TEST_CASE("a long run of the digits network stays within 64 MB, and any step of it comes back bit for bit") {
  const NetworkShape shape{{784, 16, 16, 10}, Activation::sigmoid, Activation::sigmoid, Loss::squared_error};
  Random random(12);
  const auto data = random_examples<float>(shape, 20, random);
  const Vector<float> start = random_parameters<float>(shape, random);
  constexpr Index updates = 8000;  // more snapshots, 16 updates apart, than there is room for

  const double before = allocated_bytes();
  auto begun = BasicDescent<float>::begin(std::make_unique<NetworkObjective<float>>(shape, data, start),
                                          make_config("adam"), start, {.step_limit = updates, .batch = {2, true, 3}});
  REQUIRE(begun.ok());
  BasicDescent<float>& descent = *begun.value();
  const double running = allocated_bytes() - before;  // the network's passes, the optimizer: no history yet
  std::vector<std::uint64_t> visited = {fingerprint(descent.run().parameters())};
  visited.reserve(updates + 1);
  double most = 0;
  while (descent.reason() == StopReason::running) {
    descent.advance(1);
    visited.push_back(fingerprint(descent.run().parameters()));
    most = std::max(most, allocated_bytes() - before - running);
  }
  CHECK(descent.reason() == StopReason::step_limit);
  CHECK(descent.trace().dimension() == 0);
  const double counted = 8 * Trace::numbers_per_row(0) * (updates + 1) + descent.keyframe_bytes();
  CHECK(counted <= AnyDescent::memory_limit);
#if DESCENT_COUNTS_BYTES
  const double witness = 8.0 * static_cast<double>(visited.capacity());
  CHECK(most - witness <= AnyDescent::memory_limit);
  CHECK(most > 0.9 * AnyDescent::memory_limit);  // so that the bound was really put to the test
#endif

  std::vector<Index> steps = {0, 1, 15, 16, 17, updates - 1, updates};
  for (int k = 0; k < 40; ++k) steps.push_back(static_cast<Index>(random.below(updates + 1)));
  for (const Index step : steps) {
    const auto row = descent.at(step);
    REQUIRE(row.ok());
    CHECK(fingerprint(row.value().parameters.cast<float>()) == visited[static_cast<std::size_t>(step)]);
  }
}

#if DESCENT_COUNTS_BYTES
TEST_CASE("what a snapshot says that it takes is what it takes, for every optimizer") {
  for (const OptimizerEntry& entry : optimizers()) {
    check_account<double>(entry);
    check_account<float>(entry);
  }
}

TEST_CASE("no run comes to take more memory than was announced, and no rule is said to take much more than it does") {
  for (const OptimizerEntry& entry : optimizers()) {
    if (entry.info->most_parameters > 0) continue;  // too few numbers to matter
    check_bound<double>(entry);
    check_bound<float>(entry);
  }
}
#endif
