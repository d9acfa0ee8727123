#pragma once

#include <vector>

#include "run/run.hpp"

namespace descent {

/// A run's history: one row per visited point, row 0 being the start.
class Trace final : public Observer<double> {
 public:
  explicit Trace(Index dimension) : dimension_(dimension) {}

  /// Numbers kept per row: loss, norm, rate, three counts, and twice the parameters.
  static double numbers_per_row(Index dimension) { return 6.0 + 2.0 * static_cast<double>(dimension); }

  void visited(const Visit<double>& visit) override;

  Index rows() const { return static_cast<Index>(loss_.size()); }
  Index dimension() const { return dimension_; }
  const std::vector<double>& loss() const { return loss_; }
  const std::vector<double>& gradient_norm() const { return gradient_norm_; }
  const std::vector<double>& rate() const { return rate_; }
  // Evaluations it took to get to each row, the row's own included.
  const std::vector<double>& value_count() const { return value_count_; }
  const std::vector<double>& gradient_count() const { return gradient_count_; }
  const std::vector<double>& hessian_count() const { return hessian_count_; }
  const std::vector<double>& parameters() const { return parameters_; }  ///< rows x dimension, row by row
  const std::vector<double>& gradients() const { return gradients_; }    ///< rows x dimension, row by row

  Vector<double> parameters_at(Index row) const { return at(parameters_, row); }
  Vector<double> gradient_at(Index row) const { return at(gradients_, row); }

 private:
  Vector<double> at(const std::vector<double>& numbers, Index row) const {
    return Eigen::Map<const Vector<double>>(numbers.data() + row * dimension_, dimension_);
  }

  Index dimension_;
  std::vector<double> loss_;
  std::vector<double> gradient_norm_;
  std::vector<double> rate_;
  std::vector<double> value_count_;
  std::vector<double> gradient_count_;
  std::vector<double> hessian_count_;
  std::vector<double> parameters_;
  std::vector<double> gradients_;
};

}  // namespace descent
