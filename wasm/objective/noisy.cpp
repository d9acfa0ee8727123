#include "objective/noisy.hpp"

#include <cstring>
#include <utility>

#include "core/random.hpp"

namespace descent {

Noisy::Noisy(std::unique_ptr<Objective<double>> of, double size, std::uint64_t seed)
    : of_(std::move(of)), size_(size), seed_(seed) {}

double Noisy::value_and_gradient(const Vector<double>& at, Vector<double>& gradient) const {
  const double value = of_->value_and_gradient(at, gradient);
  disturb(at, gradient);
  return value;
}

double Noisy::batch_value_and_gradient(const Vector<double>& at, const Index* batch, Index count,
                                       Vector<double>& gradient) const {
  const double value = of_->batch_value_and_gradient(at, batch, count, gradient);
  disturb(at, gradient);
  return value;
}

void Noisy::disturb(const Vector<double>& at, Vector<double>& gradient) const {
  // FNV-1a over whole words; what makes neighbours differ is the generator's own mixing.
  std::uint64_t place = 0xcbf29ce484222325ULL;
  for (const double number : at) {
    const double same = number + 0.0;  // one place of both zeros
    std::uint64_t bits = 0;
    std::memcpy(&bits, &same, sizeof bits);
    place = (place ^ bits) * 0x100000001b3ULL;
  }
  Random random = Random::member(seed_, place);
  for (double& slope : gradient) slope += size_ * random.normal();
}

}  // namespace descent
