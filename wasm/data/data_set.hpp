#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "data/examples.hpp"

namespace descent {

/// Most numbers of one data set, inputs and targets together: 60,000 pictures of 28 x 28 with ten
/// classes fit.
inline constexpr double max_data_numbers = 5e7;

/// Most classes of one data set: what a byte can number.
inline constexpr Index max_classes = 256;

/// Width and height in pixels; 0 x 0 for what is no picture.
struct PictureSize {
  Index width = 0;
  Index height = 0;
};

/// Examples that any number of objectives may share. They never change; the precision they were not
/// stored in is made when it is first asked for, and kept. Pictures stay pictures in either.
class DataSet {
 public:
  /// Numbers to be predicted from numbers: at least one example.
  explicit DataSet(Examples<double> examples) : count_(examples.count()) {
    doubles_ = std::make_shared<const Examples<double>>(std::move(examples));
  }

  /// Inputs (features x count) of `classes` kinds, one label in 0 ... classes - 1 each. The targets
  /// are one-hot: classes x count, 1 in the label's row and 0 elsewhere.
  DataSet(Matrix<double> inputs, std::vector<std::uint8_t> labels, Index classes);

  /// Pictures as such inputs. Without labels they have 0 classes, and targets of no rows.
  DataSet(Ink pictures, std::vector<std::uint8_t> labels, Index classes, PictureSize size);

  Index count() const { return count_; }
  Index features() const { return pictures_ ? pictures_->area() : doubles_->inputs.rows(); }
  Index outputs() const { return pictures_ ? classes_ : doubles_->targets.rows(); }
  /// 0 where numbers are to be predicted.
  Index classes() const { return classes_; }
  /// One for each example; empty where there are no classes.
  const std::vector<std::uint8_t>& labels() const { return labels_; }
  PictureSize picture_size() const { return size_; }

  /// Memory it takes, the targets of pictures in both precisions.
  double bytes() const;

  /// Whether the examples are there in this precision, or would have to be copied.
  template <typename Scalar>
  bool holds() const {
    return pictures_ || std::is_same_v<Scalar, double> || floats_;
  }

  /// Whether every target is in [low, high].
  bool targets_within(double low, double high) const;

  /// The examples in either precision.
  template <typename Scalar>
  std::shared_ptr<const Examples<Scalar>> examples() const;

  /// The examples for a network with this many outputs: as they are, or where there are two classes and one
  /// output, with the target that stands for the example's class. nullptr where nothing fits.
  template <typename Scalar>
  std::shared_ptr<const Examples<Scalar>> examples_for(Index outputs,
                                                       const std::array<double, 2>& class_targets = {0, 1}) const;

  /// Inputs or targets of the examples from `first` on, example by example, in double precision;
  /// they must exist.
  std::vector<double> inputs(Index first, Index count) const;
  std::vector<double> targets(Index first, Index count) const;

  /// Pictures as bytes, row by row from the top left, 0 for paper and 255 for ink. For pictures only.
  std::vector<std::uint8_t> pixels(Index first, Index count) const { return pictures_->pixels(first, count); }

 private:
  Index count_ = 0;
  Index classes_ = 0;
  PictureSize size_;
  std::vector<std::uint8_t> labels_;
  std::shared_ptr<const Ink> pictures_;
  mutable std::shared_ptr<const Examples<double>> doubles_;
  mutable std::shared_ptr<const Examples<float>> floats_;
};

}  // namespace descent
