#include "bindings/whole/slice_config.hpp"

#include <algorithm>
#include <string>

#include "analysis/directions.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/batch_config.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

std::array<double, 2> read_side(Reader& reader, const char* name) {
  if (!reader.has(name)) return {-1, 1};
  const std::vector<double> bounds = reader.numbers(name);
  if (bounds.size() == 2) return {bounds[0], bounds[1]};
  reader.refuse(name, "These are not two bounds.", "Give two numbers, such as [-1, 1].");
  return {};
}

}  // namespace

Result<LineConfig> read_line(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "direction", "from", "to", "count"});
  constexpr double largest = 1e100;
  LineConfig line;
  line.at = read_place(reader, "at", objective.dimension());
  line.direction = read_place(reader, "direction", objective.dimension());
  line.bounds = {reader.number("from", -1, -largest, largest), reader.number("to", 1, -largest, largest)};
  line.count = reader.whole("count", 101, 2, 10000);
  if (static_cast<double>(line.count) * numbers_of(objective) > most_work) {
    reader.refuse("count", "So many losses would take too long at once.",
                  "Ask for fewer, or use createPlane, which works in slices.");
  }
  if (!reader.ok()) return reader.error();
  return line;
}

Result<PlaneConfig> read_plane(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "directions", "x", "y", "columns", "rows"});
  constexpr Index largest = 1024;
  const Index dimension = objective.dimension();
  PlaneConfig config;
  PlaneRequest& plane = config.request;
  config.at = read_place(reader, "at", dimension);
  const std::vector<double> directions = reader.numbers("directions");
  if (static_cast<Index>(directions.size()) != 2 * dimension) {
    reader.refuse("directions", "These are not two directions.",
                  "Give two directions, one after the other: " + std::to_string(2 * dimension) + " numbers.");
  }
  plane.x = read_side(reader, "x");
  plane.y = read_side(reader, "y");
  plane.columns = reader.whole("columns", 41, 2, largest);
  plane.rows = reader.whole("rows", 41, 2, largest);
  if (!reader.ok()) return reader.error();
  for (Index k = 0; k < 2; ++k) {
    config.directions[static_cast<std::size_t>(k)] =
        Eigen::Map<const Vector<double>>(directions.data() + k * dimension, dimension);
  }
  return config;
}

Result<DirectionsConfig> read_directions(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "seed", "count", "filterNormalized"});
  constexpr Index most = 16;
  const bool is_network = objective.network() != nullptr;
  DirectionsConfig config;
  config.at = read_place(reader, "at", objective.dimension());
  config.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, largest_seed));
  config.count = reader.whole("count", 2, 1, most);
  config.filter_normalised = reader.flag("filterNormalized", is_network ? 1 : 0) != 0;
  if (config.filter_normalised && !is_network) {
    reader.refuse("filterNormalized", "Only a network has neurons to normalise by.", "Leave it out.");
  }
  if (!reader.ok()) return reader.error();
  return config;
}

Result<PrincipalConfig> read_principal(const val& request) {
  Reader reader(request, "");
  reader.allow_only({"points", "dimension", "count"});
  constexpr Index most_directions = 16;
  constexpr Index largest = 1 << 24;
  const std::vector<double> points = reader.numbers("points");
  const Index dimension = reader.whole("dimension", 1, 1, largest);
  if (!reader.has("dimension")) reader.refuse("dimension", "This is missing.", "Give the numbers of each point.");
  const Index most = std::min(most_directions, dimension);
  const Index count = reader.whole("count", std::min<Index>(2, most), 1, most);
  const auto size = static_cast<Index>(points.size());
  if (size == 0 || size % dimension != 0) {
    reader.refuse("points", "There are " + std::to_string(size) + " numbers here.",
                  "Give at least one point, and " + std::to_string(dimension) + " numbers for every point.");
  }
  const Index rows = size / dimension;
  const Index least = std::min(rows, dimension);
  const double work = static_cast<double>(least) * static_cast<double>(size);
  if (least > max_principal_size || work > most_work) {
    reader.refuse("points", "So many points would take too long at once.",
                  "Give every second of them, or fewer: " + std::to_string(max_principal_size) + " are always enough.");
  }
  if (!reader.ok()) return reader.error();
  return PrincipalConfig{Eigen::Map<const Matrix<double>>(points.data(), dimension, rows), count};
}

Result<NudgeConfig> read_nudge(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "first", "count", "width"});
  constexpr double usual_width = 1e-6;
  NudgeConfig config;
  config.at = read_place(reader, "at", objective.dimension());
  config.first = reader.whole("first", 0, 0, objective.dimension() - 1);
  const Index left = objective.dimension() - config.first;
  config.count = reader.whole("count", left, 0, left);
  config.width = reader.number("width", usual_width, 1e-12, 1);
  if (static_cast<double>(config.count + 1) * numbers_of(objective) > most_work) {
    reader.refuse("count", "So many losses would take too long at once.", "Ask for fewer at a time.");
  }
  if (!reader.ok()) return reader.error();
  return config;
}

}  // namespace descent::bindings
