#include "data/data_set.hpp"

#include <doctest/doctest.h>

#include "core/random.hpp"
#include "data/digits/digit_set.hpp"

using namespace descent;

namespace {

Matrix<double> some_inputs(Index features, Index count) {
  Random random(3);
  Matrix<double> inputs(features, count);
  for (Index i = 0; i < inputs.size(); ++i) inputs.data()[i] = random.uniform(-1, 1);
  return inputs;
}

}  // namespace

TEST_CASE("a data set of classes has one-hot targets, or for two classes and one output the label") {
  const DataSet set(some_inputs(3, 4), {1, 0, 0, 1}, 2);
  CHECK(set.count() == 4);
  CHECK(set.features() == 3);
  CHECK(set.outputs() == 2);
  CHECK(set.targets(0, 4) == std::vector<double>{0, 1, 1, 0, 1, 0, 0, 1});
  CHECK(set.examples_for<double>(2) == set.examples<double>());
  const auto binary = set.examples_for<double>(1);
  CHECK(binary->inputs == set.examples<double>()->inputs);
  CHECK(std::vector<double>(binary->targets.data(), binary->targets.data() + 4) == std::vector<double>{1, 0, 0, 1});
  const auto signs = set.examples_for<float>(1, {-1, 1});
  CHECK(signs->targets == (2 * binary->targets.array() - 1).matrix().cast<float>());
  CHECK(set.examples_for<double>(3) == nullptr);
}

TEST_CASE("the other precision is made once, and holds the same numbers rounded") {
  const DataSet set(Examples<double>{some_inputs(5, 7), some_inputs(2, 7)});
  CHECK(set.classes() == 0);
  CHECK(set.outputs() == 2);
  const auto floats = set.examples<float>();
  CHECK(floats == set.examples<float>());
  CHECK(floats->inputs == set.examples<double>()->inputs.cast<float>());
  CHECK(floats->targets == set.examples<double>()->targets.cast<float>());
  const std::vector<double> third = set.inputs(2, 1);
  CHECK(third == std::vector<double>(set.examples<double>()->inputs.col(2).data(),
                                     set.examples<double>()->inputs.col(2).data() + 5));
}

TEST_CASE("digits drawn in slices are the digits of the sequence, whatever the slices") {
  using namespace descent::digits;
  const DigitSettings settings{.count = 25, .seed = 9, .first = 7, .hand = {0.5}};
  DigitSet whole(settings);
  whole.advance(1000);
  CHECK(whole.complete());
  const auto at_once = whole.finish();
  DigitSet sliced(settings);
  for (int slice = 0; slice < 9; ++slice) {
    CHECK(sliced.made() == std::min(3 * slice, 25));
    CHECK_FALSE(sliced.complete());
    sliced.advance(3);
  }
  const auto in_slices = sliced.finish();
  CHECK(at_once->pixels(0, 25) == in_slices->pixels(0, 25));
  CHECK(at_once->picture_size().width == side);
  CHECK(at_once->classes() == 10);
  for (Index e = 0; e < 25; ++e) {
    const auto index = static_cast<std::uint64_t>(7 + e);
    const Picture picture = digit(9, index, {0.5});
    CHECK(at_once->pixels(e, 1) == std::vector<std::uint8_t>(picture.begin(), picture.end()));
    CHECK(at_once->labels()[static_cast<std::size_t>(e)] == label(index));
    CHECK(at_once->inputs(e, 1)[300] == static_cast<double>(static_cast<float>(picture[300]) / 255));
  }
}
