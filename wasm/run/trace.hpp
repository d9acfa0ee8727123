#pragma once

#include <memory>
#include <span>

#include "run/run.hpp"

namespace descent {

/// A run's history: one row per visited point, row 0 being the start.
class Trace final : public Observer<double> {
 public:
  /// Never asks for room beyond `most_rows`, unless they come.
  Trace(Index dimension, Index most_rows) : dimension_(dimension), most_rows_(most_rows) {}

  /// Numbers kept per row: loss, norm, rate, three counts, and twice the parameters.
  static double numbers_per_row(Index dimension) { return single_columns + 2.0 * static_cast<double>(dimension); }

  void visited(const Visit<double>& visit) override;

  Index rows() const { return rows_; }
  Index dimension() const { return dimension_; }

  // One number per row each. Valid until the run goes on.
  std::span<const double> loss() const { return column(0, 1); }
  std::span<const double> gradient_norm() const { return column(1, 1); }
  std::span<const double> rate() const { return column(2, 1); }
  // Evaluations it took to get to each row, the row's own included.
  std::span<const double> value_count() const { return column(3, 1); }
  std::span<const double> gradient_count() const { return column(4, 1); }
  std::span<const double> hessian_count() const { return column(5, 1); }
  // rows x dimension, row by row.
  std::span<const double> parameters() const { return column(single_columns, dimension_); }
  std::span<const double> gradients() const { return column(single_columns + dimension_, dimension_); }

  Vector<double> parameters_at(Index row) const { return at(parameters(), row); }
  Vector<double> gradient_at(Index row) const { return at(gradients(), row); }

 private:
  static constexpr Index single_columns = 6;

  std::span<const double> column(Index first, Index width) const {
    return {numbers_.get() + first * capacity_, static_cast<std::size_t>(rows_ * width)};
  }
  Vector<double> at(std::span<const double> block, Index row) const {
    return Eigen::Map<const Vector<double>>(block.data() + row * dimension_, dimension_);
  }
  void grow();

  Index dimension_;
  Index most_rows_;
  Index rows_ = 0;
  Index capacity_ = 0;
  // All columns in one piece, each with room for `capacity_` rows: recording a row is one check and a
  // few stores, and a column still lies in one piece for whoever reads it.
  std::unique_ptr<double[]> numbers_;
};

}  // namespace descent
