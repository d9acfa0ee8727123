#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "analysis/symbol_table.hpp"
#include "bindings/calls.hpp"
#include "bindings/convert.hpp"
#include "bindings/reader.hpp"
#include "bindings/text_config.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

val to_text(const std::vector<char32_t>& codes) {
  std::u16string text;
  for (const char32_t code : codes) {
    if (code < 0x10000U) {
      text += static_cast<char16_t>(code);
    } else {
      text += static_cast<char16_t>(0xD800U + ((code - 0x10000U) >> 10U));
      text += static_cast<char16_t>(0xDC00U + (code & 0x3FFU));
    }
  }
  return val(text);
}

/// A list of different symbols, handed over as one text.
Result<std::vector<char32_t>> read_alphabet(const val& symbols, const std::string& field) {
  const Error wrong{field, "These are not up to 256 different characters.",
                    "Give the symbols that bigram() answered: one character each, none twice."};
  if (!symbols.isString()) return wrong;
  const auto units = symbols.as<std::u16string>();
  std::vector<char32_t> codes;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t code = units[i];
    if (code >= 0xD800 && code < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000) {
      code = 0x10000U + ((code - 0xD800U) << 10U) + (units[++i] - 0xDC00U);
    }
    const bool twice = std::find(codes.begin(), codes.end(), code) != codes.end();
    if (twice || codes.size() == max_symbols) return wrong;
    codes.push_back(code);
  }
  if (codes.empty()) return wrong;
  return codes;
}

Result<Vector<double>> read_logits(const val& list, const std::string& field, Index columns) {
  const auto numbers = read_numbers(list, field);
  if (!numbers.ok()) return numbers.error();
  const auto count = static_cast<Index>(numbers.value().size());
  if (count % columns != 0) {
    return Error{field, "The last row is not complete.",
                 "Give " + std::to_string(columns) + " numbers for every row."};
  }
  return Vector<double>(Eigen::Map<const Vector<double>>(numbers.value().data(), count));
}

}  // namespace

val bigram(const val& text, const val& options) {
  Reader reader(options, "");
  reader.allow_only({"symbols"});
  const Index most = reader.whole("symbols", standard_symbols, 2, max_symbols);
  if (!reader.ok()) return refusal(reader.error());
  const auto read = read_text(text, most, "text");
  if (!read.ok()) return refusal(read.error());
  const Vector<double> counts = count_pairs(read.value());
  const double entropy = counted_entropy(counts, read.value().symbols());
  val symbols = val::array();
  for (const char32_t code : read.value().alphabet) symbols.call<void>("push", to_text({code}));
  val result = answer();
  result.set("symbols", symbols);
  result.set("counts", to_js(counts));
  result.set("pairs", static_cast<double>(read.value().pairs()));
  result.set("entropy", entropy);
  result.set("perplexity", std::exp(entropy));
  return result;
}

val softmax(const val& logits, const val& columns, const val& temperature) {
  const auto width = read_whole(columns, "columns", 1, 1 << 24);
  if (!width.ok()) return refusal(width.error());
  const auto numbers = read_logits(logits, "logits", width.value());
  if (!numbers.ok()) return refusal(numbers.error());
  const auto heat = read_temperature(temperature);
  if (!heat.ok()) return refusal(heat.error());
  val result = answer();
  result.set("values", to_js(softmax_rows(numbers.value(), width.value(), heat.value())));
  return result;
}

val sample_text(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"symbols", "parameters", "length", "seed", "first", "temperature"});
  if (!reader.ok()) return refusal(reader.error());
  const auto alphabet = read_alphabet(reader.get("symbols"), "symbols");
  if (!alphabet.ok()) return refusal(alphabet.error());
  const auto count = static_cast<Index>(alphabet.value().size());
  const auto logits = read_point(reader.get("parameters"), "parameters", count * count);
  if (!logits.ok()) return refusal(logits.error());

  Sampling sampling{};
  sampling.length = reader.whole("length", 100, 1, 1000000);
  sampling.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, 4294967295));
  sampling.temperature = reader.number("temperature", 1, 0, 1e6);
  if (reader.has("first")) {
    const auto first = read_alphabet(reader.get("first"), "first");
    const auto found = first.ok() ? std::find(alphabet.value().begin(), alphabet.value().end(), first.value()[0])
                                  : alphabet.value().end();
    if (found == alphabet.value().end() || first.value().size() != 1) {
      reader.refuse("first", "This is not one of the symbols.", "Give one of `symbols`, or leave it out.");
    } else {
      sampling.first = found - alphabet.value().begin();
    }
  }
  if (!reader.ok()) return refusal(reader.error());

  std::vector<char32_t> text;
  for (const Index symbol : sample_symbols(logits.value(), count, sampling)) {
    text.push_back(alphabet.value()[static_cast<std::size_t>(symbol)]);
  }
  val result = answer();
  result.set("text", to_text(text));
  return result;
}

}  // namespace descent::bindings
