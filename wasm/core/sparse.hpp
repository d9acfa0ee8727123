#pragma once

#include "core/eigen.hpp"

namespace descent {

/// Columns of which only some entries are kept, the others being 0. Valid as long as what they were asked of.
template <typename Scalar>
struct SparseColumns {
  const Index* begins = nullptr;   ///< of each column among the entries; one more says where the last ends
  const Index* rows = nullptr;     ///< of each entry, in ascending order within a column
  const Scalar* values = nullptr;  ///< of each entry; some may be 0
};

}  // namespace descent
