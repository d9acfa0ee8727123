#pragma once

#include <algorithm>

#include "core/eigen.hpp"

namespace descent {

/// The cells of a grid in an order that soon gives a complete picture and then refines it: first the
/// middle of every block of 16 x 16 cells, then of 8 x 8, ..., at last every cell that is left. Every
/// cell is visited once; until then the middle of a block around it speaks for it.
class CoarseToFine {
 public:
  /// columns, rows >= 1.
  CoarseToFine(Index columns, Index rows) : columns_(columns), rows_(rows) {
    constexpr Index coarsest = 16;
    while (coarsest_ < coarsest && 2 * coarsest_ <= std::min(columns, rows)) coarsest_ *= 2;
    stride_ = coarsest_;
    column_ = row_ = stride_ / 2;
  }

  Index done() const { return done_; }
  Index total() const { return columns_ * rows_; }
  bool finished() const { return done_ == total(); }

  /// The cell to be visited now.
  Index column() const { return column_; }
  Index row() const { return row_; }

  /// Writes the current cell's answer into a picture (columns x rows, row by row): at the cell, and
  /// wherever it is the nearest to speak.
  template <typename Answer>
  void paint(Answer* picture, Answer answer) const {
    const Index right = last_of(column_, columns_);
    const Index top = last_of(row_, rows_);
    for (Index r = row_ - stride_ / 2; r < top; ++r) {
      for (Index c = column_ - stride_ / 2; c < right; ++c) {
        if (!visited_before(c, r)) picture[r * columns_ + c] = answer;
      }
    }
  }

  void next() {
    ++done_;
    do {
      advance();
    } while (!finished() && visited_before(column_, row_));
  }

 private:
  /// Where a block ends; the last one of a row reaches to the edge.
  Index last_of(Index middle, Index count) const {
    return middle + stride_ < count ? middle - stride_ / 2 + stride_ : count;
  }

  /// Whether the cell is the middle of a coarser block.
  bool visited_before(Index column, Index row) const {
    for (Index stride = 2 * stride_; stride <= coarsest_; stride *= 2) {
      if (column % stride == stride / 2 && row % stride == stride / 2) return true;
    }
    return false;
  }

  void advance() {
    column_ += stride_;
    if (column_ < columns_) return;
    column_ = stride_ / 2;
    row_ += stride_;
    if (row_ < rows_) return;
    stride_ = std::max<Index>(1, stride_ / 2);
    column_ = row_ = stride_ / 2;
  }

  Index columns_;
  Index rows_;
  Index coarsest_ = 1;
  Index stride_ = 1;
  Index column_ = 0;
  Index row_ = 0;
  Index done_ = 0;
};

}  // namespace descent
