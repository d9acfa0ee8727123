#include "analysis/slices.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "../network/examples.hpp"
#include "../spectrum.hpp"
#include "../support.hpp"
#include "analysis/directions.hpp"
#include "analysis/field.hpp"
#include "analysis/gradient_cloud.hpp"
#include "analysis/network_plane.hpp"
#include "objective/network.hpp"
#include "objective/regression.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

NetworkShape some_shape() { return {{5, 7, 3}, Activation::tanh, Activation::linear, Loss::cross_entropy}; }

std::unique_ptr<NetworkObjective<double>> some_network(Index examples) {
  Random random(12);
  const auto data = random_examples<double>(some_shape(), examples, random);
  return std::make_unique<NetworkObjective<double>>(some_shape(), data,
                                                    random_parameters<double>(some_shape(), random));
}

Matrix<double> random_points(Index dimension, Index count, std::uint64_t seed) {
  Random random(seed);
  return random_matrix<double>(dimension, count, random, -1, 1);
}

void check_orthonormal(const Matrix<double>& columns) {
  const Matrix<double> products = columns.transpose() * columns;
  CHECK((products - Matrix<double>::Identity(columns.cols(), columns.cols())).cwiseAbs().maxCoeff() <= 1e-12);
}

double length_of_row(const Vector<double>& parameters, const NetworkShape& shape, Index layer, Index neuron) {
  double squares = 0;
  for (Index k = 0; k < shape.in(layer); ++k) {
    const double weight = parameters[shape.offset(layer) + k * shape.out(layer) + neuron];
    squares += weight * weight;
  }
  return std::sqrt(squares);
}

std::vector<double> values_along(const Objective<double>& objective, const Vector<double>& at,
                                 const Vector<double>& direction, const std::array<double, 2>& bounds, Index count) {
  return line_values(*plain_losses(objective, at, {direction, direction}), bounds, count);
}

}  // namespace

TEST_CASE("a line holds the losses along it, both ends included") {
  const auto objective = make_function("rosenbrock");
  const auto values = values_along(*objective, vector({1, 1}), vector({0.5, -2}), {-2, 3}, 11);
  for (Index k = 0; k < 11; ++k) {
    const double t = -2 + 0.5 * static_cast<double>(k);
    CHECK(values[static_cast<std::size_t>(k)] ==
          doctest::Approx(objective->value(vector({1 + 0.5 * t, 1 - 2 * t}))).epsilon(1e-12));
  }
  CHECK(std::isnan(values_along(*objective, vector({1, 1}), vector({1e200, 1}), {-1, 1}, 2)[0]));
}

TEST_CASE("a plane along the axes is the grid, whatever the slices") {
  const auto objective = make_function("himmelblau");
  const GridRequest grid{{-5, 4}, {-3, 5}, 33, 20, vector({0, 0}), {0, 1}};
  const auto expected = value_grid(*objective, grid);
  for (const double slice : {0.5, 1.0, 17.0, 1e18}) {
    Plane plane(plain_losses(*objective, vector({0, 0}), {vector({1, 0}), vector({0, 1})}), {grid.x, grid.y, 33, 20});
    while (plane.done() < plane.total()) plane.advance(slice);
    CHECK(plane.values() == expected);
  }
}

TEST_CASE("filter-normalised directions are as long, neuron by neuron, as the weights, and hold biases") {
  const auto objective = some_network(4);
  const NetworkShape shape = some_shape();
  const Vector<double> at = objective->default_start();
  const Matrix<double> directions = random_directions(*objective, at, 5, 3, true);
  for (Index j = 0; j < 3; ++j) {
    for (Index layer = 0; layer < shape.depth(); ++layer) {
      for (Index neuron = 0; neuron < shape.out(layer); ++neuron) {
        CHECK(length_of_row(directions.col(j), shape, layer, neuron) ==
              doctest::Approx(length_of_row(at, shape, layer, neuron)).epsilon(1e-12));
        CHECK(directions(shape.offset(layer) + shape.in(layer)*shape.out(layer) + neuron, j) == 0);
      }
    }
  }
  CHECK(random_directions(*objective, at, 5, 2, true) == directions.leftCols(2));
  CHECK(random_directions(*objective, at, 6, 2, true) != directions.leftCols(2));
}

TEST_CASE("other random directions have length 1, at right angles where there is room") {
  const auto objective = some_network(4);
  check_orthonormal(random_directions(*objective, objective->default_start(), 1, 4, false));
  const auto plain = make_function("beale");
  const Matrix<double> three = random_directions(*plain, vector({1, 1}), 1, 3, false);
  check_orthonormal(three.leftCols(2));
  CHECK(three.col(2).norm() == doctest::Approx(1));
  // However nearly the second was drawn along the first.
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    check_orthonormal(random_directions(*plain, vector({1, 1}), seed, 2, false));
  }
}

TEST_CASE("principal directions are those of the scatter matrix, by parameters and by points") {
  for (const auto& [dimension, count] : {std::array<Index, 2>{4, 30}, {40, 9}, {6, 6}}) {
    const Matrix<double> points = random_points(dimension, count, 21);
    const auto found = principal_directions(points, 3);
    check_orthonormal(found.directions);
    const Matrix<double> centred = points.colwise() - points.rowwise().mean();
    const Spectrum scatter = spectrum(centred * centred.transpose());
    for (Index j = 0; j < 3; ++j) {
      const Index last = dimension - 1 - j;
      CHECK(found.explained[j] == doctest::Approx(scatter.values[last] / scatter.values.sum()).epsilon(1e-10));
      CHECK(std::abs(scatter.vectors.col(last).dot(found.directions.col(j))) == doctest::Approx(1).epsilon(1e-9));
      CHECK(found.coordinates(j, count - 1) == 0);
      CHECK(found.coordinates(j, 0) >= 0);
    }
  }
}

TEST_CASE("the first principal direction of a straight path explains it all") {
  for (const Index dimension : {2, 3, 500}) {
    const Matrix<double> ends = random_points(dimension, 2, 22);
    Matrix<double> path(dimension, 20);
    for (Index p = 0; p < 20; ++p) path.col(p) = ends.col(0) + std::sqrt(static_cast<double>(p)) * ends.col(1);
    const auto found = principal_directions(path, 2);
    CHECK(found.explained[0] == doctest::Approx(1).epsilon(1e-12));
    CHECK(found.explained[1] <= 1e-12);
    check_orthonormal(found.directions);
    CHECK(found.coordinates.row(1).cwiseAbs().maxCoeff() <= 1e-6);
  }
  // What is aside by a hundred-thousandth of its length is found.
  for (const Index dimension : {3, 60}) {
    Matrix<double> path = Matrix<double>::Zero(dimension, 21);
    for (Index p = 0; p < 21; ++p) {
      path(0, p) = static_cast<double>(p);
      path(1, p) = p % 2 == 0 ? 1e-4 : -1e-4;
    }
    const auto found = principal_directions(path, 2);
    CHECK(std::abs(found.directions(1, 1)) == doctest::Approx(1).epsilon(1e-9));
    CHECK(found.explained[1] > 0);
  }
  // A path that stands still has no directions, and gets some.
  const auto still = principal_directions(Matrix<double>::Ones(5, 4), 2);
  check_orthonormal(still.directions);
  CHECK(still.explained == Vector<double>::Zero(2));
}

TEST_CASE("the plane through a path that is planar holds the path's losses") {
  const auto objective = some_network(10);
  const Index dimension = objective->dimension();
  const Matrix<double> span = random_points(dimension, 3, 23);
  Random random(24);
  Matrix<double> path(dimension, 12);
  for (Index p = 0; p < 12; ++p) {
    path.col(p) = span.col(0) + random.uniform(-1, 1) * span.col(1) + random.uniform(-1, 1) * span.col(2);
  }
  const auto found = principal_directions(path, 2);
  CHECK(found.explained.sum() == doctest::Approx(1).epsilon(1e-12));
  for (Index p = 0; p < 12; ++p) {
    const double x = found.coordinates(0, p);
    const double y = found.coordinates(1, p);
    auto losses = losses_on(*objective, path.col(11), {found.directions.col(0), found.directions.col(1)});
    Plane plane(std::move(losses), {{x, x + 1}, {y, y + 1}, 2, 2});
    plane.advance(4);
    CHECK(plane.values()[0] == doctest::Approx(objective->value(path.col(p))).epsilon(1e-10));
  }
}

TEST_CASE("with the first layer's sums kept, a network's plane is what asking at each place gives") {
  for_networks([](const NetworkShape& shape, Random& random) {
    // More examples than one pass takes, and a number that leaves some for a last, shorter one.
    const auto data = random_examples<double>(shape, 71, random);
    const NetworkObjective<double> objective(shape, data, random_parameters<double>(shape, random));
    const Vector<double> at = objective.default_start();
    const std::array<Vector<double>, 2> directions = {random_parameters<double>(shape, random),
                                                      random_parameters<double>(shape, random)};
    const auto fast = losses_on(objective, at, directions);
    const auto plain = plain_losses(objective, at, directions);
    for (int place = 0; place < 12; ++place) {
      const double x = random.uniform(-2, 2);
      const double y = random.uniform(-2, 2);
      CHECK(fast->value(x, y) == doctest::Approx(plain->value(x, y)).epsilon(1e-12));
    }
    CHECK(fast->value(0, 0) == objective.value(at));
  });
}

TEST_CASE("the gradients of one epoch's batches average to the full gradient") {
  const auto objective = some_network(24);
  const Vector<double> at = objective->default_start();
  const auto cloud = gradient_cloud(*objective, at, {.size = 4, .seed = 3}, 6);
  Vector<double> full = Vector<double>::Zero(objective->dimension());
  CHECK(cloud.loss == objective->value_and_gradient(at, full));
  CHECK(cloud.gradient == full);
  const Eigen::Map<const Matrix<double>> gradients(cloud.gradients.data(), objective->dimension(), 6);
  CHECK((gradients.rowwise().mean() - full).cwiseAbs().maxCoeff() <= 1e-14);
  double mean = 0;
  for (const double loss : cloud.losses) mean += loss / 6;
  CHECK(mean == doctest::Approx(cloud.loss).epsilon(1e-13));
}

TEST_CASE("four times the batch halves the cloud") {
  Random random(41);
  Matrix<double> inputs(4000, 1);
  Vector<double> targets(4000);
  for (Index e = 0; e < 4000; ++e) {
    inputs(e, 0) = random.uniform(-1, 1);
    targets[e] = 2 * inputs(e, 0) + random.normal();
  }
  const Regression regression(inputs, targets, SquaredLoss::mean_squares);
  const auto spread = [&](Index size) {
    const auto cloud = gradient_cloud(regression, vector({0, 0}), {.size = size, .seed = 5}, 400);
    double squares = 0;
    for (std::size_t k = 0; k < 800; ++k) {
      const double off = cloud.gradients[k] - cloud.gradient[static_cast<Index>(k % 2)];
      squares += off * off;
    }
    return std::sqrt(squares / 800);
  };
  CHECK(spread(4) / spread(16) == doctest::Approx(2).epsilon(0.1));
  CHECK(spread(1) / spread(16) == doctest::Approx(4).epsilon(0.1));
}

namespace {

/// Points around a line, as many as asked for, and a network's loss over a few of another kind.
Regression noisy_line(Index count, std::uint64_t seed) {
  Random random(seed);
  Matrix<double> inputs(count, 1);
  Vector<double> targets(count);
  for (Index e = 0; e < count; ++e) {
    inputs(e, 0) = random.uniform(-1, 2);
    targets[e] = 2 * inputs(e, 0) + random.normal();
  }
  return {inputs, targets, SquaredLoss::mean_squares};
}

}  // namespace

// The formula against the draws, and not against itself: of so many clouds, the theory's mean square lies within the
// draws' own 95 % band about as often as it should.
TEST_CASE("batches drawn without putting back spread as sigma^2 / B (N - B) / (N - 1) says") {
  constexpr Index examples = 120;
  constexpr Index draws = 400;
  const Regression regression = noisy_line(examples, 77);
  Index within = 0;
  Index clouds = 0;
  for (const Index size : {1, 2, 3, 8, 20, 30, 60, 90, 119}) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
      const Vector<double> at = vector({static_cast<double>(seed) / 5 - 3, 1 - static_cast<double>(seed) / 10});
      const double expected = spread_of_batches(gradient_variance(regression, at).value(), size, examples);
      Vector<double> full = vector({0, 0});
      regression.value_and_gradient(at, full);
      Vector<double> guess = full;
      double sum = 0;
      double sum_of_squares = 0;
      for (Index draw = 0; draw < draws; ++draw) {
        // An epoch's batches are what is left by one another: of each, the first alone is independent.
        Batches batches(examples, {size, true, seed * 1000 + static_cast<std::uint64_t>(draw)});
        const auto batch = batches.batch(0);
        regression.batch_value_and_gradient(at, batch.examples, batch.count, guess);
        const double square = (guess - full).squaredNorm();
        sum += square;
        sum_of_squares += square * square;
      }
      const double mean = sum / draws;
      const double error = std::sqrt((sum_of_squares / draws - mean * mean) / (draws - 1));
      within += std::abs(mean - expected * expected) <= 1.96 * error ? 1 : 0;
      ++clouds;
    }
  }
  // 270 clouds: 95 % give or take 2.9 times the 1.3 % that chance makes of it.
  CHECK(static_cast<double>(within) / static_cast<double>(clouds) > 0.91);
  CHECK(static_cast<double>(within) / static_cast<double>(clouds) < 0.99);
}

TEST_CASE("all pairs of a handful: the formula is exact where every batch can be listed") {
  constexpr Index examples = 7;
  const Regression regression = noisy_line(examples, 5);
  const Vector<double> at = vector({0.3, -0.8});
  Vector<double> full = vector({0, 0});
  regression.value_and_gradient(at, full);
  Vector<double> guess = full;
  double squares = 0;
  double pairs = 0;
  for (Index i = 0; i < examples; ++i) {
    for (Index j = i + 1; j < examples; ++j) {
      const std::array<Index, 2> both{i, j};
      regression.batch_value_and_gradient(at, both.data(), 2, guess);
      squares += (guess - full).squaredNorm();
      ++pairs;
    }
  }
  const double variance = gradient_variance(regression, at).value();
  CHECK(spread_of_batches(variance, 2, examples) == doctest::Approx(std::sqrt(squares / pairs)).epsilon(1e-12));
  CHECK(spread_of_batches(variance, 1, examples) == doctest::Approx(std::sqrt(variance)).epsilon(1e-12));
  CHECK(spread_of_batches(variance, examples, examples) == 0);
  CHECK(spread_of_batches(0, 1, 1) == 0);
}

TEST_CASE("each example's own gradient is a batch of one, and a batch's is the mean of its examples'") {
  const auto objective = some_network(18);
  const Vector<double> at = objective->default_start();
  const BatchSettings settings{.size = 6, .seed = 9};
  const auto single = gradient_cloud(*objective, at, {.size = 1, .shuffle = false}, 18);
  const auto cloud = gradient_cloud(*objective, at, settings, 3);
  const Index dimension = objective->dimension();
  const Eigen::Map<const Matrix<double>> own(single.gradients.data(), dimension, 18);
  const Eigen::Map<const Matrix<double>> guesses(cloud.gradients.data(), dimension, 3);
  Batches batches(18, settings);
  for (Index update = 0; update < 3; ++update) {
    const auto batch = batches.batch(update);
    Vector<double> mean = Vector<double>::Zero(dimension);
    for (Index k = 0; k < batch.count; ++k) mean += own.col(batch.examples[k]) / 6;
    CHECK((mean - guesses.col(update)).cwiseAbs().maxCoeff() <= 1e-14);
  }
  CHECK(single.spread == doctest::Approx(std::sqrt(gradient_variance(*objective, at).value())).epsilon(1e-12));
}

TEST_CASE("a cloud's spread leaves out an epoch's smaller last batch") {
  const Regression regression = noisy_line(10, 3);
  const Vector<double> at = vector({1, 1});
  const auto cloud = gradient_cloud(regression, at, {.size = 4, .seed = 2}, 3);
  double squares = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    const double off = cloud.gradients[k] - cloud.gradient[static_cast<Index>(k % 2)];
    squares += off * off / 2;
  }
  CHECK(cloud.spread == doctest::Approx(std::sqrt(squares)).epsilon(1e-14));
}

TEST_CASE("a loss that adds up its examples has no spread around the whole") {
  Matrix<double> inputs(3, 1);
  inputs << 1, 2, 4;
  const Regression sums(inputs, vector({1, 0, 2}), SquaredLoss::sum_squares);
  CHECK(gradient_variance(sums, vector({1, 1})).error().field == "objective");
  CHECK(gradient_variance(sums, vector({1e200, 1})).error().field == "at");
}
