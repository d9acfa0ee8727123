#include <algorithm>
#include <cmath>
#include <utility>

#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "bindings/whole/data_config.hpp"
#include "bindings/whole/data_handles.hpp"
#include "core/text.hpp"
#include "data/registry.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// What JavaScript holds by number: a data set, or digits that are still being drawn.
struct HeldData {
  std::shared_ptr<const DataSet> set;
  std::unique_ptr<digits::DigitSet> making;
  double numbers = 0;
};

/// Most numbers of all data sets that are held at once.
constexpr double max_held_numbers = 1e8;

double held_numbers = 0;

Handles<HeldData>& handles() {
  static Handles<HeldData> all;
  return all;
}

val describe(const GeneratorEntry& entry) {
  const GeneratorInfo& info = *entry.info;
  std::vector<double> shape;
  for (const Parameter& parameter : info.parameters) shape.push_back(parameter.standard);
  const SetSize size = entry.size(shape.data());
  val parameters = val::array();
  add(common_parameters(), parameters);
  add(info.parameters, parameters);
  val result = val::object();
  put(result, "name", info.name);
  put(result, "label", info.label);
  put(result, "kind", size.classes > 0 ? "classes" : "regression");
  put(result, "formula", info.formula);
  put(result, "source", info.source);
  put(result, "domain", to_js(info.domain));
  put(result, "features", static_cast<int>(size.features));
  put(result, "classes", static_cast<int>(size.classes));
  put(result, "parameters", parameters);
  return result;
}

void draw(HeldData& held, Index count) {
  if (!held.making) return;
  held.making->advance(count);
  if (!held.making->complete()) return;
  held.set = held.making->finish();
  held.making.reset();
}

Error unfinished(const HeldData& held, const std::string& field) {
  return {
      field,
      std::to_string(held.making->made()) + " of its " + std::to_string(held.making->count()) + " digits are drawn.",
      "Call the data's advance() until all are."};
}

/// What a data set holds of its examples, within bounds that were asked for.
struct Span {
  const DataSet* set;
  Index first;
  Index count;
};

/// `numbers_of` says how many numbers are asked for of each example.
Result<Span> read_span(int handle, const val& first, const val& count, Index (DataSet::*numbers_of)() const) {
  HeldData* held = handles().find(handle);
  if (held == nullptr) return disposed_error();
  if (!held->set) return unfinished(*held, "data");
  const DataSet& set = *held->set;
  const auto from = read_whole(first, "from", 0, set.count());
  if (!from.ok()) return from.error();
  constexpr double most_numbers = 1 << 24;
  const double each = std::max(1.0, static_cast<double>((set.*numbers_of)()));
  const Index rest = set.count() - from.value();
  const auto wanted = read_whole(count, "count", 0, std::min(rest, static_cast<Index>(most_numbers / each)));
  if (!wanted.ok()) return wanted.error();
  return Span{&set, from.value(), wanted.value()};
}

val values_answer(const std::vector<double>& values) {
  val result = answer();
  put(result, "values", to_js(values));
  return result;
}

}  // namespace

DataResult find_data(const val& option, const std::string& field) {
  const bool is_object = option.typeOf().as<std::string>() == "object" && !option.isNull();
  const val id = is_object ? option["id"] : val::undefined();
  if (!id.isNumber()) {
    return Error{field, "This is no data.", "Give what createData() answered."};
  }
  const val reason = option["error"];
  if (!reason.isNull() && !reason.isUndefined()) {
    return Error{field, "This data was refused, see its own error.", "Give data whose error is null."};
  }
  const auto number = id.as<double>();
  const bool possible = number >= 1 && number <= 2147483647 && number == std::floor(number);
  HeldData* held = possible ? handles().find(static_cast<int>(number)) : nullptr;
  if (held == nullptr) {
    return Error{field, "This data was disposed of, or never made.", "Create it again and use that one."};
  }
  if (!held->set) return unfinished(*held, field);
  return held->set;
}

val list_data_sets() {
  val list = val::array();
  for (const GeneratorEntry& entry : generators()) push(list, describe(entry));
  return list;
}

val create_data(const val& options) {
  auto read = read_data(options);
  if (!read.ok()) return refusal(read.error());
  const double numbers = read.value().numbers();
  if (held_numbers + numbers > max_held_numbers) {
    return refusal({"data", "With the data that is still held, this would be more than 100 million numbers.",
                    "Dispose of data that is no longer needed, or ask for less."});
  }
  const double bytes = read.value().bytes();
  if (const auto error = no_room(bytes)) return refusal(*error);
  auto held = std::make_unique<HeldData>(HeldData{std::move(read.value().set), nullptr, numbers});
  if (!held->set) held->making = std::make_unique<digits::DigitSet>(read.value().drawing);
  draw(*held, read.value().at_once);
  held_numbers += numbers;
  val result = answer();
  put(result, "count", static_cast<double>(held->set ? held->set->count() : held->making->count()));
  put(result, "features", static_cast<double>(held->set ? held->set->features() : digits::area));
  put(result, "outputs", static_cast<double>(held->set ? held->set->outputs() : 10));
  put(result, "classes", static_cast<double>(held->set ? held->set->classes() : 10));
  const PictureSize size = held->set ? held->set->picture_size() : PictureSize{digits::side, digits::side};
  put(result, "width", static_cast<double>(size.width));
  put(result, "height", static_cast<double>(size.height));
  put(result, "handle", handles().add(std::move(held), bytes));
  return result;
}

/// Draws further digits, `count` of them rounded down; none for what is no number or below 1.
val advance_data(int handle, const val& count) {
  HeldData* held = handles().find(handle);
  if (held == nullptr) return disposed();
  constexpr double most = 1e9;
  const double wanted = count.isNumber() ? count.as<double>() : 0;
  if (wanted >= 1) draw(*held, static_cast<Index>(std::min(wanted, most)));
  val result = answer();
  put(result, "done", static_cast<double>(held->set ? held->set->count() : held->making->made()));
  put(result, "total", static_cast<double>(held->set ? held->set->count() : held->making->count()));
  return result;
}

val data_inputs(int handle, const val& first, const val& count) {
  const auto span = read_span(handle, first, count, &DataSet::features);
  if (!span.ok()) return refusal(span.error());
  return values_answer(span.value().set->inputs(span.value().first, span.value().count));
}

val data_targets(int handle, const val& first, const val& count) {
  const auto span = read_span(handle, first, count, &DataSet::outputs);
  if (!span.ok()) return refusal(span.error());
  return values_answer(span.value().set->targets(span.value().first, span.value().count));
}

val data_labels(int handle, const val& first, const val& count) {
  const auto span = read_span(handle, first, count, &DataSet::outputs);
  if (!span.ok()) return refusal(span.error());
  const std::vector<std::uint8_t>& labels = span.value().set->labels();
  if (labels.empty()) return values_answer({});
  const auto begin = labels.begin() + span.value().first;
  return values_answer({begin, begin + span.value().count});
}

val data_pictures(int handle, const val& first, const val& count) {
  const auto span = read_span(handle, first, count, &DataSet::features);
  if (!span.ok()) return refusal(span.error());
  const DataSet& set = *span.value().set;
  if (set.picture_size().width == 0) {
    return refusal({"data", "These examples are no pictures.", "Ask for their inputs."});
  }
  const std::vector<std::uint8_t> pixels = set.pixels(span.value().first, span.value().count);
  val result = answer();
  put(result, "pixels", val(emscripten::typed_memory_view(pixels.size(), pixels.data())).call<val>("slice"));
  return result;
}

void dispose_data(int handle) {
  const HeldData* held = handles().find(handle);
  if (held == nullptr) return;
  held_numbers -= held->numbers;
  handles().remove(handle);
}

}  // namespace descent::bindings
