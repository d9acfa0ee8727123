#include "data/data_set.hpp"

#include <cmath>

namespace descent {
namespace {

/// One-hot columns.
template <typename Scalar>
Matrix<Scalar> one_hot(const std::vector<std::uint8_t>& labels, Index classes, Index count) {
  Matrix<Scalar> targets = Matrix<Scalar>::Zero(classes, count);
  for (std::size_t e = 0; e < labels.size(); ++e) targets(labels[e], static_cast<Index>(e)) = 1;
  return targets;
}

/// Columns of a matrix as one list of doubles.
template <typename Scalar>
std::vector<double> columns(const Matrix<Scalar>& matrix, Index first, Index count) {
  const Scalar* begin = matrix.data() + first * matrix.rows();
  return {begin, begin + count * matrix.rows()};
}

template <typename To, typename From>
std::shared_ptr<const Examples<To>> converted(const Examples<From>& from) {
  return std::make_shared<const Examples<To>>(
      Examples<To>{from.inputs.template cast<To>(), from.targets.template cast<To>()});
}

}  // namespace

template <typename Scalar>
DataSet::DataSet(Matrix<Scalar> inputs, std::vector<std::uint8_t> labels, Index classes, PictureSize size)
    : count_(inputs.cols()), classes_(classes), size_(size), labels_(std::move(labels)) {
  Matrix<Scalar> targets = one_hot<Scalar>(labels_, classes_, count_);
  auto examples = std::make_shared<const Examples<Scalar>>(Examples<Scalar>{std::move(inputs), std::move(targets)});
  if constexpr (std::is_same_v<Scalar, double>)
    doubles_ = std::move(examples);
  else
    floats_ = std::move(examples);
}

template <typename Scalar>
std::shared_ptr<const Examples<Scalar>> DataSet::examples() const {
  if constexpr (std::is_same_v<Scalar, double>) {
    if (!doubles_) doubles_ = converted<double>(*floats_);
    return doubles_;
  } else {
    if (!floats_) floats_ = converted<float>(*doubles_);
    return floats_;
  }
}

template <typename Scalar>
std::shared_ptr<const Examples<Scalar>> DataSet::examples_for(Index outputs,
                                                              const std::array<double, 2>& class_targets) const {
  auto standard = examples<Scalar>();
  if (outputs == this->outputs()) return standard;
  if (outputs != 1 || classes_ != 2) return nullptr;
  const auto first = static_cast<Scalar>(class_targets[0]);
  const auto second = static_cast<Scalar>(class_targets[1]);
  Matrix<Scalar> targets = standard->targets.row(1);
  targets = targets.unaryExpr([first, second](Scalar label) { return label > Scalar(0.5) ? second : first; }).eval();
  return std::make_shared<const Examples<Scalar>>(Examples<Scalar>{standard->inputs, std::move(targets)});
}

template DataSet::DataSet(Matrix<double>, std::vector<std::uint8_t>, Index, PictureSize);
template DataSet::DataSet(Matrix<float>, std::vector<std::uint8_t>, Index, PictureSize);
template std::shared_ptr<const Examples<double>> DataSet::examples() const;
template std::shared_ptr<const Examples<float>> DataSet::examples() const;
template std::shared_ptr<const Examples<double>> DataSet::examples_for(
    Index outputs, const std::array<double, 2>& class_targets) const;
template std::shared_ptr<const Examples<float>> DataSet::examples_for(Index outputs,
                                                                      const std::array<double, 2>& class_targets) const;

bool DataSet::targets_within(double low, double high) const {
  const auto within = [low, high](const auto& targets) {
    return targets.size() == 0 ||
           (static_cast<double>(targets.minCoeff()) >= low && static_cast<double>(targets.maxCoeff()) <= high);
  };
  return doubles_ ? within(doubles_->targets) : within(floats_->targets);
}

std::vector<double> DataSet::inputs(Index first, Index count) const {
  return doubles_ ? columns(doubles_->inputs, first, count) : columns(floats_->inputs, first, count);
}

std::vector<double> DataSet::targets(Index first, Index count) const {
  return doubles_ ? columns(doubles_->targets, first, count) : columns(floats_->targets, first, count);
}

std::vector<std::uint8_t> DataSet::pixels(Index first, Index count) const {
  std::vector<std::uint8_t> bytes;
  const auto wanted = static_cast<std::size_t>(count * features());
  bytes.reserve(wanted);
  // Pictures are stored as pixel / 255 in single precision, from which rounding recovers each of them.
  const float* grey = floats_->inputs.data() + first * features();
  for (std::size_t i = 0; i < wanted; ++i) bytes.push_back(static_cast<std::uint8_t>(std::lround(grey[i] * 255)));
  return bytes;
}

}  // namespace descent
