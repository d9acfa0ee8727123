#include "data/ink.hpp"

#include <doctest/doctest.h>

#include "core/random.hpp"
#include "data/data_set.hpp"

using namespace descent;

namespace {

using Sheet = std::vector<std::uint8_t>;

/// Pictures that are paper but for a share of their pixels, each drawn by itself.
std::vector<Sheet> some_pictures(std::size_t area, std::size_t count, double share) {
  Random random(11);
  std::vector<Sheet> pictures(count, Sheet(area));
  for (Sheet& picture : pictures)
    for (std::uint8_t& pixel : picture)
      if (random.uniform() < share) pixel = static_cast<std::uint8_t>(random.below(256));
  return pictures;
}

Ink ink_of(const std::vector<Sheet>& pictures) {
  Ink ink(static_cast<Index>(pictures.front().size()));
  for (const Sheet& picture : pictures) ink.add(picture.data());
  return ink;
}

}  // namespace

TEST_CASE("ink gives back every picture, however far apart its marks are and however many pictures") {
  for (const std::size_t area : {1U, 7U, 255U, 256U, 257U, 784U, 5000U}) {
    for (const double share : {0.0, 0.001, 0.2, 1.0}) {
      const std::vector<Sheet> pictures = some_pictures(area, 300, share);
      const Ink ink = ink_of(pictures);
      CHECK(ink.count() == 300);
      Index most = 0;
      for (Index e = 0; e < 300; ++e) {
        REQUIRE(ink.pixels(e, 1) == pictures[static_cast<std::size_t>(e)]);
        Index last = -1;
        Index marks = 0;
        ink.for_marks(e, [&](Index pixel, std::uint8_t) {
          CHECK(pixel > last);
          CHECK(pixel < static_cast<Index>(area));
          last = pixel;
          ++marks;
        });
        most = std::max(most, marks);
      }
      CHECK(ink.most() == most);
      const auto two = ink.pixels(255, 2);
      CHECK(Sheet(two.begin(), two.begin() + static_cast<std::ptrdiff_t>(area)) == pictures[255]);
      CHECK(Sheet(two.begin() + static_cast<std::ptrdiff_t>(area), two.end()) == pictures[256]);
    }
  }
}

TEST_CASE("a mark takes two bytes, and paper none") {
  const Ink ink = ink_of(some_pictures(784, 2560, 0.2));
  CHECK(ink.bytes() < 2560 * (784 * 0.2 * 2 + 8) * 1.02);
  double marks = 0;
  for (Index e = 0; e < 2560; ++e) ink.for_marks(e, [&](Index, std::uint8_t) { ++marks; });
  CHECK(ink.bytes() >= 2 * marks + 4 * 2560);  // and where each picture begins
  CHECK(ink_of(some_pictures(784, 256, 0)).bytes() < 256 * (2 * 4 + 8) + 64);
}

TEST_CASE("marks as numbers are the pictures as numbers, of any choice of them and in both precisions") {
  const Ink ink = ink_of(some_pictures(300, 20, 0.1));
  const std::vector<Index> which = {7, 3, 3, 19};
  const auto check = [&](auto scalar) {
    using Scalar = decltype(scalar);
    Marks<Scalar> marks(ink);
    const auto dense = [&](const SparseColumns<Scalar>& columns, Index count) {
      Matrix<Scalar> matrix = Matrix<Scalar>::Zero(300, count);
      for (Index e = 0; e < count; ++e)
        for (Index i = columns.begins[e]; i < columns.begins[e + 1]; ++i)
          matrix(columns.rows[i], e) = columns.values[i];
      return matrix;
    };
    CHECK(dense(marks.of(nullptr, 4, 16), 16) == ink.numbers(4, 16).cast<Scalar>());
    const Matrix<Scalar> chosen = dense(marks.of(which.data(), 0, 4), 4);
    for (Index e = 0; e < 4; ++e)
      CHECK(chosen.col(e) == ink.numbers(which[static_cast<std::size_t>(e)], 1).cast<Scalar>().col(0));
  };
  check(double());
  check(float());
}

TEST_CASE("a data set of pictures holds them once, whatever the precision") {
  const std::vector<Sheet> pictures = some_pictures(12, 4, 0.5);
  const DataSet set(ink_of(pictures), {1, 0, 0, 1}, 2, {4, 3});
  CHECK(set.features() == 12);
  CHECK(set.outputs() == 2);
  CHECK(set.holds<float>());
  CHECK(set.examples<double>()->pictures == set.examples<float>()->pictures);
  CHECK(set.examples<float>()->inputs.size() == 0);
  CHECK(set.targets(0, 4) == std::vector<double>{0, 1, 1, 0, 1, 0, 0, 1});
  const auto signs = set.examples_for<float>(1, {-1, 1});
  CHECK(signs->pictures == set.examples<float>()->pictures);
  CHECK(signs->targets == (Matrix<float>(1, 4) << 1, -1, -1, 1).finished());
  CHECK(set.targets_within(0, 1));
  CHECK_FALSE(set.targets_within(0.1, 1));
}
