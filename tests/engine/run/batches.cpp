#include "run/batches.hpp"

#include <doctest/doctest.h>

using namespace descent;

namespace {

std::vector<Index> drawn(Batches& batches, Index update) {
  const Batches::Batch batch = batches.batch(update);
  return {batch.examples, batch.examples + batch.count};
}

}  // namespace

TEST_CASE("an epoch shows every example once, and the next one in another order") {
  Batches batches(103, {10, true, 9});
  CHECK(batches.per_epoch() == 11);
  std::vector<Index> before;
  for (Index epoch = 0; epoch < 5; ++epoch) {
    std::vector<Index> all;
    for (Index k = 0; k < 11; ++k) {
      const std::vector<Index> batch = drawn(batches, epoch * 11 + k);
      CHECK(batch.size() == (k < 10 ? 10 : 3));
      all.insert(all.end(), batch.begin(), batch.end());
    }
    CHECK(all != before);
    before = all;
    std::sort(all.begin(), all.end());
    for (Index e = 0; e < 103; ++e) CHECK(all[static_cast<std::size_t>(e)] == e);
  }
}

TEST_CASE("an update's batch can be found without going through those before it") {
  Batches forwards(50, {7, true, 4});
  Batches backwards(50, {7, true, 4});
  std::vector<std::vector<Index>> seen;
  for (Index update = 0; update < 40; ++update) seen.push_back(drawn(forwards, update));
  for (Index update = 39; update >= 0; --update)
    CHECK(drawn(backwards, update) == seen[static_cast<std::size_t>(update)]);
  Batches other(50, {7, true, 5});
  CHECK(drawn(other, 0) != seen[0]);
}

TEST_CASE("without shuffling, and with a batch of all, examples come in their own order") {
  Batches plain(5, {2, false, 1});
  CHECK(drawn(plain, 0) == std::vector<Index>{0, 1});
  CHECK(drawn(plain, 2) == std::vector<Index>{4});
  CHECK(drawn(plain, 3) == std::vector<Index>{0, 1});
  Batches all(5, {8, true, 1});
  CHECK(all.per_epoch() == 1);
  CHECK(drawn(all, 7) == std::vector<Index>{0, 1, 2, 3, 4});
}

TEST_CASE("epochs count passes over the data, with fractions within a pass") {
  Batches batches(103, {10, true, 9});
  CHECK(batches.epochs(0) == 0);
  CHECK(batches.epochs(1) == doctest::Approx(10.0 / 103));
  CHECK(batches.epochs(10) == doctest::Approx(100.0 / 103));
  CHECK(batches.epochs(11) == 1);
  CHECK(batches.epochs(23) == doctest::Approx(2 + 10.0 / 103));
}

TEST_CASE("shuffling is even: every example is equally likely to come first") {
  std::vector<int> first(6);
  for (Index epoch = 0; epoch < 6000; ++epoch) {
    Batches batches(6, {1, true, static_cast<std::uint64_t>(epoch)});
    ++first[static_cast<std::size_t>(batches.batch(0).examples[0])];
  }
  for (const int count : first) CHECK(std::abs(count - 1000) < 150);
}
