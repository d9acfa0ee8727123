#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "analysis/curvature.hpp"
#include "analysis/difference_quotients.hpp"
#include "bindings/calls.hpp"
#include "bindings/config.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/reader.hpp"
#include "core/text.hpp"
#include "objective/registry.hpp"

namespace descent::bindings {

using emscripten::val;

static Handles<Objective<double>>& handles() {
  static Handles<Objective<double>> all;
  return all;
}

const Objective<double>* find_objective(int handle) { return handles().find(handle); }

val list_objectives() {
  val list = val::array();
  for (const FunctionEntry& entry : functions()) push(list, to_js(*entry.info));
  return list;
}

val create_objective(const val& options) {
  auto objective = read_objective(options, "");
  if (!objective.ok()) return refusal(objective.error());
  const Objective<double>& wanted = *objective.value();
  const double bytes = wanted.bytes();
  if (const auto error = no_room(bytes)) return refusal(*error);
  const int handle = handles().add(std::move(objective.value()), bytes);
  return made(handle, wanted.dimension(), wanted.sample_count(), wanted.network());
}

/// Refuses to evaluate so often that an answer would keep its caller waiting: a second on a slow machine.
static std::optional<Error> too_much(const Objective<double>& objective, double evaluations, const char* field) {
  constexpr double most_work = 1e9;
  const double most = std::max(1.0, std::floor(most_work / objective.work()));
  if (evaluations <= most) return std::nullopt;
  return Error{field, "So many evaluations over so many examples would take too long at once.",
               "Ask for at most " + text_of(most) + " at a time, or learn from fewer examples."};
}

val evaluate(int handle, const val& at) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return refusal(point.error());
  Vector<double> gradient = Vector<double>::Zero(objective->dimension());
  const double value = objective->value_and_gradient(point.value(), gradient);
  if (!std::isfinite(value) || !gradient.allFinite()) {
    return refusal({"at", "The function or its gradient is not finite here.", "Ask at a place within its domain."});
  }
  val result = answer();
  put(result, "value", value);
  put(result, "gradient", to_js(gradient));
  return result;
}

static val values_answer(const std::vector<double>& values) {
  val result = answer();
  put(result, "values", to_js(values));
  return result;
}

static Result<std::vector<double>> read_points(const val& points, Index dimension) {
  auto list = read_numbers(points, "points");
  if (!list.ok() || static_cast<Index>(list.value().size()) % dimension == 0) return list;
  return Error{"points", "The last point is not complete.",
               "Give " + std::to_string(dimension) + " numbers for every point."};
}

val values(int handle, const val& points) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto list = read_points(points, objective->dimension());
  if (!list.ok()) return refusal(list.error());
  const double count = static_cast<double>(list.value().size()) / static_cast<double>(objective->dimension());
  if (const auto error = too_much(*objective, count, "points")) return refusal(*error);
  std::vector<double> values(list.value().size() / static_cast<std::size_t>(objective->dimension()));
  values_at(*objective, list.value().data(), values);
  return values_answer(values);
}

val gradients(int handle, const val& points) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto list = read_points(points, objective->dimension());
  if (!list.ok()) return refusal(list.error());
  const double count = static_cast<double>(list.value().size()) / static_cast<double>(objective->dimension());
  if (const auto error = too_much(*objective, count, "points")) return refusal(*error);
  std::vector<double> gradients(list.value().size());
  std::vector<double> values(gradients.size() / static_cast<std::size_t>(objective->dimension()));
  gradients_at(*objective, list.value().data(), values, gradients);
  val result = values_answer(values);
  put(result, "gradients", to_js(gradients));
  return result;
}

val grid(int handle, const val& request) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto wanted = read_grid(request, objective->dimension());
  if (!wanted.ok()) return refusal(wanted.error());
  const double places = static_cast<double>(wanted.value().columns) * static_cast<double>(wanted.value().rows);
  if (const auto error = too_much(*objective, places, "columns")) return refusal(*error);
  return values_answer(value_grid(*objective, wanted.value()));
}

val curvature(int handle, const val& at) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return refusal(point.error());
  if (objective->dimension() > max_curvature_dimension) {
    return refusal({"at", "There are too many parameters for all eigenvalues.",
                    "Ask for at most " + std::to_string(max_curvature_dimension) + " parameters."});
  }
  // A gradient costs about three values, and each parameter takes two.
  const double evaluations = objective->network() == nullptr ? 1 : 6 * static_cast<double>(objective->dimension());
  if (const auto error = too_much(*objective, evaluations, "at")) return refusal(*error);
  const Curvature found = curvature_at(*objective, point.value());
  if (!std::isfinite(found.largest) || !std::isfinite(found.smallest)) {
    return refusal({"at", "The second derivatives are not finite here.", "Ask at a place within its domain."});
  }
  val result = answer();
  put(result, "smallest", found.smallest);
  put(result, "largest", found.largest);
  put(result, "threshold", found.threshold);
  put(result, "conditionNumber", found.condition_number);
  return result;
}

val difference_quotients(int handle, const val& at, const val& coordinate, const val& widths) {
  const Objective<double>* objective = handles().find(handle);
  if (objective == nullptr) return disposed();
  const auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return refusal(point.error());
  const auto parameter = read_whole(coordinate, "coordinate", 0, objective->dimension() - 1);
  if (!parameter.ok()) return refusal(parameter.error());
  const auto list = read_numbers(widths, "widths");
  if (!list.ok()) return refusal(list.error());
  const double evaluations = 3 * static_cast<double>(list.value().size());
  if (const auto error = too_much(*objective, evaluations, "widths")) return refusal(*error);
  constexpr std::size_t most = 10000;
  bool positive = list.value().size() <= most;
  for (const double width : list.value()) positive = positive && width > 0;
  if (!positive) {
    return refusal({"widths", "These are too many, or not all above 0.", "Give at most 10,000 numbers above 0."});
  }
  const DifferenceQuotients found =
      descent::difference_quotients(*objective, point.value(), parameter.value(), list.value());
  val result = answer();
  put(result, "exact", found.exact);
  put(result, "widths", to_js(list.value()));
  put(result, "forward", to_js(found.forward));
  put(result, "central", to_js(found.central));
  put(result, "forwardError", to_js(found.forward_error));
  put(result, "centralError", to_js(found.central_error));
  return result;
}

void dispose_objective(int handle) { handles().remove(handle); }

}  // namespace descent::bindings
