#pragma once

#include <cstdint>
#include <vector>

#include "core/eigen.hpp"

namespace descent {

struct BatchSettings {
  Index size = 0;       ///< examples per update; 0, or as many as there are: all of them
  bool shuffle = true;  ///< a new order for every epoch
  std::uint64_t seed = 1;
};

/// Which examples each update looks at. Every epoch is one pass over all of them, in an order of its
/// own that depends on the seed and the epoch only, so that any update's batch can be found without
/// going through those before it. An epoch's last batch is smaller when the size does not divide the
/// number of examples (PyTorch's `drop_last=False`).
class Batches {
 public:
  /// Of a plain function, which has no examples, every batch is empty and `whole`.
  Batches(Index examples, const BatchSettings& settings);

  struct Batch {
    const Index* examples;
    Index count;
  };

  /// The examples of update number `update`, counted from 0. Valid until the next call.
  Batch batch(Index update);

  /// Every batch is the whole set, in its own order.
  bool whole() const { return per_epoch_ == 1; }
  Index per_epoch() const { return per_epoch_; }

  /// Passes over the data that lie behind the first `updates` updates; a fraction within a pass.
  double epochs(Index updates) const;

 private:
  void prepare(Index epoch);

  Index size_;
  bool shuffle_;
  std::uint64_t seed_;
  Index per_epoch_;
  Index epoch_ = -1;
  std::vector<Index> order_;
};

}  // namespace descent
