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

Error truncated(Bytes bytes, std::uint64_t wanted, const char* part) {
  return error_at(bytes.size(),
                  "The file ends after " + count_and(bytes.size(), "bytes, within its ") + part +
                      ", which reaches to " + count_and(wanted, "bytes."),
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
  if (bytes.size() < magic_size) return truncated(bytes, magic_size, "header");
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

}  // namespace

Result<IdxFile> read_idx(Bytes bytes, int dimensions) {
  if (auto wrong = check_magic(bytes, dimensions)) return *wrong;
  const std::size_t header = magic_size + 4 * static_cast<std::size_t>(dimensions);
  if (bytes.size() < header) return truncated(bytes, header, "header");
  IdxFile file;
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
    file.sizes.push_back(size);
  }
  const std::uint64_t wanted = header + product;
  if (bytes.size() < wanted) return truncated(bytes, wanted, "values");
  if (bytes.size() > wanted) {
    return error_at(static_cast<std::size_t>(wanted),
                    "The file goes on for " + count_and(bytes.size() - wanted, "bytes") + " after the " +
                        count_and(product, "values") + " that its header announces.",
                    "Give a file that ends with its last value.");
  }
  file.values = bytes.subspan(header);
  return file;
}

namespace {

Error in_field(Error error, const char* field) {
  error.field = field;
  return error;
}

/// Refuses pictures of odd sizes, and more of them than there is memory for.
std::optional<Error> check_size(const IdxFile& pictures, std::uint64_t count, Index classes) {
  for (const std::size_t k : {1U, 2U}) {
    if (pictures.sizes[k] > most_pixels_a_side) {
      return error_at(magic_size + 4 * k,
                      "The pictures are " + count_and(pictures.sizes[k], "pixels") + (k == 1 ? " high." : " wide."),
                      "Give pictures of at most 4,096 x 4,096 pixels.");
    }
  }
  const std::uint64_t each = std::uint64_t{pictures.sizes[1]} * pictures.sizes[2] + static_cast<std::uint64_t>(classes);
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

Result<std::shared_ptr<const DataSet>> read_pictures(Bytes images, Bytes labels, const PictureSettings& settings) {
  const auto file = read_idx(images, 3);
  if (!file.ok()) return in_field(file.error(), "images");
  const IdxFile& pictures = file.value();
  const Index classes = labels.empty() ? 0 : settings.classes;
  const std::uint32_t limit = settings.limit > 0 ? static_cast<std::uint32_t>(settings.limit) : pictures.sizes[0];
  const std::uint32_t count = std::min(limit, pictures.sizes[0]);
  if (auto wrong = check_size(pictures, count, classes)) return in_field(*wrong, "images");
  std::vector<std::uint8_t> classes_of_pictures;
  if (!labels.empty()) {
    auto read = read_labels(labels, pictures.sizes[0], count, classes);
    if (!read.ok()) return in_field(read.error(), "labels");
    classes_of_pictures = std::move(read.value());
  }
  const PictureSize size{static_cast<Index>(pictures.sizes[2]), static_cast<Index>(pictures.sizes[1])};
  Matrix<float> inputs(size.width * size.height, static_cast<Index>(count));
  for (Index i = 0; i < inputs.size(); ++i) {
    inputs.data()[i] = static_cast<float>(pictures.values[static_cast<std::size_t>(i)]) / 255;
  }
  return std::make_shared<const DataSet>(std::move(inputs), std::move(classes_of_pictures), classes, size);
}

}  // namespace descent
