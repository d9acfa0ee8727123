#include <doctest/doctest.h>

#include <cmath>

#include "../support.hpp"
#include "explanation.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

std::unique_ptr<Descent> run_with(const ScheduleConfig& schedule, Index steps, double rate = 0.02) {
  RunSettings settings;
  settings.schedule = schedule;
  auto begun = Descent::begin(make_function("himmelblau"), gradient_descent(rate), vector({-1, -1}), settings);
  REQUIRE(begun.ok());
  begun.value()->run().advance(steps);
  return std::move(begun.value());
}

std::vector<double> rates_of(const ScheduleConfig& schedule, Index steps) {
  const auto descent = run_with(schedule, steps, 0.01);
  const auto rates = descent->trace().rate();
  return {rates.begin(), rates.end()};
}

void check_rates(const ScheduleConfig& schedule, const std::vector<double>& expected) {
  const std::vector<double> rates = rates_of(schedule, static_cast<Index>(expected.size()) - 1);
  REQUIRE(rates.size() == expected.size());
  for (std::size_t row = 0; row < rates.size(); ++row) {
    CAPTURE(row);
    CHECK(rates[row] == doctest::Approx(expected[row]).epsilon(1e-14));
  }
}

}  // namespace

TEST_CASE("a schedule gives each row the rate of its formula") {
  const double r = 0.01;
  check_rates(make_schedule("constant"), {r, r, r});
  check_rates(make_schedule("step", {{"interval", 2}, {"factor", 0.1}}), {r, r, r * 0.1, r * 0.1, r * 0.01, r * 0.01});
  check_rates(make_schedule("exponential", {{"factor", 0.9}}), {r, r * 0.9, r * 0.81, r * 0.729});
  check_rates(make_schedule("cosine", {{"steps", 3}, {"end", 0.2}}), {r, r * 0.8, r * 0.4, r * 0.2, r * 0.2});
  check_rates(make_schedule("warmup", {{"warmup", 4}}), {r / 4, r / 2, r * 3 / 4, r, r});
  check_rates(make_schedule("inverse_time", {{"decay", 0.5}}), {r, r / 1.5, r / 2, r / 2.5});
}

TEST_CASE("every schedule of time may begin with a warm-up, and starts its own clock after it") {
  for (const ScheduleEntry& entry : schedules()) {
    CAPTURE(std::string(entry.info->name));
    ScheduleConfig cold = make_schedule(entry.info->name);
    if (!cold.set("warmup", 0)) continue;
    ScheduleConfig warm = cold;
    warm.set("warmup", 3);
    const std::vector<double> before = rates_of(cold, 5);
    const std::vector<double> after = rates_of(warm, 8);
    CHECK(after[0] == doctest::Approx(0.01 / 3));
    CHECK(after[2] == 0.01);
    for (std::size_t row = 0; row < before.size(); ++row) CHECK(after[row + 3] == before[row]);
  }
}

TEST_CASE("an explanation rebuilds scheduled updates and their rates to the last bit") {
  for (const ScheduleEntry& entry : schedules()) {
    CAPTURE(std::string(entry.info->name));
    for (const double warmup : {0.0, 4.0}) {
      ScheduleConfig config = make_schedule(entry.info->name);
      config.set("warmup", warmup);
      const auto descent = run_with(config, 40);
      for (Index step = 1; step < descent->trace().rows(); ++step) {
        check_explanation(*descent, step, 1);
        const auto terms = descent->explain(step, 1);
        for (const Term& term : terms.value()) {
          const bool is_rate = std::string(term.quantity.symbol) == "eta";
          if (is_rate) CHECK(term.value == descent->trace().rate()[static_cast<std::size_t>(step - 1)]);
        }
      }
    }
  }
}

TEST_CASE("backtracking takes the first rate that lowers the loss enough, and counts what it tries") {
  const double c = 0.1;
  const auto descent = run_with(make_schedule("backtracking", {{"first", 1}, {"shrink", 0.5}, {"decrease", c}}), 30);
  const Trace& trace = descent->trace();
  const auto himmelblau = make_function("himmelblau");
  REQUIRE(trace.rows() > 5);
  for (Index row = 0; row + 1 < trace.rows(); ++row) {
    CAPTURE(row);
    const auto k = static_cast<std::size_t>(row);
    const Vector<double> gradient = trace.gradient_at(row);
    const auto passes = [&](double rate) {
      return himmelblau->value(trace.parameters_at(row) - rate * gradient) <=
             trace.loss()[k] - c * rate * gradient.squaredNorm();
    };
    CHECK(passes(trace.rate()[k]));
    if (trace.rate()[k] < 1) CHECK_FALSE(passes(2 * trace.rate()[k]));
    CHECK(trace.loss()[k + 1] < trace.loss()[k]);
    // One evaluation with the gradient, and one for every rate tried.
    CHECK(trace.value_count()[k + 1] - trace.value_count()[k] == 2 - std::log2(trace.rate()[k]));
    CHECK(trace.gradient_count()[k + 1] - trace.gradient_count()[k] == 1);
  }
}

TEST_CASE("backtracking needs no rate: it converges from wherever the first one lies") {
  for (const double first : {1e-2, 1.0, 1e3}) {
    CAPTURE(first);
    const auto descent = run_with(make_schedule("backtracking", {{"first", first}}), 1000);
    CHECK(descent->run().reason() == StopReason::converged);
  }
}
