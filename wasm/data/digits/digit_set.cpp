#include "data/digits/digit_set.hpp"

namespace descent::digits {

DigitSet::DigitSet(const DigitSettings& settings)
    : settings_(settings), pictures_(static_cast<Index>(area)), labels_(static_cast<std::size_t>(settings.count)) {}

void DigitSet::advance(Index count) {
  const Index end = std::min(settings_.count - made_, count) + made_;
  for (; made_ < end; ++made_) {
    const std::uint64_t index = settings_.first + static_cast<std::uint64_t>(made_);
    pictures_.add(digit(settings_.seed, index, settings_.hand).data());
    labels_[static_cast<std::size_t>(made_)] = static_cast<std::uint8_t>(label(index));
  }
}

std::shared_ptr<const DataSet> DigitSet::finish() {
  return std::make_shared<const DataSet>(std::move(pictures_), std::move(labels_), 10, PictureSize{side, side});
}

}  // namespace descent::digits
