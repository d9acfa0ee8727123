#include "analysis/basins.hpp"

#include <doctest/doctest.h>

#include <set>

#include "../support.hpp"
#include "objective/formula.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

constexpr double everything = 1e18;

BasinsRequest request_for(const FunctionInfo& info, Index columns, Index rows) {
  const auto& d = info.domain;
  return {{d[0], d[1]}, {d[2], d[3]}, columns, rows, {info.minima.begin(), info.minima.end()}, (d[1] - d[0]) / 100};
}

std::unique_ptr<Basins> basins_of(const char* name, double rate, Index columns, Index rows,
                                  const RunSettings& settings = {}) {
  return std::move(Basins::begin(make_function(name), gradient_descent(rate), settings,
                                 request_for(*find_function(name)->info, columns, rows))
                       .value());
}

std::unique_ptr<Basins> basins_of_formula(const char* text, double rate, double half, Index size,
                                          const RunSettings& settings = {.step_limit = 20000}) {
  auto begun = Basins::begin(std::move(Formula::read(text).value()), gradient_descent(rate), settings,
                             {{-half, half}, {-half, half}, size, size, {}, half / 50});
  return std::move(begun.value());
}

}  // namespace

TEST_CASE("coarse to fine visits every cell once and soon has a whole picture") {
  for (const auto& [columns, rows] : {std::array<Index, 2>{1, 1}, {2, 3}, {16, 16}, {17, 33}, {100, 7}, {64, 48}}) {
    CoarseToFine order(columns, rows);
    std::vector<int> visits(static_cast<std::size_t>(columns * rows));
    std::vector<int> picture(visits.size(), -1);
    bool whole = false;
    while (!order.finished()) {
      const Index cell = order.row() * columns + order.column();
      ++visits[static_cast<std::size_t>(cell)];
      order.paint(picture.data(), static_cast<int>(cell));
      order.next();
      // Blocks are of 16 cells; small grids have smaller ones.
      if (order.done() > 1 + columns * rows / 64 && std::min(columns, rows) >= 16) {
        whole = true;
        CHECK(std::count(picture.begin(), picture.end(), -1) == 0);
      }
    }
    CHECK(whole == (std::min(columns, rows) >= 16));
    CHECK(order.done() == order.total());
    for (std::size_t cell = 0; cell < visits.size(); ++cell) {
      CHECK(visits[cell] == 1);
      CHECK(picture[cell] == static_cast<int>(cell));
    }
  }
}

TEST_CASE("Himmelblau's function has four basins, and every cell of them says where a run from it ends") {
  const auto basins = basins_of("himmelblau", 0.01, 40, 40);
  basins->advance(everything);
  CHECK(basins->done() == 1600);
  CHECK(basins->minima().count() == 4);
  const std::set<std::int16_t> found(basins->ends().begin(), basins->ends().end());
  CHECK(found == std::set<std::int16_t>{0, 1, 2, 3});

  const auto objective = make_function("himmelblau");
  const auto optimizer = gradient_descent(0.01).make();
  for (Index cell = 0; cell < 1600; cell += 7) {
    const Vector<double> start =
        vector({Basins::middle({-5, 5}, cell % 40, 40), Basins::middle({-5, 5}, cell / 40, 40)});
    auto run = Run<double>::begin(*objective, *optimizer, start, {});
    run.value()->advance(1000);
    const auto k = static_cast<std::size_t>(cell);
    CHECK(basins->steps()[k] == run.value()->step());
    const double* minimum = basins->minima().places().data() + 2 * basins->ends()[k];
    CHECK((run.value()->parameters() - vector({minimum[0], minimum[1]})).norm() <= 1e-6);
  }
}

TEST_CASE("basins are the same whatever the slices, and for rules with memory") {
  for (const char* name : {"momentum", "adam", "lbfgs", "newton"}) {
    const auto make = [&] {
      return std::move(Basins::begin(make_function("beale"), make_config(name, {{"learningRate", 0.01}}),
                                     {.step_limit = 200}, request_for(*find_function("beale")->info, 17, 18))
                           .value());
    };
    const auto whole = make();
    whole->advance(everything);
    Random random(5);
    const auto sliced = make();
    while (sliced->done() < sliced->total()) sliced->advance(random.uniform(0, 300));
    CHECK(sliced->ends() == whole->ends());
    CHECK(sliced->steps() == whole->steps());
    CHECK(sliced->minima().places() == whole->minima().places());
  }
}

TEST_CASE("basins of a function that is symmetric are symmetric to the last bit") {
  const Index size = 48;
  const auto cell = [&](Index c, Index r) { return static_cast<std::size_t>(r * size + c); };
  const auto camel = basins_of("three_hump_camel", 0.05, size, size);
  camel->advance(everything);
  // f(-x, -y) = f(x, y): the outer minima, 1 and 2, change places.
  constexpr std::int16_t opposite[] = {0, 2, 1};
  const auto well = basins_of_formula("(x^2 - 1)^2 + y^2", 0.05, 2, size);
  well->advance(everything);
  CHECK(well->minima().count() == 2);
  for (Index r = 0; r < size; ++r) {
    for (Index c = 0; c < size; ++c) {
      const std::size_t here = cell(c, r);
      const std::size_t there = cell(size - 1 - c, size - 1 - r);
      const auto end = camel->ends()[here];
      CHECK(camel->ends()[there] == (end < 0 ? end : opposite[end]));
      CHECK(camel->steps()[there] == camel->steps()[here]);
      CHECK(well->ends()[cell(size - 1 - c, r)] == 1 - well->ends()[here]);
      CHECK(well->ends()[cell(c, size - 1 - r)] == well->ends()[here]);
      CHECK(well->steps()[there] == well->steps()[here]);
    }
  }
}

TEST_CASE("minima that nobody knew are found, exactly, and told apart") {
  const auto basins = basins_of_formula("(x^2 - 1)^2 + (y^2 - 2)^2", 0.02, 2, 32);
  basins->advance(everything);
  REQUIRE(basins->minima().count() == 4);
  for (std::size_t k = 0; k < 4; ++k) {
    CHECK(std::abs(basins->minima().places()[2 * k]) == doctest::Approx(1).epsilon(1e-14));
    CHECK(std::abs(basins->minima().places()[2 * k + 1]) == doctest::Approx(std::sqrt(2)).epsilon(1e-14));
    CHECK(basins->minima().values()[k] <= 1e-25);
  }
  const auto rastrigin = basins_of("rastrigin", 0.001, 64, 64, {.step_limit = 5000});
  rastrigin->advance(everything);
  CHECK(rastrigin->minima().count() >= 81);
  CHECK(rastrigin->minima().values()[0] == 0);
}

TEST_CASE("a minimum so flat that its curvature vanishes is one minimum") {
  const auto basins = basins_of_formula("x^4 + y^4", 0.05, 1, 16, {.step_limit = 20000, .tolerance = 1e-5});
  basins->advance(everything);
  CHECK(basins->minima().count() == 1);
  for (const auto end : basins->ends()) CHECK(end == 0);
}

TEST_CASE("a valley with a level floor is one minimum, whatever its direction, and a ring is one too") {
  const auto count = [](const char* text, double rate = 0.02) {
    CAPTURE(text);
    const auto basins = basins_of_formula(text, rate, 2, 32, {.step_limit = 3000});
    basins->advance(everything);
    for (const auto end : basins->ends()) {
      if (end != 0) CHECK(end == ending::not_yet);
      if (end != 0) break;
    }
    return basins->minima().count();
  };
  for (const char* valley : {"(x + y)^2", "(x + 3y)^2", "(2x + 5y)^2", "(0.1x + 0.7y)^2", "(y - x^2)^2"}) {
    CHECK(count(valley) == 1);
  }
  CHECK(count("(x^2 + y^2 - 1)^2") == 1);
  CHECK(count("(4x^2 + y^2 - 1)^2", 0.005) == 1);
}

TEST_CASE("valleys that are apart are minima of their own") {
  const auto two = basins_of_formula("((x + y)^2 - 1)^2", 0.02, 2, 31, {.step_limit = 3000});
  two->advance(everything);
  CHECK(two->minima().count() == 2);
  for (std::size_t k = 0; k < 2; ++k) CHECK(two->minima().values()[k] <= 1e-25);
  // Rings at pi / 3 and pi from the origin, on different sides of a hill.
  const auto rings = basins_of_formula("cos(3 sqrt(x^2 + y^2))", 0.02, 3, 32, {.step_limit = 3000});
  rings->advance(everything);
  CHECK(rings->minima().count() == 2);
}

TEST_CASE("where a flat axis leads down, or nothing bends at all, there is no minimum") {
  const auto bottom = [](const char* text, double x, double y) {
    return bottom_near(*std::move(Formula::read(text).value()), vector({x, y}), 0.05);
  };
  CHECK_FALSE(bottom("x^2 - y^4", 1e-9, 0));
  CHECK_FALSE(bottom("(x + 3y)^2 + (3x - y)^3", 3e-9, 1e-9));
  CHECK_FALSE(bottom("(x + 3y)^2 - 1e-9(3x - y)", 3e-9, -1e-9));
  CHECK_FALSE(bottom("0 x y", 1, 1));
  CHECK_FALSE(bottom("x^2 - 1e-6 y^2", 1e-9, 0));
  CHECK(bottom("x^4 + y^4", 0, 0));
  CHECK(bottom("x^2 + y^4", 1e-9, 0));
  CHECK(bottom("(x + 3y)^2", 1e-9, 0)->flat == 1);
  CHECK(bottom("1e20 x^2 + y^2", 0, 0.01)->flat == 0);
  // A ring bends up or down along itself, depending on the side from which it is looked at.
  CHECK(bottom("(x^2 + y^2 - 1)^2", 1 + 1e-7, 1e-3)->flat == 1);
  CHECK(bottom("(x^2 + y^2 - 1)^2", 1 - 1e-7, 1e-3)->flat == 1);
}

TEST_CASE("an end belongs to the nearest of the minima within whose radius it lies") {
  const auto objective = make_function("parabola");
  const auto optimizer = gradient_descent(0.1).make();
  auto run = Run<double>::begin(*objective, *optimizer, vector({1}), {});
  run.value()->advance(1000);  // to 0
  for (const std::vector<double>& known : {std::vector<double>{0.4, 0.1, -0.2}, {0.1, 0.4, -0.2}, {-0.2, 0.4, 0.1}}) {
    Minima minima(*objective, known, 0.5);
    CHECK(known[static_cast<std::size_t>(minima.end_of(*run.value()))] == 0.1);
    CHECK(minima.count() == 3);
  }
  Minima far(*objective, {0.6, -0.7}, 0.5);
  CHECK(far.end_of(*run.value()) == 2);
}

TEST_CASE("ends that are no minima are said to be none") {
  // An odd number of cells puts the middle row on the line that leads into the saddle.
  const auto saddle = basins_of_formula("x^2 - y^2", 0.1, 1, 9);
  saddle->advance(everything);
  CHECK(saddle->minima().count() == 0);
  for (Index cell = 0; cell < 81; ++cell) {
    CHECK(saddle->ends()[static_cast<std::size_t>(cell)] == (cell / 9 == 4 ? ending::stationary : ending::diverged));
  }
  const auto plateau = basins_of_formula("gauss(x) gauss(y)", 0.1, 30, 8);
  plateau->advance(everything);
  CHECK(plateau->minima().count() == 0);
  CHECK(plateau->ends()[0] == ending::stationary);

  const auto tireless = basins_of("himmelblau", 1e-6, 8, 8, {.step_limit = 20});
  tireless->advance(everything);
  for (const auto end : tireless->ends()) CHECK(end == ending::unsettled);
}

TEST_CASE("a rate that is too large diverges, and a start outside the domain counts as diverged") {
  const auto basins = basins_of("himmelblau", 0.1, 16, 16);
  basins->advance(everything);
  CHECK(std::count(basins->ends().begin(), basins->ends().end(), ending::diverged) > 128);
  const auto half = basins_of_formula("x - log(x) + y^2", 0.1, 3, 8);
  half->advance(everything);
  CHECK(half->minima().count() == 1);
  for (Index cell = 0; cell < 64; ++cell) {
    CHECK(half->ends()[static_cast<std::size_t>(cell)] == (cell % 8 < 4 ? ending::diverged : 0));
  }
}

TEST_CASE("basins refuse what a run refuses") {
  const auto begun = Basins::begin(make_function("himmelblau"), make_config("adam"),
                                   {.schedule = make_schedule("backtracking")}, {{0, 1}, {0, 1}, 4, 4});
  REQUIRE_FALSE(begun.ok());
  CHECK(begun.error().field == "schedule.name");
}
