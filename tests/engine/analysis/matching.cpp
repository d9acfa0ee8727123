#include "analysis/matching.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "../network/examples.hpp"
#include "../support.hpp"
#include "analysis/bend.hpp"
#include "analysis/network_plane.hpp"
#include "network/inspect.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

double sum_of(const Matrix<double>& gains, const std::vector<Index>& order) {
  double sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i) sum += gains(static_cast<Index>(i), order[i]);
  return sum;
}

/// Of every order there is.
double best_sum(const Matrix<double>& gains) {
  std::vector<Index> order(static_cast<std::size_t>(gains.rows()));
  std::iota(order.begin(), order.end(), 0);
  double best = sum_of(gains, order);
  while (std::next_permutation(order.begin(), order.end())) best = std::max(best, sum_of(gains, order));
  return best;
}

/// Hidden neurons of every layer in an order that is drawn.
Vector<double> shuffled(const NetworkShape& shape, const Vector<double>& parameters, Random& random) {
  Vector<double> result = parameters;
  for (Index layer = 0; layer + 1 < shape.depth(); ++layer) {
    const Index out = shape.out(layer);
    for (Index i = out - 1; i > 0; --i) {
      const auto j = static_cast<Index>(random.below(static_cast<std::uint32_t>(i + 1)));
      for (Index k = 0; k <= shape.in(layer); ++k)
        std::swap(result[shape.offset(layer) + k * out + i], result[shape.offset(layer) + k * out + j]);
      const Index next = shape.out(layer + 1);
      for (Index n = 0; n < next; ++n)
        std::swap(result[shape.offset(layer + 1) + i * next + n], result[shape.offset(layer + 1) + j * next + n]);
    }
  }
  return result;
}

/// Pearson's, of one neuron's activations with another's.
double correlation(const Vector<double>& a, const Vector<double>& b) {
  const Vector<double> x = a.array() - a.mean();
  const Vector<double> y = b.array() - b.mean();
  const double lengths = x.norm() * y.norm();
  return lengths > 1e-9 ? x.dot(y) / lengths : 0;
}

}  // namespace

TEST_CASE("an assignment is the best of all, and gives every column once") {
  Random random(5);
  for (int trial = 0; trial < 200; ++trial) {
    const auto n = static_cast<Index>(1 + random.below(7));
    Matrix<double> gains = random_matrix<double>(n, n, random, -1, 1);
    // Ties, too.
    if (trial % 3 == 0) gains = (gains * 2).array().round();
    const auto order = best_assignment(gains);
    std::vector<Index> columns = order;
    std::sort(columns.begin(), columns.end());
    for (Index i = 0; i < n; ++i) CHECK(columns[static_cast<std::size_t>(i)] == i);
    CHECK(sum_of(gains, order) == doctest::Approx(best_sum(gains)).epsilon(1e-12));
  }
}

TEST_CASE("matched neurons compute the same function, and a shuffled network finds back to itself") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto data = random_examples<double>(shape, 50, random);
    const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    const auto other = random_parameters<double>(shape, random);
    const Matching matching = match_neurons(shape, objective.examples(), at, other);
    CHECK(objective.value(matching.parameters) == doctest::Approx(objective.value(other)).epsilon(1e-12));
    double before = 0;
    double after = 0;
    for (const double r : matching.before) before += r;
    for (const double r : matching.correlation) after += r;
    CHECK(after >= before - 1e-12);
    // Rectifiers may be silent on all examples, and then nothing tells them apart.
    if (shape.hidden == Activation::relu) return;
    const Matching back = match_neurons(shape, objective.examples(), at, shuffled(shape, at, random));
    CHECK(back.parameters == at);
    for (const double r : back.correlation) CHECK(r == doctest::Approx(1).epsilon(1e-9));
  });
}

TEST_CASE("what matched neurons have in common is the correlation of their activations, before and after") {
  for_networks([](const NetworkShape& shape, Random& random) {
    const auto data = random_examples<double>(shape, 40, random);
    const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    const auto other = random_parameters<double>(shape, random);
    const Matching matching = match_neurons(shape, objective.examples(), at, other);
    const Matrix<double> ours = neuron_maps(shape, at, data->inputs).activations;
    const Matrix<double> theirs = neuron_maps(shape, other, data->inputs).activations;
    Index first = 0;
    std::size_t k = 0;
    for (Index layer = 0; layer + 1 < shape.depth(); ++layer) {
      for (Index i = 0; i < shape.out(layer); ++i, ++k) {
        const Vector<double> own = ours.col(first + i);
        const auto from = static_cast<Index>(matching.order[k]);
        CHECK(std::abs(matching.before[k] - correlation(own, theirs.col(first + i))) <= 1e-9);
        CHECK(std::abs(matching.correlation[k] - correlation(own, theirs.col(first + from))) <= 1e-9);
      }
      first += shape.out(layer);
    }
    CHECK(k == matching.order.size());
  });
}

TEST_CASE("a neuron that never changes is like no other, whatever it says") {
  // Its bias alone: a third, of which the mean over examples is rounded.
  const NetworkShape shape{{1, 2, 1}, Activation::linear, Activation::linear, Loss::mse};
  const Vector<double> still = (Vector<double>(7) << 0, 1, 1.0 / 3, 0, 1, 1, 0).finished();
  Random random(3);
  const auto data = random_examples<double>(shape, 37, random);
  const Matching matching = match_neurons(shape, {data, nullptr}, still, still);
  CHECK(matching.correlation[0] == 0);
  CHECK(matching.correlation[1] == doctest::Approx(1));
  // Nor where its activations are beyond all numbers.
  const NetworkShape deep{{1, 1, 1, 1}, Activation::linear, Activation::linear, Loss::mse};
  const Vector<double> beyond = Vector<double>::Constant(6, 1e200);
  for (const double r : match_neurons(deep, {data, nullptr}, beyond, beyond).correlation) CHECK(r == 0);
}

TEST_CASE("a bent path's gradient is its difference quotient, over all examples and over a batch") {
  Random random(9);
  const NetworkShape shape{{3, 5, 2}, Activation::tanh, Activation::linear, Loss::cross_entropy};
  const auto data = random_examples<double>(shape, 20, random);
  const auto from = random_parameters<double>(shape, random);
  const auto to = random_parameters<double>(shape, random);
  const BentPath path(std::make_unique<NetworkObjective<double>>(shape, data, from), from, to, 7);
  const auto middle = random_parameters<double>(shape, random);
  const auto along = random_parameters<double>(shape, random);
  Vector<double> gradient(middle.size());
  Vector<double> unused(middle.size());
  const std::array<Index, 3> batch = {4, 17, 2};
  for (const bool all : {true, false}) {
    const auto loss = [&](double t) {
      const Vector<double> at = middle + t * along;
      return all ? path.value(at) : path.batch_value_and_gradient(at, batch.data(), 3, unused);
    };
    if (all) {
      path.value_and_gradient(middle, gradient);
    } else {
      path.batch_value_and_gradient(middle, batch.data(), 3, gradient);
    }
    CHECK(gradient.dot(along) == doctest::Approx((loss(1e-5) - loss(-1e-5)) / 2e-5).epsilon(1e-7));
  }
  double sum = 0;
  double batch_sum = 0;
  for (Index k = 0; k < 7; ++k) {
    const double t = (2 * static_cast<double>(k) + 1) / 14;
    const Vector<double> there = (1 - t) * ((1 - t) * from + t * middle) + t * ((1 - t) * middle + t * to);
    sum += path.objective().value(there);
    batch_sum += path.objective().batch_value_and_gradient(there, batch.data(), 3, unused);
  }
  CHECK(path.value(middle) == doctest::Approx(sum / 7).epsilon(1e-12));
  CHECK(path.batch_value_and_gradient(middle, batch.data(), 3, unused) ==
        doctest::Approx(batch_sum / 7).epsilon(1e-12));
  // Half way between the ends the path is straight, and its ends are theirs wherever it goes.
  const PathProfile straight = path_profile(path, path.default_start(), 5);
  for (std::size_t k = 0; k < 5; ++k) CHECK(straight.bent[k] == doctest::Approx(straight.straight[k]).epsilon(1e-12));
  const PathProfile bent = path_profile(path, middle, 9);
  CHECK(bent.bent.front() == doctest::Approx(path.objective().value(from)).epsilon(1e-12));
  CHECK(bent.bent.back() == doctest::Approx(path.objective().value(to)).epsilon(1e-12));
  CHECK(bent.bent[4] == doctest::Approx(path.objective().value(from / 4 + middle / 2 + to / 4)).epsilon(1e-12));
  const PathProfile far = path_profile(path, 1e308 * middle, 5);
  CHECK(std::isnan(far.bent[2]));
  CHECK(far.straight == straight.straight);
}
