#include "bindings/convert.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "data/csv.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

Result<CsvSettings> read_csv_settings(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"columns", "minRows", "maxRows"});
  CsvSettings settings;
  settings.columns = reader.whole("columns", settings.columns, 0, 64);
  settings.min_rows = reader.whole("minRows", settings.min_rows, 0, 1000000);
  settings.max_rows = reader.whole("maxRows", settings.max_rows, 1, 1000000);
  if (settings.max_rows < settings.min_rows) {
    reader.refuse("maxRows", "This is less than minRows.", "Allow at least as many rows as are wanted.");
  }
  if (!reader.ok()) return reader.error();
  return settings;
}

}  // namespace

val read_csv(const val& text, const val& options) {
  if (!text.isString()) {
    return refusal({"text", "This is not a text, or it is longer than 16,777,216 characters.", "Give a string."});
  }
  const auto settings = read_csv_settings(options);
  if (!settings.ok()) return refusal(settings.error());
  const auto table = descent::read_csv(text.as<std::string>(), settings.value());
  if (!table.ok()) return refusal(table.error());
  val result = answer();
  put(result, "columns", static_cast<double>(table.value().columns));
  put(result, "rows", static_cast<double>(table.value().rows));
  put(result, "names", to_js(table.value().names));
  put(result, "values", to_js(table.value().values));
  return result;
}

}  // namespace descent::bindings
