#include "data/digits/digits.hpp"

#include <algorithm>
#include <cmath>

namespace descent::digits {

Picture digit(std::uint64_t seed, std::uint64_t index, const Handwriting& hand) {
  Random random = Random::member(seed, index);
  const std::vector<Line> lines = write(label(index), hand, random);
  const double pen = std::clamp(2.4 * std::exp(0.33 * hand.looseness * random.normal()), 1.2, 5.5);
  return draw(lines, pen);
}

}  // namespace descent::digits
