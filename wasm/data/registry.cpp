#include "data/registry.hpp"

#include "data/sets/blobs.hpp"
#include "data/sets/circle.hpp"
#include "data/sets/line.hpp"
#include "data/sets/moons.hpp"
#include "data/sets/plane.hpp"
#include "data/sets/sine.hpp"
#include "data/sets/spiral.hpp"
#include "data/sets/xor.hpp"

namespace descent {
namespace {

template <typename G>
constexpr GeneratorEntry entry() {
  return {&G::info, &G::size, &G::draw};
}

constexpr GeneratorEntry entries[] = {
    entry<sets::Blobs>(), entry<sets::Circle>(), entry<sets::Moons>(), entry<sets::Spiral>(),
    entry<sets::Xor>(),   entry<sets::Line>(),   entry<sets::Sine>(),  entry<sets::Plane>(),
};

constexpr Parameter common[] = {
    {"count", "examples", 200, 1, 20000, Scale::whole},
    {"seed", "seed", 1, 0, 2147483647, Scale::whole},
};

}  // namespace

List<GeneratorEntry> generators() { return entries; }

List<Parameter> common_parameters() { return common; }

const GeneratorEntry* find_generator(std::string_view name) {
  for (const GeneratorEntry& candidate : entries) {
    if (name == candidate.info->name) return &candidate;
  }
  return nullptr;
}

std::shared_ptr<const DataSet> generate(const GeneratorEntry& entry, const double* shape, Index count,
                                        std::uint64_t seed) {
  const SetSize size = entry.size(shape);
  Matrix<double> inputs(size.features, count);
  Matrix<double> targets(1, count);
  std::vector<std::uint8_t> labels;
  for (Index index = 0; index < count; ++index) {
    Random random = Random::member(seed, static_cast<std::uint64_t>(index));
    targets(0, index) = entry.draw(shape, index, random, inputs.col(index).data());
    if (size.classes > 0) labels.push_back(static_cast<std::uint8_t>(targets(0, index)));
  }
  if (size.classes == 0) {
    return std::make_shared<const DataSet>(Examples<double>{std::move(inputs), std::move(targets)});
  }
  return std::make_shared<const DataSet>(std::move(inputs), std::move(labels), size.classes);
}

}  // namespace descent
