#include "data/idx.hpp"

#include <doctest/doctest.h>

#include "core/random.hpp"
#include "support.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

using File = std::vector<std::uint8_t>;

/// A file of the format, with bytes at random below `below` for its values.
File file_of(const std::vector<std::uint32_t>& sizes, std::uint32_t below = 256) {
  File bytes = {0, 0, 8, static_cast<std::uint8_t>(sizes.size())};
  std::uint32_t count = 1;
  for (const std::uint32_t size : sizes) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<std::uint8_t>(size >> shift));
    count *= size;
  }
  Random random(5);
  for (std::uint32_t i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(random.below(below)));
  return bytes;
}

Error refusal(const File& images, const File& labels, const PictureSettings& settings = {}) {
  const auto read = read_pictures(images, labels, settings);
  CHECK_FALSE(read.ok());
  if (read.ok()) return {};
  CHECK_FALSE(read.error().remedy.empty());
  return read.error();
}

Error refusal(const File& images) { return refusal(images, {}); }

}  // namespace

TEST_CASE("pictures are read as their bytes over 255, with their labels as one-hot targets") {
  const File images = file_of({7, 3, 5});
  const File labels = file_of({7}, 10);
  const auto read = read_pictures(images, labels, {});
  REQUIRE(read.ok());
  const DataSet& set = *read.value();
  CHECK(set.count() == 7);
  CHECK(set.features() == 15);
  CHECK(set.picture_size().width == 5);
  CHECK(set.picture_size().height == 3);
  CHECK(set.pixels(0, 7) == File(images.begin() + 16, images.end()));
  CHECK(set.labels() == File(labels.begin() + 8, labels.end()));
  const std::vector<double> targets = set.targets(0, 7);
  for (std::size_t e = 0; e < 7; ++e) {
    for (std::size_t c = 0; c < 10; ++c) CHECK(targets[e * 10 + c] == (c == labels[8 + e] ? 1 : 0));
    for (std::size_t k = 0; k < 15; ++k) {
      CHECK(set.inputs(static_cast<Index>(e), 1)[k] == static_cast<float>(images[16 + e * 15 + k]) / 255);
    }
  }
}

TEST_CASE("every grey value comes back from a picture as it went in") {
  File images = file_of({1, 16, 16});
  for (std::size_t i = 0; i < 256; ++i) images[16 + i] = static_cast<std::uint8_t>(i);
  const auto read = read_pictures(images, {}, {});
  CHECK(read.value()->pixels(0, 1) == File(images.begin() + 16, images.end()));
  CHECK(read.value()->classes() == 0);
  CHECK(read.value()->outputs() == 0);
}

TEST_CASE("a limit takes the first pictures, of a file that must still be whole") {
  const File images = file_of({7, 3, 5});
  const File labels = file_of({7}, 10);
  const auto read = read_pictures(images, labels, {.limit = 4});
  CHECK(read.value()->count() == 4);
  CHECK(read.value()->labels() == File(labels.begin() + 8, labels.begin() + 12));
  CHECK(read_pictures(images, labels, {.limit = 100}).value()->count() == 7);
  CHECK_FALSE(read_pictures(File(images.begin(), images.end() - 1), labels, {.limit = 4}).ok());
}

TEST_CASE("every truncation of a file is refused where it ends, and every longer one where it should end") {
  const File images = file_of({3, 4, 2});
  const File labels = file_of({3}, 10);
  for (std::size_t length = 0; length < images.size(); ++length) {
    const Error error = refusal(File(images.begin(), images.begin() + static_cast<int>(length)), labels);
    CHECK(error.field == "images");
    CHECK(error.position == static_cast<int>(length));
  }
  for (std::size_t length = 1; length < labels.size(); ++length) {
    const Error error = refusal(images, File(labels.begin(), labels.begin() + static_cast<int>(length)));
    CHECK(error.field == "labels");
    CHECK(error.position == static_cast<int>(length));
  }
  File longer = images;
  longer.resize(images.size() + 5);
  CHECK(refusal(longer, labels).position == static_cast<int>(images.size()));
  CHECK(contains(refusal(longer, labels).message, "5 bytes"));
}

TEST_CASE("a file of another kind is refused at the byte that says so") {
  const auto with = [](std::size_t place, std::uint8_t byte) {
    File images = file_of({3, 4, 2});
    images[place] = byte;
    return images;
  };
  CHECK(refusal(with(0, 'P')).position == 0);
  CHECK(refusal(with(1, 1)).position == 1);
  CHECK(contains(refusal(with(2, 0x0D)).message, "floating-point"));
  CHECK(contains(refusal(with(2, 77)).message, "77"));
  CHECK(refusal(with(3, 2)).position == 3);
  CHECK(contains(refusal({0x1f, 0x8b, 8}).message, "gzip"));
  CHECK(refusal(file_of({3})).position == 3);
}

TEST_CASE("sizes that cannot be are refused, however large their product") {
  constexpr std::uint32_t huge = 4294967295U;
  File bytes = file_of({1, 1, 1});
  const auto refused_at = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    std::size_t place = 4;
    for (const std::uint32_t size : {a, b, c}) {
      for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes[place++] = static_cast<std::uint8_t>(size >> shift);
    }
    return refusal(bytes).position;
  };
  CHECK(refused_at(0, 1, 1) == 4);
  CHECK(refused_at(1, 0, 1) == 8);
  CHECK(refused_at(1, 1, 0) == 12);
  CHECK(refused_at(huge, huge, huge) == 4);
  CHECK(refused_at(65536, 65536, 1) == 8);
  CHECK(refused_at(65536, 32768, 1) == 8);
  CHECK(refused_at(65536, 32767, 2) == 12);
  CHECK(refused_at(65536, 32767, 1) == 17);
  CHECK(refusal(file_of({1, 1, 4097})).position == 12);
  CHECK(refusal(file_of({1, 4097, 1})).position == 8);
  CHECK(read_pictures(file_of({1, 1, 4096}), {}, {}).ok());
  CHECK(read_pictures(file_of({1, 4096, 1}), {}, {}).ok());
}

TEST_CASE("a file that is read in several portions comes back whole") {
  const File images = file_of({400, 31, 29});  // 262,144 bytes are read at once
  const auto read = read_pictures(images, {}, {});
  REQUIRE(read.ok());
  CHECK(read.value()->pixels(0, 400) == File(images.begin() + 16, images.end()));
}

TEST_CASE("more pictures than there is memory for are refused with how many would do") {
  const File images = file_of({300000, 1, 1});
  const File labels = file_of({300000}, 10);
  const Error error = refusal(images, labels, {.classes = 256});
  CHECK(error.position == 4);
  CHECK(contains(error.remedy, "194552"));
  CHECK(read_pictures(images, labels, {.limit = 194552, .classes = 256}).ok());
}

TEST_CASE("labels must be as many as the pictures, and each a class") {
  const File images = file_of({3, 4, 2});
  CHECK(refusal(images, file_of({2}, 10)).position == 4);
  CHECK(contains(refusal(images, file_of({4}, 10)).message, "4 labels for 3 pictures"));
  File labels = file_of({3}, 10);
  labels[10] = 10;
  const Error error = refusal(images, labels);
  CHECK(error.field == "labels");
  CHECK(error.position == 10);
  CHECK(contains(error.message, "number 2"));
  CHECK(read_pictures(images, labels, {.classes = 11}).ok());
}
