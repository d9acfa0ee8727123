#include "data/ink.hpp"

#include <algorithm>
#include <cstring>

namespace descent {

/// How many pixels are looked at together.
constexpr Index together = sizeof(std::uint64_t);

/// Whether a picture has nothing but paper from here on for that many pixels.
static bool blank(const std::uint8_t* pixels) {
  std::uint64_t all = 0;
  std::memcpy(&all, pixels, sizeof all);
  return all == 0;
}

void Ink::add(const std::uint8_t* picture) {
  if (count_ % a_sheet == 0) {
    // About as much as the sheet before needed: nothing has to be moved while this one fills.
    const std::size_t likely = sheets_.empty() ? 0 : sheets_.back().marks.size();
    sheets_.emplace_back().marks.reserve(likely + likely / 8);
  }
  Sheet& sheet = sheets_.back();
  constexpr Index farthest = 255;
  Index last = -1;
  for (Index pixel = 0; pixel < area_; ++pixel) {
    while (pixel + together <= area_ && blank(picture + pixel)) pixel += together;
    if (pixel == area_) break;
    if (picture[pixel] == 0) continue;
    // A gap that does not fit into its byte is bridged by marks of paper.
    for (; pixel - last > farthest; last += farthest) sheet.marks.push_back({farthest, 0});
    sheet.marks.push_back({static_cast<std::uint8_t>(pixel - last), picture[pixel]});
    last = pixel;
  }
  most_ = std::max(most_, static_cast<Index>(sheet.marks.size() - sheet.begins.back()));
  sheet.begins.push_back(static_cast<std::uint32_t>(sheet.marks.size()));
  if (++count_ % a_sheet == 0) sheet.marks.shrink_to_fit();
}

double Ink::bytes() const {
  double bytes = 0;
  for (const Sheet& sheet : sheets_) {
    bytes += static_cast<double>(sheet.marks.capacity() * sizeof(Mark));
    bytes += static_cast<double>(sheet.begins.capacity() * sizeof(std::uint32_t));
  }
  return bytes;
}

std::vector<std::uint8_t> Ink::pixels(Index first, Index count) const {
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count * area_));
  for (Index e = 0; e < count; ++e) {
    std::uint8_t* picture = bytes.data() + e * area_;
    for_marks(first + e, [picture](Index pixel, std::uint8_t ink) { picture[pixel] = ink; });
  }
  return bytes;
}

Matrix<double> Ink::numbers(Index first, Index count) const {
  Matrix<double> numbers = Matrix<double>::Zero(area_, count);
  for (Index e = 0; e < count; ++e) {
    double* column = numbers.data() + e * area_;
    for_marks(first + e, [column](Index pixel, std::uint8_t ink) { column[pixel] = grey(ink); });
  }
  return numbers;
}

template <typename Scalar>
Marks<Scalar>::Marks(const Ink& pictures) : pictures_(&pictures) {
  for (std::size_t ink = 0; ink < greys_.size(); ++ink) greys_[ink] = grey(static_cast<std::uint8_t>(ink));
}

template <typename Scalar>
SparseColumns<Scalar> Marks<Scalar>::of(const Index* which, Index first, Index count) {
  const auto most = static_cast<std::size_t>(count * pictures_->most());
  if (rows_.size() < most) {
    rows_.resize(most);
    values_.resize(most);
  }
  begins_.resize(static_cast<std::size_t>(count) + 1);
  Index at = 0;
  for (Index e = 0; e < count; ++e) {
    begins_[static_cast<std::size_t>(e)] = at;
    Index* rows = rows_.data();
    Scalar* values = values_.data();
    const Scalar* greys = greys_.data();
    pictures_->for_marks(which == nullptr ? first + e : which[e],
                         [rows, values, greys, &at](Index pixel, std::uint8_t ink) {
                           rows[at] = pixel;
                           values[at] = greys[ink];
                           ++at;
                         });
  }
  begins_[static_cast<std::size_t>(count)] = at;
  return {begins_.data(), rows_.data(), values_.data()};
}

template class Marks<double>;
template class Marks<float>;

}  // namespace descent
