#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "bindings/reader.hpp"
#include "bindings/whole/batch_config.hpp"
#include "core/text.hpp"

namespace descent::bindings {

using emscripten::val;

double numbers_of(const Objective<double>& objective) {
  return static_cast<double>(objective.dimension()) * static_cast<double>(1 + objective.sample_count());
}

Vector<double> read_place(Reader& reader, const char* name, Index count) {
  if (!reader.ok()) return {};
  auto place = read_point(reader.get(name), reader.path_of(name), count);
  if (place.ok()) return std::move(place.value());
  reader.refuse(name, place.error().message, place.error().remedy);
  return {};
}

namespace {

/// Says so where there is nothing to make batches of.
void need_examples(Reader& reader, const Objective<double>& objective) {
  if (objective.sample_count() > 0) return;
  reader.refuse("objective", "This objective has no examples to make batches of.",
                "Ask it of a regression or a network.");
}

/// `size` (default 1), `shuffle` and `seed` of a question about batches.
BatchSettings read_batch_settings(Reader& reader, Index examples) {
  BatchSettings batch;
  batch.size = reader.whole("size", 1, 1, std::max<Index>(1, examples));
  batch.shuffle = reader.flag("shuffle", 1) != 0;
  batch.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, largest_seed));
  return batch;
}

}  // namespace

Result<CloudConfig> read_cloud(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "size", "count", "seed", "shuffle"});
  constexpr Index most = 10000;
  constexpr double most_numbers = 1 << 22;
  const Index examples = objective.sample_count();
  need_examples(reader, objective);
  CloudConfig config;
  config.at = read_place(reader, "at", objective.dimension());
  config.batch = read_batch_settings(reader, examples);
  config.count = reader.whole("count", 100, 1, most);
  const auto dimension = static_cast<double>(objective.dimension());
  const auto gradients = static_cast<double>(config.count);
  const double work = dimension * (static_cast<double>(examples) + gradients * static_cast<double>(config.batch.size));
  if (gradients * dimension > most_numbers || work > most_work) {
    reader.refuse("count", "So many gradients would take too long at once.", "Ask for fewer, or for smaller batches.");
  }
  if (!reader.ok()) return reader.error();
  return config;
}

Result<SpreadConfig> read_spread(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"at", "sizes"});
  constexpr std::size_t most = 10000;
  const Index examples = objective.sample_count();
  need_examples(reader, objective);
  SpreadConfig config;
  config.at = read_place(reader, "at", objective.dimension());
  const std::vector<double> sizes = reader.numbers("sizes");
  if (sizes.empty() || sizes.size() > most) {
    reader.refuse("sizes", "There are " + std::to_string(sizes.size()) + " batch sizes here.",
                  "Give 1 to " + std::to_string(most) + ".");
  }
  for (const double size : sizes) {
    if (size < 1 || size > static_cast<double>(examples) || size != std::floor(size)) {
      reader.refuse("sizes", text_of(size) + " is no number of examples here.",
                    "Give whole numbers from 1 to " + std::to_string(examples) + ".");
      break;
    }
    config.sizes.push_back(static_cast<Index>(size));
  }
  if (2 * numbers_of(objective) > most_work) {
    reader.refuse("objective", "So many gradients would take too long at once.", "Ask it of fewer examples.");
  }
  if (!reader.ok()) return reader.error();
  return config;
}

Result<BatchesConfig> read_batches(const val& request, const Objective<double>& objective) {
  Reader reader(request, "");
  reader.allow_only({"size", "shuffle", "seed", "first", "count"});
  constexpr Index latest = 1000000;
  constexpr double most_numbers = 1 << 22;
  const Index examples = objective.sample_count();
  need_examples(reader, objective);
  BatchesConfig config;
  config.batch = read_batch_settings(reader, examples);
  config.first = reader.whole("first", 0, 0, latest);
  config.count = reader.whole("count", 1, 1, latest);
  if (static_cast<double>(config.count) * static_cast<double>(config.batch.size) > most_numbers) {
    reader.refuse("count", "So many batches would not fit into one answer.", "Ask for fewer at a time.");
  }
  if (!reader.ok()) return reader.error();
  return config;
}

}  // namespace descent::bindings
