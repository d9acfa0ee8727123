#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/sparse.hpp"

namespace descent {

/// The number that a pixel is to a network, 0 for paper and 1 for full ink. The same in both precisions.
inline float grey(std::uint8_t ink) { return static_cast<float>(ink) / 255; }

/// Grey pictures of one size, kept as what is not paper in them: two bytes for every such pixel. Four fifths
/// of a written digit's 784 pixels are paper.
class Ink {
 public:
  /// `area`: pixels of each picture.
  explicit Ink(Index area) : area_(area) {}

  /// Adds a picture of `area` bytes, 0 for paper and 255 for full ink.
  void add(const std::uint8_t* picture);

  Index area() const { return area_; }
  Index count() const { return count_; }
  /// Most marks of any picture.
  Index most() const { return most_; }
  double bytes() const;

  /// Calls `use(pixel, ink)` for the marks of a picture, in ascending order: each pixel that is not paper,
  /// and perhaps some that are.
  template <typename Use>
  void for_marks(Index picture, const Use& use) const {
    const Sheet& sheet = sheets_[static_cast<std::size_t>(picture / a_sheet)];
    const auto place = static_cast<std::size_t>(picture % a_sheet);
    const Mark* const end = sheet.marks.data() + sheet.begins[place + 1];
    Index pixel = -1;
    for (const Mark* mark = sheet.marks.data() + sheet.begins[place]; mark != end; ++mark) {
      pixel += mark->gap;
      use(pixel, mark->ink);
    }
  }

  /// `count` pictures from `first` on, as bytes and as numbers (area x count).
  std::vector<std::uint8_t> pixels(Index first, Index count) const;
  Matrix<double> numbers(Index first, Index count) const;

 private:
  struct Mark {
    std::uint8_t gap;  ///< how far behind the last one, or behind the picture's beginning less one
    std::uint8_t ink;
  };
  /// Pictures that lie together: so no more has to be moved than these when one is added.
  static constexpr Index a_sheet = 256;
  struct Sheet {
    std::vector<Mark> marks;
    std::vector<std::uint32_t> begins = {0};
  };

  Index area_;
  Index count_ = 0;
  Index most_ = 0;
  std::vector<Sheet> sheets_;
};

/// The marks of a few pictures, as numbers.
template <typename Scalar>
class Marks {
 public:
  /// `pictures` outlives this.
  explicit Marks(const Ink& pictures);

  /// Those of pictures `which[0 .. count)`, or where that is nullptr of `first` and the following.
  SparseColumns<Scalar> of(const Index* which, Index first, Index count);

 private:
  const Ink* pictures_;
  std::array<Scalar, 256> greys_;  ///< of each byte: a division less for every mark
  // Kept between calls, so that these allocate nothing once there is room for the most.
  std::vector<Index> begins_;
  std::vector<Index> rows_;
  std::vector<Scalar> values_;
};

extern template class Marks<double>;
extern template class Marks<float>;

}  // namespace descent
