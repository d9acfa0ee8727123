#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/eigen.hpp"
#include "core/error.hpp"

namespace descent {

struct CsvSettings {
  Index columns = 0;  ///< how many there must be; 0 accepts 1 to 64
  Index min_rows = 1;
  Index max_rows = 100000;
};

struct Table {
  Index columns = 0;
  Index rows = 0;
  std::vector<std::string> names;  ///< one per column, empty strings where there was no header
  std::vector<double> values;      ///< rows x columns, row by row
};

/// Reads a table of numbers. Separators: tab, semicolon, comma or spaces, the first of these that
/// the first line contains. Fields may stand in double quotes. Lines may end in LF, CRLF or CR; a
/// byte order mark, blank lines and remarks, which begin with `#`, are passed over; a line that begins with
/// a spreadsheet's error, such as `#N/A` or `#DIV/0!`, is none. The first line is a header when every field
/// in it reads as a name: letters come before figures, and it is no word for a missing number. Errors have field `text`
/// and the row, counting every line from 1.
Result<Table> read_csv(std::string_view text, const CsvSettings& settings);

}  // namespace descent
