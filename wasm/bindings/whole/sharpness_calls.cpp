#include <cmath>
#include <utility>

#include "analysis/sharpness.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "core/text.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// Most numbers that the products of one answer look at: about a second on a slow machine, or one product.
constexpr double most_work = 4e9;

Result<SharpnessRequest> read_sharpness(const val& options, const Objective<double>& objective) {
  Reader reader(options.isUndefined() ? val::object() : options, "options");
  reader.allow_only({"from", "tolerance", "products"});
  SharpnessRequest request;
  request.tolerance = reader.number("tolerance", request.tolerance, 1e-12, 1);
  request.most_products = reader.whole("products", request.most_products, 1, 1000);
  // A product takes about as long as three losses.
  const double most = std::max(1.0, std::floor(most_work / (3 * objective.work())));
  if (static_cast<double>(request.most_products) > most) {
    if (reader.has("products")) {
      reader.refuse("products", "So many products over so many examples would take too long at once.",
                    "Give at most " + text_of(most) + ", or go on from the direction that was found.");
    }
    request.most_products = static_cast<Index>(most);
  }
  if (!reader.ok()) return reader.error();
  if (!reader.has("from")) return request;
  auto from = read_point(reader.get("from"), "options.from", objective.dimension());
  if (!from.ok()) return from.error();
  request.direction = std::move(from.value());
  return request;
}

}  // namespace

val sharpness(int handle, const val& at, const val& options) {
  const Objective<double>* objective = find_objective(handle);
  if (objective == nullptr) return disposed();
  const auto point = read_point(at, "at", objective->dimension());
  if (!point.ok()) return refusal(point.error());
  const auto request = read_sharpness(options, *objective);
  if (!request.ok()) return refusal(request.error());
  const Sharpness found = sharpness_at(*objective, point.value(), request.value());
  if (!std::isfinite(found.value)) {
    return refusal({"at", "The second derivatives are not finite here.", "Ask at a place within its domain."});
  }
  val result = answer();
  put(result, "value", found.value);
  put(result, "threshold", found.value > 0 ? 2 / found.value : 0);
  put(result, "direction", to_js(found.direction));
  put(result, "doubt", found.doubt);
  put(result, "products", static_cast<double>(found.products));
  put(result, "exact", found.exact);
  return result;
}

}  // namespace descent::bindings
