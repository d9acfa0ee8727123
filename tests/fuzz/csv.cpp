#include <cmath>

#include "data/csv.hpp"
#include "target.hpp"

using namespace descent;

FUZZ_TARGET(csv) {
  // The first byte chooses what is asked of the table, the rest is the text.
  CsvSettings settings;
  const unsigned choice = input.empty() ? 0 : static_cast<unsigned char>(input.front());
  settings.columns = choice & 3U;
  settings.min_rows = (choice >> 2U) & 3U;
  settings.max_rows = (choice & 16U) != 0 ? 5 : 100000;
  const auto table = read_csv(input.substr(input.empty() ? 0 : 1), settings);
  if (!table.ok()) {
    MUST(!table.error().message.empty());
    MUST(!table.error().remedy.empty());
    MUST(table.error().row >= 1);
    MUST(static_cast<std::size_t>(table.error().row) <= input.size() + 1);
    return;
  }
  const Table& read = table.value();
  MUST(read.rows >= settings.min_rows);
  MUST(read.rows <= settings.max_rows);
  MUST(settings.columns == 0 || read.rows == 0 || read.columns == settings.columns);
  MUST(static_cast<Index>(read.names.size()) == read.columns);
  MUST(static_cast<Index>(read.values.size()) == read.rows * read.columns);
  for (const double value : read.values) MUST(std::isfinite(value));
}
