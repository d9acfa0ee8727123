#include "data/data_set.hpp"

namespace descent {
namespace {

/// One-hot columns.
template <typename Scalar>
Matrix<Scalar> one_hot(const std::vector<std::uint8_t>& labels, Index classes, Index count) {
  Matrix<Scalar> targets = Matrix<Scalar>::Zero(classes, count);
  for (std::size_t e = 0; e < labels.size(); ++e) targets(labels[e], static_cast<Index>(e)) = 1;
  return targets;
}

/// Columns as one list.
std::vector<double> listed(const Matrix<double>& columns) { return {columns.data(), columns.data() + columns.size()}; }

}  // namespace

DataSet::DataSet(Matrix<double> inputs, std::vector<std::uint8_t> labels, Index classes)
    : count_(inputs.cols()), classes_(classes), labels_(std::move(labels)) {
  Matrix<double> targets = one_hot<double>(labels_, classes_, count_);
  doubles_ = std::make_shared<const Examples<double>>(Examples<double>{std::move(inputs), std::move(targets)});
}

DataSet::DataSet(Ink pictures, std::vector<std::uint8_t> labels, Index classes, PictureSize size)
    : count_(pictures.count()),
      classes_(classes),
      size_(size),
      labels_(std::move(labels)),
      pictures_(std::make_shared<const Ink>(std::move(pictures))) {}

double DataSet::bytes() const {
  if (!pictures_) return sizeof(double) * static_cast<double>(count_) * static_cast<double>(features() + outputs());
  const double targets = (sizeof(double) + sizeof(float)) * static_cast<double>(count_) * static_cast<double>(classes_);
  return pictures_->bytes() + targets + static_cast<double>(labels_.size());
}

template <typename Scalar>
std::shared_ptr<const Examples<Scalar>> DataSet::examples() const {
  constexpr bool in_double = std::is_same_v<Scalar, double>;
  auto& held = [this]() -> auto& {
    if constexpr (in_double) {
      return doubles_;
    } else {
      return floats_;
    }
  }
  ();
  if (held) return held;
  Examples<Scalar> made;
  if (pictures_) {
    made = {{}, one_hot<Scalar>(labels_, classes_, count_), pictures_};
  } else {
    made = {doubles_->inputs.template cast<Scalar>(), doubles_->targets.template cast<Scalar>()};
  }
  held = std::make_shared<const Examples<Scalar>>(std::move(made));
  return held;
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
  return std::make_shared<const Examples<Scalar>>(
      Examples<Scalar>{standard->inputs, std::move(targets), standard->pictures});
}

template std::shared_ptr<const Examples<double>> DataSet::examples() const;
template std::shared_ptr<const Examples<float>> DataSet::examples() const;
template std::shared_ptr<const Examples<double>> DataSet::examples_for(
    Index outputs, const std::array<double, 2>& class_targets) const;
template std::shared_ptr<const Examples<float>> DataSet::examples_for(Index outputs,
                                                                      const std::array<double, 2>& class_targets) const;

bool DataSet::targets_within(double low, double high) const {
  if (outputs() == 0) return true;
  // One-hot, where these are pictures.
  if (pictures_) return low <= 0 && high >= 1;
  return doubles_->targets.minCoeff() >= low && doubles_->targets.maxCoeff() <= high;
}

std::vector<double> DataSet::inputs(Index first, Index count) const {
  return listed(pictures_ ? pictures_->numbers(first, count) : doubles_->numbers(first, count));
}

std::vector<double> DataSet::targets(Index first, Index count) const {
  return listed(examples<double>()->targets.middleCols(first, count));
}

}  // namespace descent
