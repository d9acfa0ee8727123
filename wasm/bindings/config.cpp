#include "bindings/config.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "bindings/reader.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

std::array<double, 2> read_bounds(Reader& reader, const char* name) {
  const std::vector<double> bounds = reader.numbers(name);
  if (bounds.size() == 2) return {bounds[0], bounds[1]};
  if (reader.has(name)) reader.refuse(name, "These are not two bounds.", "Give two numbers, such as [-1, 1].");
  return {};
}

}  // namespace

Result<GridRequest> read_grid(const val& request, Index dimension) {
  Reader reader(request, "");
  reader.allow_only({"x", "y", "columns", "rows", "at", "axes"});
  constexpr Index largest = 2048;
  GridRequest grid;
  grid.x = read_bounds(reader, "x");
  grid.y = read_bounds(reader, "y");
  grid.columns = reader.whole("columns", 0, 2, largest);
  grid.rows = reader.whole("rows", 0, 2, largest);
  for (const char* name : {"x", "y", "columns", "rows"}) {
    if (!reader.has(name)) reader.refuse(name, "This is missing.", "Give `x`, `y`, `columns` and `rows`.");
  }
  if (dimension < 2) reader.refuse("", "A grid needs two parameters.", "Use values() for a function of one.");
  const std::vector<double> axes = reader.has("axes") ? reader.numbers("axes") : std::vector<double>{0, 1};
  for (std::size_t k = 0; k < 2 && reader.ok(); ++k) {
    const double axis = k < axes.size() ? axes[k] : -1;
    const bool exists = axis >= 0 && axis < static_cast<double>(dimension) && axis == std::floor(axis);
    if (axes.size() != 2 || !exists || (k == 1 && axes[0] == axes[1])) {
      reader.refuse("axes", "These are not two different parameters.",
                    "Give two different whole numbers from 0 to " + std::to_string(dimension - 1) + ".");
      break;
    }
    grid.axes[k] = static_cast<Index>(axis);
  }
  if (!reader.ok()) return reader.error();
  grid.at = Vector<double>::Zero(dimension);
  if (!reader.has("at")) return grid;
  auto at = read_point(reader.get("at"), "at", dimension);
  if (!at.ok()) return at.error();
  grid.at = std::move(at.value());
  return grid;
}

}  // namespace descent::bindings
