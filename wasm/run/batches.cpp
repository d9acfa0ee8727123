#include "run/batches.hpp"

#include <numeric>
#include <utility>

#include "core/random.hpp"

namespace descent {

Batches::Batches(Index examples, const BatchSettings& settings)
    : size_(settings.size == 0 ? examples : std::min(settings.size, examples)),
      shuffle_(settings.shuffle && size_ < examples),  // one batch of all needs no order
      seed_(settings.seed),
      per_epoch_(size_ == 0 ? 1 : (examples + size_ - 1) / size_),
      order_(static_cast<std::size_t>(examples)) {
  std::iota(order_.begin(), order_.end(), Index(0));
}

Batches::Batch Batches::batch(Index update) {
  prepare(update / per_epoch_);
  const Index first = update % per_epoch_ * size_;
  return {order_.data() + first, std::min(size_, static_cast<Index>(order_.size()) - first)};
}

/// Fisher and Yates's shuffle, in Durstenfeld's form (1964), with random numbers of its own for every epoch.
void Batches::prepare(Index epoch) {
  if (epoch == epoch_) return;
  epoch_ = epoch;
  if (!shuffle_) return;
  std::iota(order_.begin(), order_.end(), Index(0));
  Random random = Random::member(seed_, static_cast<std::uint64_t>(epoch));
  for (std::size_t left = order_.size(); left > 1; --left) {
    std::swap(order_[left - 1], order_[random.below(static_cast<std::uint32_t>(left))]);
  }
}

double Batches::epochs(Index updates) const {
  if (order_.empty()) return 0;
  const Index within = updates % per_epoch_;
  const Index whole = updates / per_epoch_;
  return static_cast<double>(whole) + static_cast<double>(within * size_) / static_cast<double>(order_.size());
}

}  // namespace descent
