#include "objective/bigram.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "../support.hpp"
#include "analysis/symbol_table.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

constexpr const char16_t* rhyme =
    u"the bottom of the valley is where the slope is nothing; the slope is what tells the way to the bottom.";

SymbolText read(const char16_t* text) { return read_symbols(text, 64).value(); }

Vector<double> random_logits(Index count, Random& random) {
  Vector<double> logits(count);
  for (double& logit : logits) logit = random.uniform(-3, 3);
  return logits;
}

/// The logarithms of the counts; of pairs that never occur, low enough that nothing is left of them.
Vector<double> counted_logits(const Vector<double>& counts) {
  Vector<double> logits(counts.size());
  for (Index i = 0; i < counts.size(); ++i) logits[i] = counts[i] > 0 ? std::log(counts[i]) : -700;
  return logits;
}

}  // namespace

TEST_CASE("the gradient of a bigram model agrees with differences") {
  const Bigram model(read(u"abcabbac cab"));
  Random random(31);
  const Vector<double> at = random_logits(model.dimension(), random);
  Vector<double> gradient(at.size());
  CHECK(model.value_and_gradient(at, gradient) == model.value(at));
  for (Index i = 0; i < at.size(); ++i) {
    Vector<double> ahead = at;
    Vector<double> behind = at;
    ahead[i] += 1e-5;
    behind[i] -= 1e-5;
    CHECK((model.value(ahead) - model.value(behind)) / 2e-5 == doctest::Approx(gradient[i]).epsilon(1e-6));
  }
}

TEST_CASE("at the start every symbol is as likely as any other: the perplexity is their number") {
  for (const char16_t* text : {u"ab", u"abcabbac cab", rhyme}) {
    const Bigram model(read(text));
    const double perplexity = std::exp(model.value(model.default_start()));
    CHECK(perplexity == doctest::Approx(static_cast<double>(model.text().symbols())).epsilon(1e-14));
  }
}

TEST_CASE("the counted table is the optimum: no slope there, and its loss is the entropy") {
  const Bigram model(read(rhyme));
  const Vector<double> counts = count_pairs(model.text());
  const double entropy = counted_entropy(counts, model.text().symbols());
  const Vector<double> optimum = counted_logits(counts);
  Vector<double> gradient(optimum.size());
  CHECK(model.value_and_gradient(optimum, gradient) == doctest::Approx(entropy).epsilon(1e-14));
  CHECK(gradient.cwiseAbs().maxCoeff() < 1e-16);

  Random random(32);
  for (int k = 0; k < 100; ++k) {
    CHECK(model.value(optimum + 0.1 * random_logits(optimum.size(), random)) > entropy);
  }
}

TEST_CASE("descent comes down to the entropy of the counted table, and never below it") {
  const SymbolText text = read(u"abcabbac cab");
  const double entropy = counted_entropy(count_pairs(text), text.symbols());
  auto begun = Descent::begin(std::make_unique<Bigram>(text), gradient_descent(2),
                              Vector<double>::Zero(text.symbols() * text.symbols()), {.step_limit = 20000});
  begun.value()->advance(20000);
  const auto& losses = begun.value()->trace().loss();
  double before = losses.front() + 1;
  bool falls = true;
  for (const double loss : losses) {
    falls = falls && loss < before && loss > entropy;
    before = loss;
  }
  CHECK(falls);
  CHECK(losses.back() < entropy + 1e-3);
}

TEST_CASE("a batch of all the pairs is the whole text, to the last bit; single pairs average to it") {
  const Bigram model(read(rhyme));
  Random random(33);
  const Vector<double> at = random_logits(model.dimension(), random);
  Vector<double> whole(at.size());
  const double loss = model.value_and_gradient(at, whole);

  std::vector<Index> all(static_cast<std::size_t>(model.sample_count()));
  std::iota(all.rbegin(), all.rend(), 0);
  Vector<double> gradient(at.size());
  CHECK(model.batch_value_and_gradient(at, all.data(), model.sample_count(), gradient) == loss);
  CHECK(gradient == whole);

  double losses = 0;
  Vector<double> sum = Vector<double>::Zero(at.size());
  for (const Index& one : all) {
    losses += model.batch_value_and_gradient(at, &one, 1, gradient);
    sum += gradient;
  }
  const auto count = static_cast<double>(all.size());
  CHECK(losses / count == doctest::Approx(loss).epsilon(1e-12));
  CHECK((sum / count - whole).norm() <= 1e-12 * whole.norm());
}

TEST_CASE("a softmax's rows add up to 1, and temperature 0 leaves only the largest") {
  Random random(34);
  const Vector<double> logits = 300 * random_logits(12, random);
  for (const double temperature : {0.0, 1e-300, 0.5, 1.0, 1e300}) {
    const Vector<double> likely = softmax_rows(logits, 4, temperature);
    for (Index row = 0; row < 12; row += 4) {
      CHECK(likely.segment(row, 4).sum() == doctest::Approx(1).epsilon(1e-14));
      CHECK(likely.segment(row, 4).minCoeff() >= 0);
      Index most = 0;
      logits.segment(row, 4).maxCoeff(&most);
      if (temperature < 0.1) CHECK(likely[row + most] == 1);
      if (temperature > 100) CHECK(likely[row + most] == doctest::Approx(0.25));
    }
  }
}

TEST_CASE("sampled symbols follow the table they were drawn from") {
  Random random(35);
  const Index symbols = 4;
  const Vector<double> logits = random_logits(symbols * symbols, random);
  const std::vector<Index> drawn = sample_symbols(logits, symbols, {.length = 200000, .seed = 7, .first = 2});
  CHECK(drawn.size() == 200000);
  CHECK(drawn[0] == 2);
  CHECK(drawn == sample_symbols(logits, symbols, {.length = 200000, .seed = 7, .first = 2}));

  const Vector<double> likely = softmax_rows(logits, symbols, 1);
  Matrix<double> counts = Matrix<double>::Zero(symbols, symbols);
  for (std::size_t i = 1; i < drawn.size(); ++i) counts(drawn[i], drawn[i - 1]) += 1;
  for (Index first = 0; first < symbols; ++first) {
    for (Index second = 0; second < symbols; ++second) {
      const double expected = likely[first * symbols + second];
      CHECK(counts(second, first) / counts.col(first).sum() == doctest::Approx(expected).epsilon(0.05).scale(0.1));
    }
  }
}

TEST_CASE("at temperature 0 sampling always goes on with the likeliest symbol") {
  const Vector<double> logits = vector({0, 1, 0, 0, 0, 1, 1, 0, 0});  // a -> b -> c -> a
  const std::vector<Index> drawn = sample_symbols(logits, 3, {.length = 7, .seed = 1, .first = 0, .temperature = 0});
  CHECK(drawn == std::vector<Index>{0, 1, 2, 0, 1, 2, 0});
}
