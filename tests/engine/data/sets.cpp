#include <doctest/doctest.h>

#include <cmath>

#include "data/registry.hpp"
#include "support.hpp"

using namespace descent;

namespace {

constexpr double pi_here = 3.14159265358979323846;

using Shape = std::vector<double>;

std::shared_ptr<const DataSet> set_of(const char* name, const testing::Settings& settings, Index count = 600,
                                      std::uint64_t seed = 1) {
  const GeneratorEntry& entry = *find_generator(name);
  Shape shape;
  for (const Parameter& parameter : entry.info->parameters) {
    shape.push_back(parameter.standard);
    for (const auto& [wanted, value] : settings) {
      if (wanted == parameter.name) shape.back() = value;
    }
  }
  return generate(entry, shape.data(), count, seed);
}

/// Calls `check(label, x, y)` for each example of two features.
template <typename Check>
void for_points(const DataSet& set, Check check) {
  for (Index e = 0; e < set.count(); ++e) {
    const std::vector<double> point = set.inputs(e, 1);
    check(static_cast<int>(set.labels()[static_cast<std::size_t>(e)]), point[0], point[1]);
  }
}

}  // namespace

TEST_CASE("every set is described, and its defaults lie within their ranges") {
  for (const GeneratorEntry& entry : generators()) {
    CAPTURE(entry.info->name);
    CHECK(find_generator(entry.info->name) == &entry);
    for (const Parameter& parameter : entry.info->parameters) {
      CHECK(parameter.min <= parameter.standard);
      CHECK(parameter.standard <= parameter.max);
    }
    const auto set = set_of(entry.info->name, {});
    CHECK(entry.info->domain.size() == (set->features() + (set->classes() > 0 ? 0 : 1) == 2 ? 4 : 0));
  }
  CHECK(find_generator("nothing") == nullptr);
}

TEST_CASE("classes are balanced, and all of them occur") {
  for (const GeneratorEntry& entry : generators()) {
    const auto set = set_of(entry.info->name, {}, 240);
    std::vector<int> count(static_cast<std::size_t>(set->classes()));
    for (const std::uint8_t label : set->labels()) ++count[label];
    for (const int times : count) CHECK(times == 240 / set->classes());
  }
}

TEST_CASE("the same seed gives the same examples, another seed others, and a larger set begins with the smaller") {
  for (const GeneratorEntry& entry : generators()) {
    CAPTURE(entry.info->name);
    const auto set = set_of(entry.info->name, {}, 50, 7);
    CHECK(set->inputs(0, 50) == set_of(entry.info->name, {}, 50, 7)->inputs(0, 50));
    CHECK(set->inputs(0, 50) == set_of(entry.info->name, {}, 90, 7)->inputs(0, 50));
    CHECK(set->targets(0, 50) == set_of(entry.info->name, {}, 90, 7)->targets(0, 50));
    CHECK(set->inputs(0, 50) != set_of(entry.info->name, {}, 50, 8)->inputs(0, 50));
  }
}

TEST_CASE("noise moves each example along a line, by its standard deviation on average") {
  for (const GeneratorEntry& entry : generators()) {
    CAPTURE(entry.info->name);
    const auto numbers = [&](double noise) {
      const auto set = set_of(entry.info->name, {{"noise", noise}}, 2000);
      return set->classes() > 0 ? set->inputs(0, 2000) : set->targets(0, 2000);
    };
    const std::vector<double> still = numbers(0);
    const std::vector<double> little = numbers(0.05);
    const std::vector<double> more = numbers(0.1);
    double squares = 0;
    for (std::size_t i = 0; i < still.size(); ++i) {
      CHECK(more[i] - still[i] == doctest::Approx(2 * (little[i] - still[i])));
      squares += (more[i] - still[i]) * (more[i] - still[i]);
    }
    CHECK(std::sqrt(squares / static_cast<double>(still.size())) == doctest::Approx(0.1).epsilon(0.05));
  }
}

TEST_CASE("examples lie within the range that is worth drawing") {
  for (const GeneratorEntry& entry : generators()) {
    if (entry.info->domain.size() == 0) continue;
    CAPTURE(entry.info->name);
    const auto set = set_of(entry.info->name, {});
    int inside = 0;
    for (Index e = 0; e < set->count(); ++e) {
      std::vector<double> point = set->inputs(e, 1);
      if (set->classes() == 0) point.push_back(set->targets(e, 1)[0]);
      const List<double>& domain = entry.info->domain;
      inside +=
          point[0] >= domain[0] && point[0] <= domain[1] && point[1] >= domain[2] && point[1] <= domain[3] ? 1 : 0;
    }
    CHECK(inside >= 0.99 * static_cast<double>(set->count()));
  }
}

TEST_CASE("without noise the moons are two half circles that a line cannot part") {
  int above = 0;
  for_points(*set_of("moons", {{"noise", 0}}), [&](int label, double x, double y) {
    const double dx = label == 0 ? x : x - 1;
    const double dy = label == 0 ? y : y - 0.5;
    CHECK(std::hypot(dx, dy) == doctest::Approx(1));
    CHECK((label == 0 ? dy >= 0 : dy <= 0));
    above += (y > 0.25) == (label == 0) ? 1 : 0;
  });
  CHECK(above > 450);
  CHECK(above < 600);
}

TEST_CASE("without noise the circles have the radii 1 and `factor`, all the way round") {
  double x_sum = 0;
  double y_sum = 0;
  for_points(*set_of("circle", {{"noise", 0}, {"factor", 0.4}}, 4000), [&](int label, double x, double y) {
    CHECK(std::hypot(x, y) == doctest::Approx(label == 0 ? 1 : 0.4));
    x_sum += x;
    y_sum += y;
  });
  CHECK(std::abs(x_sum / 4000) < 0.05);
  CHECK(std::abs(y_sum / 4000) < 0.05);
}

TEST_CASE("a spiral's angle grows with its radius, and its arms are turned copies of each other") {
  constexpr double turns = 1.5;
  constexpr int arms = 3;
  for_points(*set_of("spiral", {{"noise", 0}, {"classes", arms}, {"turns", turns}}),
             [&](int label, double x, double y) {
               const double radius = std::hypot(x, y);
               CHECK(radius < 1);
               const double angle = 2 * pi_here * (turns * radius + static_cast<double>(label) / arms);
               CHECK(x == doctest::Approx(radius * std::sin(angle)));
               CHECK(y == doctest::Approx(radius * std::cos(angle)));
             });
}

TEST_CASE("exclusive or: the class says whether the signs differ, and all four squares are used") {
  int squares[2][2] = {};
  for_points(*set_of("xor", {{"gap", 0.2}}), [&](int label, double x, double y) {
    CHECK(label == ((x > 0) != (y > 0) ? 1 : 0));
    CHECK(std::abs(x) >= 0.2);
    CHECK(std::abs(y) >= 0.2);
    ++squares[x > 0][y > 0];
  });
  for (const auto& row : squares) {
    for (const int count : row) CHECK(count > 100);
  }
}

TEST_CASE("a blob's centre of mass is its centre on the unit circle") {
  constexpr int classes = 5;
  double sums[classes][2] = {};
  for_points(*set_of("blobs", {{"classes", classes}}, 5000), [&](int label, double x, double y) {
    sums[label][0] += x / 1000;
    sums[label][1] += y / 1000;
  });
  for (int c = 0; c < classes; ++c) {
    const double angle = 2 * pi_here * (0.125 + static_cast<double>(c) / classes);
    CHECK(std::abs(sums[c][0] - std::cos(angle)) < 0.05);
    CHECK(std::abs(sums[c][1] - std::sin(angle)) < 0.05);
  }
}

TEST_CASE("without noise the regression sets lie on their curves") {
  const auto line = set_of("line", {{"noise", 0}, {"slope", -2}, {"intercept", 3}});
  const auto sine = set_of("sine", {{"noise", 0}, {"frequency", 2}});
  for (Index e = 0; e < line->count(); ++e) {
    CHECK(line->targets(e, 1)[0] == doctest::Approx(3 - 2 * line->inputs(e, 1)[0]));
    CHECK(sine->targets(e, 1)[0] == doctest::Approx(std::sin(4 * pi_here * sine->inputs(e, 1)[0])));
  }
}

TEST_CASE("the plane's features have the scales asked for, and matter alike") {
  const auto plane = set_of("plane", {{"noise", 0}, {"features", 3}, {"ratio", 100}}, 3000);
  double largest[3] = {};
  for (Index e = 0; e < plane->count(); ++e) {
    const std::vector<double> x = plane->inputs(e, 1);
    for (std::size_t k = 0; k < 3; ++k) largest[k] = std::max(largest[k], std::abs(x[k]));
    CHECK(plane->targets(e, 1)[0] == doctest::Approx(1 + x[0] - x[1] / 10 + x[2] / 100));
  }
  CHECK(largest[0] == doctest::Approx(1).epsilon(0.01));
  CHECK(largest[1] == doctest::Approx(10).epsilon(0.01));
  CHECK(largest[2] == doctest::Approx(100).epsilon(0.01));
}
