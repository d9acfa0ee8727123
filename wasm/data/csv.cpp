#include "data/csv.hpp"

#include <array>
#include <utility>

#include "data/number.hpp"

namespace descent {
namespace {

constexpr Index max_columns = 64;

struct Field {
  std::string text;
  bool quoted = false;
};

bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Hands out one line after the other, whichever way they end.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (rest_.substr(0, 3) == byte_order_mark) rest_.remove_prefix(3);
  }

  /// The next line that holds something; false at the end.
  bool next(std::string_view& line) {
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
      line = rest_.substr(0, end);
      const bool pair = rest_.substr(end, 2) == "\r\n";
      rest_.remove_prefix(std::min(rest_.size(), end + (pair ? 2 : 1)));
      ++number_;
      const std::string_view content = trimmed(line);
      if (!content.empty() && content.front() != '#') return true;
    }
    return false;
  }

  /// Of the line last handed out, from 1.
  int number() const { return number_; }

 private:
  std::string_view rest_;
  int number_ = 0;
};

/// The separator of a line; a space stands for any run of blanks.
char separator_of(std::string_view line) {
  for (const char candidate : {'\t', ';', ','}) {
    bool quoted = false;
    for (const char letter : trimmed(line)) {
      if (letter == '"') quoted = !quoted;
      if (letter == candidate && !quoted) return candidate;
    }
  }
  return ' ';
}

/// Cuts a line into fields.
class Splitter {
 public:
  Splitter(std::string_view line, char separator) : line_(line), separator_(separator) {
    if (separator_ != '\t') line_ = trimmed(line_);
  }

  /// Empty when a quote is left open.
  std::vector<Field> fields() {
    std::vector<Field> result;
    do {
      skip_blanks();
      Field field;
      if (at_ < line_.size() && line_[at_] == '"') {
        if (!quoted(field)) return {};
      } else {
        const std::size_t from = at_;
        while (at_ < line_.size() && line_[at_] != separator_) ++at_;
        field.text = trimmed(line_.substr(from, at_ - from));
      }
      result.push_back(std::move(field));
    } while (next_field());
    return result;
  }

 private:
  void skip_blanks() {
    while (at_ < line_.size() && is_blank(line_[at_]) && line_[at_] != separator_) ++at_;
    while (separator_ == ' ' && at_ < line_.size() && is_blank(line_[at_])) ++at_;
  }

  bool quoted(Field& field) {
    field.quoted = true;
    for (++at_; at_ < line_.size(); ++at_) {
      if (line_[at_] != '"') {
        field.text += line_[at_];
      } else if (at_ + 1 < line_.size() && line_[at_ + 1] == '"') {
        field.text += line_[at_++];
      } else {
        ++at_;
        // What follows a closing quote belongs to the field, so that it is refused with it.
        while (at_ < line_.size() && line_[at_] != separator_) {
          if (!is_blank(line_[at_])) field.text += line_[at_];
          ++at_;
        }
        return true;
      }
    }
    return false;
  }

  bool next_field() {
    if (at_ >= line_.size()) return false;
    ++at_;
    return true;
  }

  std::string_view line_;
  char separator_;
  std::size_t at_ = 0;
};

bool is_missing_value(const std::string& text) {
  constexpr std::array<std::string_view, 8> words = {"nan", "na", "n/a", "null", "none", "inf", "infinity", "nil"};
  std::string lower = text;
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  for (const std::string_view word : words) {
    if (lower == word) return true;
  }
  return false;
}

/// A name begins with a letter of any script, or stands in quotes, and is neither a number nor a
/// word for a missing one; so a broken first row is refused rather than taken for a header.
bool is_name(const Field& field) {
  if (field.text.empty() || is_missing_value(field.text) || parse_number(field.text).ok()) return false;
  const char first = field.text.front();
  const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  const bool beyond_ascii = static_cast<unsigned char>(first) >= 0x80U && field.text.rfind("\xE2\x88\x92", 0) != 0;
  return letter || beyond_ascii || first == '_' || field.quoted;
}

bool is_header(const std::vector<Field>& fields) {
  for (const Field& field : fields) {
    if (!is_name(field)) return false;
  }
  return true;
}

/// Text for a message: short, and never cut within a letter.
std::string excerpt(const std::string& text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

Error refuse(int row, std::string message, std::string remedy) {
  return {"text", "Row " + std::to_string(row) + ": " + std::move(message), std::move(remedy), -1, row};
}

std::string count_of(Index count, const char* thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string there_are(Index count, const char* thing) {
  return (count == 1 ? "there is " : "there are ") + count_of(count, thing);
}

/// Collects rows into a table, or the first reason not to.
class TableBuilder {
 public:
  explicit TableBuilder(const CsvSettings& settings) : settings_(settings) {}

  std::optional<Error> add(const std::vector<Field>& fields, int row) {
    if (fields.empty()) return refuse(row, "a quotation mark is not closed.", "Close it on the same line.");
    const bool first = table_.columns == 0;
    if (auto wrong = check_width(static_cast<Index>(fields.size()), row, first)) return wrong;
    if (first && is_header(fields)) {
      for (const Field& field : fields) table_.names.push_back(field.text);
      return {};
    }
    if (table_.rows == settings_.max_rows) {
      return refuse(row, "there are too many rows.", "Give at most " + count_of(settings_.max_rows, "row") + ".");
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (auto wrong = add_number(fields[i], i + 1, row)) return wrong;
    }
    ++table_.rows;
    return {};
  }

  Result<Table> finish(int last_row) {
    if (table_.rows < settings_.min_rows) {
      return refuse(std::max(last_row, 1), "the text ends after " + count_of(table_.rows, "row") + " of numbers.",
                    "Give at least " + count_of(settings_.min_rows, "row") + ".");
    }
    table_.names.resize(static_cast<std::size_t>(table_.columns));
    return std::move(table_);
  }

 private:
  std::optional<Error> check_width(Index width, int row, bool first) {
    if (first) {
      const Index wanted = settings_.columns;
      if (wanted > 0 ? width != wanted : width > max_columns) {
        const Index right = wanted > 0 ? wanted : max_columns;
        return refuse(row, there_are(width, "column") + " here.",
                      (wanted > 0 ? "Give " : "Give at most ") + count_of(right, "column") +
                          ", separated by commas, semicolons, tabs or spaces.");
      }
      table_.columns = width;
    } else if (width != table_.columns) {
      return refuse(
          row, there_are(width, "column") + " here, but the rows above have " + std::to_string(table_.columns) + ".",
          "Give every row the same number of columns.");
    }
    return {};
  }

  std::optional<Error> add_number(const Field& field, std::size_t column, int row) {
    const std::string place = "column " + std::to_string(column);
    if (field.text.empty()) return refuse(row, place + " is empty.", "Write a number there, or leave the row out.");
    const auto number = parse_number(field.text);
    if (!number.ok()) {
      return refuse(row, "`" + excerpt(field.text) + "` in " + place + " is " + number.error().message + ".",
                    number.error().remedy);
    }
    table_.values.push_back(number.value());
    return {};
  }

  CsvSettings settings_;
  Table table_;
};

}  // namespace

Result<Table> read_csv(std::string_view text, const CsvSettings& settings) {
  Lines lines(text);
  TableBuilder builder(settings);
  std::string_view line;
  char separator = 0;
  while (lines.next(line)) {
    if (separator == 0) separator = separator_of(line);
    if (auto wrong = builder.add(Splitter(line, separator).fields(), lines.number())) return std::move(*wrong);
  }
  return builder.finish(lines.number());
}

}  // namespace descent
