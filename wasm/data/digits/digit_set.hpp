#pragma once

#include <memory>

#include "data/data_set.hpp"
#include "data/digits/digits.hpp"

namespace descent::digits {

/// Which digits of the endless sequence: `count` of them, beginning with number `first`.
struct DigitSettings {
  Index count = 1000;
  std::uint64_t seed = 1;
  std::uint64_t first = 0;
  Handwriting hand;
};

/// A data set of written digits in the making. Drawing takes about 50 us a digit, so that a large set
/// is drawn in slices.
class DigitSet {
 public:
  explicit DigitSet(const DigitSettings& settings);

  /// Draws up to `count` further digits.
  void advance(Index count);
  Index count() const { return settings_.count; }
  Index made() const { return made_; }
  bool complete() const { return made_ == settings_.count; }

  /// The finished set: 784 inputs each, pixel / 255, and ten classes. Once only, when complete.
  std::shared_ptr<const DataSet> finish();

 private:
  DigitSettings settings_;
  Index made_ = 0;
  Ink pictures_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace descent::digits
