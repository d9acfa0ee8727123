#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/error.hpp"
#include "data/data_set.hpp"

namespace descent {

/// One file of the IDX format, as MNIST is kept in: two bytes of zero, a type (0x08: unsigned bytes),
/// the number of dimensions, each dimension's size as a big-endian number of 4 bytes, then the values,
/// the last dimension running fastest. Source: LeCun, Cortes and Burges, "The MNIST database".
struct IdxFile {
  std::vector<std::uint32_t> sizes;      ///< one to three, each at least 1
  std::span<const std::uint8_t> values;  ///< as many as the product of the sizes; part of the file read
};

/// Reads a file of unsigned bytes with exactly `dimensions` dimensions (1 to 3). Refuses whatever is
/// not that, down to a single byte too few or too many: the error has `position`, the offset of the
/// byte from which on the file is wrong, and no `field`.
Result<IdxFile> read_idx(std::span<const std::uint8_t> bytes, int dimensions);

struct PictureSettings {
  Index limit = 0;     ///< use the first so many pictures only; 0 for all
  Index classes = 10;  ///< labels must be below
};

/// A file that is read piece by piece, so that it need not lie in memory beside what is made of it.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  virtual std::size_t size() const = 0;
  /// Writes the bytes from `from` on; all of them exist.
  virtual void read(std::size_t from, std::span<std::uint8_t> into) const = 0;
};

/// Pictures (count x height x width) and, unless empty, their labels (count). Inputs are pixel / 255
/// as single precision has it, row by row. Errors have field `images` or `labels` and a position.
Result<std::shared_ptr<const DataSet>> read_pictures(const ByteSource& images, std::span<const std::uint8_t> labels,
                                                     const PictureSettings& settings);

/// The same of a file that lies in memory.
Result<std::shared_ptr<const DataSet>> read_pictures(std::span<const std::uint8_t> images,
                                                     std::span<const std::uint8_t> labels,
                                                     const PictureSettings& settings);

}  // namespace descent
