#include <emscripten.h>

#include <span>
#include <vector>

#include "analysis/field.hpp"
#include "bindings/calls.hpp"
#include "bindings/objective_handles.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

std::vector<double>& exchanged() {
  static std::vector<double> numbers;
  return numbers;
}

/// The parts of the exchanged numbers.
struct Exchange {
  const Objective<double>* objective = nullptr;  ///< nullptr where nothing can be answered
  const double* points = nullptr;
  std::span<double> values{};
  std::span<double> gradients{};
};

Exchange parts(int handle, int point_count, bool with_gradients) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr || point_count < 1) return {};
  const auto count = static_cast<std::size_t>(point_count);
  const auto given = count * static_cast<std::size_t>(objective->dimension());
  const auto slopes = with_gradients ? given : 0;
  const std::span<double> numbers = exchanged();
  if (given + count + slopes > numbers.size() || !all_finite(numbers.first(given))) return {};
  return {objective, numbers.data(), numbers.subspan(given, count), numbers.subspan(given + count, slopes)};
}

}  // namespace

val exchange(int count) {
  std::vector<double>& numbers = exchanged();
  if (numbers.size() < static_cast<std::size_t>(count)) numbers.resize(static_cast<std::size_t>(count));
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data()));
}

extern "C" EMSCRIPTEN_KEEPALIVE bool exchange_values(int handle, int count) {
  const Exchange exchange = parts(handle, count, false);
  if (exchange.objective == nullptr) return false;
  values_at(*exchange.objective, exchange.points, exchange.values);
  return true;
}

extern "C" EMSCRIPTEN_KEEPALIVE bool exchange_gradients(int handle, int count) {
  const Exchange exchange = parts(handle, count, true);
  if (exchange.objective == nullptr) return false;
  gradients_at(*exchange.objective, exchange.points, exchange.values, exchange.gradients);
  return true;
}

}  // namespace descent::bindings
