#include "data/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "core/utf8.hpp"
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

/// A field without the spaces of other keyboards and the unseen marks that pages leave around it.
std::string bare(std::string_view text) {
  const auto passed_over = [](std::uint32_t code) {
    return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x205F || code == 0x3000 || is_unseen(code);
  };
  while (!text.empty() && passed_over(first_character(text).code)) {
    text.remove_prefix(static_cast<std::size_t>(first_character(text).bytes));
  }
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character here = first_character(text.substr(at));
    at += static_cast<std::size_t>(here.bytes);
    if (!passed_over(here.code)) end = at;
  }
  return std::string(text.substr(0, end));
}

/// Words that programs write where they have no number, or none that is one.
bool is_missing_value(std::string_view text) {
  constexpr std::array<std::string_view, 13> words = {"nan",      "na",  "n/a",     "n.a.", "null",  "none", "inf",
                                                      "infinity", "nil", "missing", "true", "false", "#n/a"};
  std::string lower = lower_case(text);
  if (lower.size() > 1 && (lower.front() == '-' || lower.front() == '+')) lower.erase(0, 1);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// A spreadsheet's word for what has no value, such as #N/A, #DIV/0! or #NV: a word in capitals right behind
/// the sign, of any language. `alone` says that no separator follows it on its line; then only what ends in a
/// mark, has a slash within, or is one of the few known words with neither, is taken for one.
bool is_error_value(std::string_view text, bool alone) {
  if (text.substr(0, 1) != "#") return false;
  const std::string_view word = text.substr(1);
  if (is_missing_value(word)) return true;
  if (word.empty() || !(is_letter(first_character(word).code) || first_character(word).code >= 0x80)) return false;
  const bool in_capitals =
      std::none_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_blank(c); });
  const bool marked = word.back() == '!' || word.back() == '?' || word.find('/') != std::string_view::npos ||
                      word == "NV" || word == "YOK" || word == "GETTING_DATA";
  return in_capitals && (marked || !alone);
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
      if (const std::string_view content = trimmed(line); !content.empty() && !is_remark(content)) return true;
    }
    return false;
  }

  /// Of the line last handed out, from 1.
  int number() const { return number_; }

 private:
  static bool is_remark(std::string_view content) {
    if (content.front() != '#') return false;
    const std::string_view first = content.substr(0, content.find_first_of(",;\t"));
    const bool alone = first.size() == content.size();
    // Where blanks separate, a line of several words may be either; a marked word tells.
    return !is_error_value(trimmed(first.substr(0, alone ? first.find(' ') : first.size())), alone);
  }

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
      field.text = bare(field.text);
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

/// A name begins with a letter of any script, or in quotes with signs before one, and is no word for a missing
/// number. What has a figure first may be a number that was not understood, such as `1,024`, `–1` or `$5`; so a
/// broken first row is refused rather than taken for a header.
bool is_name(const Field& field) {
  if (is_missing_value(field.text) || is_error_value(field.text, false)) return false;
  std::string_view text = field.text;
  const auto first = [&] { return first_character(text).code; };
  // A degree sign or the like may stand before a name; figures may not.
  const auto is_sign = [&](std::uint32_t code) { return field.quoted ? code < '0' || code > '9' : code == 0xB0; };
  while (!text.empty() && !is_letter(first()) && first() != '_' && is_sign(first())) {
    if (first() >= 0x80 && first() != 0xB0) return false;
    text.remove_prefix(static_cast<std::size_t>(first_character(text).bytes));
  }
  return !text.empty() && (is_letter(first()) || first() == '_');
}

bool is_header(const std::vector<Field>& fields) {
  for (const Field& field : fields) {
    if (!is_name(field)) return false;
  }
  return true;
}

/// Text for a message: short, never cut within a letter, and nothing in it that does not show.
std::string excerpt(const std::string& text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return printable(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return printable(text.substr(0, end)) + "...";
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
    if (!number.ok() && column == 1 && is_error_value(field.text, false)) {
      return refuse(row, "`" + excerpt(field.text) + "` in " + place + " is " + number.error().message + ".",
                    number.error().remedy + " Put a blank behind the `#` of a remark.");
    }
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
