#include "data/idx.hpp"

#include <cstring>
#include <vector>

#include "target.hpp"

using namespace descent;

namespace {

using Bytes = std::span<const std::uint8_t>;

void check_refusal(const Error& error, std::size_t length) {
  MUST(!error.message.empty());
  MUST(!error.remedy.empty());
  MUST(error.position >= 0);
  MUST(static_cast<std::size_t>(error.position) <= length);
}

/// The file that a reading describes, written again.
std::vector<std::uint8_t> written(const IdxFile& file) {
  std::vector<std::uint8_t> bytes = {0, 0, 8, static_cast<std::uint8_t>(file.sizes.size())};
  for (const std::uint32_t size : file.sizes) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<std::uint8_t>(size >> shift));
  }
  bytes.insert(bytes.end(), file.values.begin(), file.values.end());
  return bytes;
}

void check_file(Bytes bytes, int dimensions) {
  const auto file = read_idx(bytes, dimensions);
  if (!file.ok()) return check_refusal(file.error(), bytes.size());
  MUST(file.value().sizes.size() == static_cast<std::size_t>(dimensions));
  std::vector<std::uint8_t> again = written(file.value());
  MUST(again.size() == bytes.size());
  MUST(std::memcmp(again.data(), bytes.data(), again.size()) == 0);
  const auto end = static_cast<int>(again.size());
  again.push_back(0);
  const auto longer = read_idx(again, dimensions);
  MUST(!longer.ok() && longer.error().position == end);
  const auto shorter = read_idx(bytes.first(bytes.size() - 1), dimensions);
  MUST(!shorter.ok() && shorter.error().position == end - 1);
}

void check_pictures(Bytes images, Bytes labels, const PictureSettings& settings) {
  const auto read = read_pictures(images, labels, settings);
  if (!read.ok()) {
    const bool in_images = read.error().field == "images";
    MUST(in_images || read.error().field == "labels");
    return check_refusal(read.error(), in_images ? images.size() : labels.size());
  }
  const DataSet& set = *read.value();
  const PictureSize size = set.picture_size();
  MUST(set.count() >= 1);
  MUST(settings.limit == 0 || set.count() <= settings.limit);
  MUST(set.features() == size.width * size.height);
  MUST(set.classes() == (labels.empty() ? 0 : settings.classes));
  MUST(set.labels().size() == (labels.empty() ? 0 : static_cast<std::size_t>(set.count())));
  for (const std::uint8_t label : set.labels()) MUST(label < settings.classes);
  const std::vector<std::uint8_t> pixels = set.pixels(0, set.count());
  MUST(std::memcmp(pixels.data(), &images[16], pixels.size()) == 0);
}

}  // namespace

FUZZ_TARGET(idx) {
  // The first byte chooses the settings, the second says how many of the last bytes are the labels.
  const Bytes bytes(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  const std::size_t head = std::min<std::size_t>(bytes.size(), 2);
  const unsigned choice = head > 0 ? bytes[0] : 0;
  const Bytes files = bytes.subspan(head);
  const std::size_t length = std::min<std::size_t>(files.size(), head > 1 ? bytes[1] : 0);
  const Bytes images = files.first(files.size() - length);
  const Bytes labels = files.last(length);
  PictureSettings settings;
  settings.limit = (choice & 1U) != 0 ? 2 : 0;
  settings.classes = (choice & 2U) != 0 ? 3 : 10;
  check_file(labels, 1);
  check_file(images, 2);
  check_file(images, 3);
  check_pictures(images, labels, settings);
}
