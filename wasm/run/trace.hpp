#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

#include "run/run.hpp"

namespace descent {

/// A run's history: one row per visited point, row 0 being the start. Kept in blocks of rows, so that
/// recording never moves what was recorded, and memory grows by what is added.
class Trace {
 public:
  /// `dimension` numbers of parameters and of the gradient are kept of every row; 0 for none. No block
  /// is larger than `most_rows` needs.
  Trace(Index dimension, Index most_rows);

  /// Numbers kept per row: loss, norm, rate, three counts, and twice the parameters.
  static double numbers_per_row(Index dimension) { return single_columns + 2.0 * static_cast<double>(dimension); }

  template <typename Scalar>
  void record(const Visit<Scalar>& visit);

  Index rows() const { return rows_; }
  Index dimension() const { return dimension_; }

  /// The same numbers of every row, row by row: `width` of each. Valid until the run goes on.
  class Column {
   public:
    class Iterator {
     public:
      using iterator_category = std::forward_iterator_tag;
      using value_type = double;
      using difference_type = std::ptrdiff_t;
      using pointer = const double*;
      using reference = double;
      Iterator() = default;
      Iterator(const Column* column, std::size_t at) : column_(column), at_(at) {}
      double operator*() const { return (*column_)[at_]; }
      Iterator& operator++() {
        ++at_;
        return *this;
      }
      Iterator operator++(int) {
        Iterator before = *this;
        ++at_;
        return before;
      }
      bool operator==(const Iterator& other) const { return at_ == other.at_; }

     private:
      const Column* column_ = nullptr;
      std::size_t at_ = 0;
    };

    Column(const Trace& trace, Index first, Index width) : trace_(trace), first_(first), width_(width) {}
    std::size_t size() const { return static_cast<std::size_t>(trace_.rows_ * width_); }
    double operator[](std::size_t index) const {
      const auto i = static_cast<Index>(index);
      return width_ == 1 ? *trace_.at(first_, 1, i) : trace_.at(first_, width_, i / width_)[i % width_];
    }
    double front() const { return (*this)[0]; }
    double back() const { return (*this)[size() - 1]; }
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }
    /// Calls `use(numbers, count)` for every piece that lies together, in order.
    template <typename Use>
    void for_pieces(const Use& use) const {
      for (Index row = 0; row < trace_.rows_ && width_ > 0; row += trace_.block_rows_) {
        use(trace_.at(first_, width_, row),
            static_cast<std::size_t>(std::min(trace_.block_rows_, trace_.rows_ - row) * width_));
      }
    }

   private:
    const Trace& trace_;
    Index first_;
    Index width_;
  };

  Column loss() const { return {*this, 0, 1}; }
  Column gradient_norm() const { return {*this, 1, 1}; }
  Column rate() const { return {*this, 2, 1}; }
  // Evaluations it took to get to each row, the row's own included.
  Column value_count() const { return {*this, 3, 1}; }
  Column gradient_count() const { return {*this, 4, 1}; }
  Column hessian_count() const { return {*this, 5, 1}; }
  // rows x dimension, row by row.
  Column parameters() const { return {*this, single_columns, dimension_}; }
  Column gradients() const { return {*this, single_columns + dimension_, dimension_}; }

  Vector<double> parameters_at(Index row) const { return vector_at(single_columns, row); }
  Vector<double> gradient_at(Index row) const { return vector_at(single_columns + dimension_, row); }

 private:
  static constexpr Index single_columns = 6;

  /// Row `row` of the columns that begin at column `first` and are `width` wide. Within a block the
  /// columns lie one after the other.
  double* at(Index first, Index width, Index row) const {
    const auto block = static_cast<std::size_t>(row >> block_shift_);
    return blocks_[block].get() + first * column_ + (row & (block_rows_ - 1)) * width;
  }
  Vector<double> vector_at(Index first, Index row) const {
    return Eigen::Map<const Vector<double>>(at(first, dimension_, row), dimension_);
  }

  Index dimension_;
  int block_shift_ = 0;
  Index block_rows_ = 1;  ///< 2^block_shift_
  Index column_ = 1;      ///< from one column of a block to the next
  Index rows_ = 0;
  std::vector<std::unique_ptr<double[]>> blocks_;
};

}  // namespace descent
