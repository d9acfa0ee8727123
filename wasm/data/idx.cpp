#include "data/idx.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace descent {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t magic_size = 4;
constexpr std::uint8_t unsigned_bytes = 0x08;

/// Widest and highest picture.
constexpr std::uint32_t most_pixels_a_side = 4096;

Error error_at(std::size_t position, std::string message, std::string remedy) {
  return Error{"", std::move(message), std::move(remedy), static_cast<int>(position)};
}

const char* name_of_type(std::uint8_t type) {
  switch (type) {
    case 0x09:
      return "signed bytes";
    case 0x0B:
      return "16-bit integers";
    case 0x0C:
      return "32-bit integers";
    case 0x0D:
      return "32-bit floating-point numbers";
    case 0x0E:
      return "64-bit floating-point numbers";
    default:
      return nullptr;
  }
}

std::string count_and(std::uint64_t count, const char* things) { return std::to_string(count) + " " + things; }

Error truncated(std::size_t length, std::uint64_t wanted, const char* part) {
  return error_at(length,
                  "The file ends after " + count_and(length, "bytes, within its ") + part + ", which reaches to " +
                      count_and(wanted, "bytes."),
                  "Give the whole file; perhaps it was not copied or downloaded to its end.");
}

/// What is wrong with the first four bytes.
std::optional<Error> check_magic(Bytes bytes, int dimensions) {
  if (bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b) {
    return error_at(0, "This file is packed with gzip.", "Unpack it first.");
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 2); ++i) {
    if (bytes[i] != 0) {
      return error_at(i, "This is not an IDX file, which begins with two bytes of zero.",
                      "Give a file in the format of MNIST's, such as train-images-idx3-ubyte.");
    }
  }
  if (bytes.size() < magic_size) return truncated(bytes.size(), magic_size, "header");
  if (bytes[2] != unsigned_bytes) {
    const char* type = name_of_type(bytes[2]);
    return error_at(2,
                    type != nullptr ? std::string("The values in this file are ") + type + "."
                                    : "The type of the values in this file is unknown: its code is " +
                                          std::to_string(bytes[2]) + ".",
                    "Give a file of unsigned bytes, whose code is 8.");
  }
  if (bytes[3] != dimensions) {
    return error_at(3, "This file has " + count_and(bytes[3], "dimension(s)."),
                    "Give one with " + std::to_string(dimensions) +
                        (dimensions == 1 ? ", the labels." : ": pictures, rows and columns."));
  }
  return std::nullopt;
}

std::uint32_t big_endian(const std::uint8_t* bytes) {
  std::uint32_t number = 0;
  for (int i = 0; i < 4; ++i) number = (number << 8U) | bytes[i];
  return number;
}

/// Length of a header.
std::size_t header_of(int dimensions) { return magic_size + 4 * static_cast<std::size_t>(dimensions); }

/// The sizes in a header, the file's first bytes, of a file of this length.
Result<std::vector<std::uint32_t>> read_sizes(Bytes bytes, std::size_t length, int dimensions) {
  if (auto wrong = check_magic(bytes, dimensions)) return *wrong;
  const std::size_t header = header_of(dimensions);
  if (length < header) return truncated(length, header, "header");
  std::vector<std::uint32_t> sizes;
  std::uint64_t product = 1;
  for (std::size_t position = magic_size; position < header; position += 4) {
    const std::uint32_t size = big_endian(&bytes[position]);
    if (size == 0) {
      return error_at(position, "A dimension in the file's header is 0.", "Give a file that holds something.");
    }
    // Looked at after each factor, so that the product never overflows.
    constexpr std::uint64_t absurd = std::uint64_t{1} << 31U;
    product *= size;
    if (product >= absurd) {
      return error_at(position, "The sizes in the file's header come to more than 2,147,483,647 values.",
                      "Give a smaller file, or one whose header is not damaged.");
    }
    sizes.push_back(size);
  }
  const std::uint64_t wanted = header + product;
  if (length < wanted) return truncated(length, wanted, "values");
  if (length > wanted) {
    return error_at(static_cast<std::size_t>(wanted),
                    "The file goes on for " + count_and(length - wanted, "bytes") + " after the " +
                        count_and(product, "values") + " that its header announces.",
                    "Give a file that ends with its last value.");
  }
  return sizes;
}

}  // namespace

Result<IdxFile> read_idx(Bytes bytes, int dimensions) {
  auto sizes = read_sizes(bytes, bytes.size(), dimensions);
  if (!sizes.ok()) return sizes.error();
  return IdxFile{std::move(sizes.value()), bytes.subspan(header_of(dimensions))};
}

namespace {

/// A file that lies in memory.
class BytesInMemory final : public ByteSource {
 public:
  explicit BytesInMemory(Bytes bytes) : bytes_(bytes) {}
  std::size_t size() const override { return bytes_.size(); }
  void read(std::size_t from, std::span<std::uint8_t> into) const override {
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(from), into.size(), into.begin());
  }

 private:
  Bytes bytes_;
};

/// The first `count` pictures behind the header, a few at a time.
Ink read_ink(const ByteSource& images, Index area, std::uint32_t count) {
  constexpr std::size_t at_once = 1 << 18;
  Ink ink(area);
  const auto each = static_cast<std::size_t>(area);
  std::vector<std::uint8_t> bytes(std::max<std::size_t>(1, at_once / each) * each);
  const std::size_t end = header_of(3) + each * count;
  for (std::size_t from = header_of(3); from < end; from += bytes.size()) {
    const std::size_t size = std::min(bytes.size(), end - from);
    images.read(from, {bytes.data(), size});
    for (std::size_t picture = 0; picture < size; picture += each) ink.add(&bytes[picture]);
  }
  return ink;
}

Error in_field(Error error, const char* field) {
  error.field = field;
  return error;
}

/// Refuses pictures of odd sizes, and more of them than there is memory for.
std::optional<Error> check_size(const std::vector<std::uint32_t>& sizes, std::uint64_t count, Index classes) {
  for (const std::size_t k : {1U, 2U}) {
    if (sizes[k] > most_pixels_a_side) {
      return error_at(magic_size + 4 * k,
                      "The pictures are " + count_and(sizes[k], "pixels") + (k == 1 ? " high." : " wide."),
                      "Give pictures of at most 4,096 x 4,096 pixels.");
    }
  }
  const std::uint64_t each = std::uint64_t{sizes[1]} * sizes[2] + static_cast<std::uint64_t>(classes);
  const auto most = static_cast<std::uint64_t>(max_data_numbers) / each;
  if (count <= most) return std::nullopt;
  return error_at(magic_size, "There are too many pictures to hold: " + std::to_string(count) + ".",
                  most > 0 ? "Set `limit` to " + std::to_string(most) + " or less." : "Give smaller pictures.");
}

Result<std::vector<std::uint8_t>> read_labels(Bytes bytes, std::uint32_t pictures, std::size_t count, Index classes) {
  const auto file = read_idx(bytes, 1);
  if (!file.ok()) return file.error();
  if (file.value().sizes[0] != pictures) {
    return error_at(magic_size,
                    "There are " + count_and(file.value().sizes[0], "labels for ") + count_and(pictures, "pictures."),
                    "Give the two files that belong together.");
  }
  const Bytes labels = file.value().values;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] < classes) continue;
    return error_at(bytes.size() - labels.size() + i,
                    "Label number " + std::to_string(i) + " (counting from 0) is " + std::to_string(labels[i]) +
                        ", but there are " + std::to_string(classes) + " classes, beginning with 0.",
                    "Set `classes`, or give the file of labels that belongs to the pictures.");
  }
  return std::vector<std::uint8_t>(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace

Result<std::shared_ptr<const DataSet>> read_pictures(const ByteSource& images, Bytes labels,
                                                     const PictureSettings& settings) {
  std::vector<std::uint8_t> head(std::min(images.size(), header_of(3)));
  images.read(0, head);
  const auto read = read_sizes(head, images.size(), 3);
  if (!read.ok()) return in_field(read.error(), "images");
  const std::vector<std::uint32_t>& sizes = read.value();
  const Index classes = labels.empty() ? 0 : settings.classes;
  const std::uint32_t limit = settings.limit > 0 ? static_cast<std::uint32_t>(settings.limit) : sizes[0];
  const std::uint32_t count = std::min(limit, sizes[0]);
  if (auto wrong = check_size(sizes, count, classes)) return in_field(*wrong, "images");
  std::vector<std::uint8_t> classes_of_pictures;
  if (!labels.empty()) {
    auto of_pictures = read_labels(labels, sizes[0], count, classes);
    if (!of_pictures.ok()) return in_field(of_pictures.error(), "labels");
    classes_of_pictures = std::move(of_pictures.value());
  }
  const PictureSize size{static_cast<Index>(sizes[2]), static_cast<Index>(sizes[1])};
  return std::make_shared<const DataSet>(read_ink(images, size.width * size.height, count),
                                         std::move(classes_of_pictures), classes, size);
}

Result<std::shared_ptr<const DataSet>> read_pictures(Bytes images, Bytes labels, const PictureSettings& settings) {
  return read_pictures(BytesInMemory(images), labels, settings);
}

}  // namespace descent
