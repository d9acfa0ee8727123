#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "analysis/symbol_table.hpp"
#include "bindings/convert.hpp"
#include "bindings/reader.hpp"
#include "bindings/whole/calls.hpp"
#include "bindings/whole/text_config.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// Highest temperature that is taken.
constexpr double hottest = 1e6;

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

/// Different symbols, handed over as one text.
Result<std::vector<char32_t>> read_alphabet(const val& symbols) {
  constexpr std::size_t most_units = 2 * static_cast<std::size_t>(max_symbols);
  const auto units = symbols.isString() ? symbols.as<std::u16string>() : std::u16string();
  auto codes = code_points(std::u16string_view(units).substr(0, most_units + 1));
  bool right = codes.ok() && !codes.value().empty() && codes.value().size() <= max_symbols;
  for (std::size_t i = 0; right && i < codes.value().size(); ++i) {
    const auto place = codes.value().begin() + static_cast<std::ptrdiff_t>(i);
    right = std::find(codes.value().begin(), place, *place) == place;
  }
  if (right) return codes;
  return Error{"symbols", "These are not up to 256 different characters.",
               "Give the symbols that bigram() answered: one character each, none twice."};
}

/// The number of the symbol that a text is to begin with; -1 where nothing is said.
Index read_first(Reader& reader, const std::vector<char32_t>& alphabet) {
  if (!reader.ok() || !reader.has("first")) return -1;
  const val first = reader.get("first");
  const auto codes = code_points(first.isString() ? first.as<std::u16string>() : std::u16string());
  if (codes.ok() && codes.value().size() == 1) {
    const auto found = std::find(alphabet.begin(), alphabet.end(), codes.value()[0]);
    if (found != alphabet.end()) return found - alphabet.begin();
  }
  reader.refuse("first", "This is not one of the symbols.", "Give one of `symbols`, or leave it out.");
  return -1;
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
  for (const char32_t code : read.value().alphabet) push(symbols, val(to_text({code})));
  val result = answer();
  put(result, "symbols", symbols);
  put(result, "counts", to_js(counts));
  put(result, "pairs", static_cast<double>(read.value().pairs()));
  put(result, "entropy", entropy);
  put(result, "perplexity", std::exp(entropy));
  return result;
}

val softmax(const val& logits, const val& options) {
  const auto numbers = read_numbers(logits, "logits");
  if (!numbers.ok()) return refusal(numbers.error());
  const auto count = static_cast<Index>(numbers.value().size());
  Reader reader(options, "");
  reader.allow_only({"columns", "temperature"});
  const Index columns = reader.whole("columns", std::max<Index>(1, count), 1, 1 << 24);
  const double temperature = reader.number("temperature", 1, 0, hottest);
  if (count % columns != 0) {
    reader.refuse("columns", "The last row is not complete.", "Give a divisor of " + std::to_string(count) + ".");
  }
  if (!reader.ok()) return refusal(reader.error());
  const Eigen::Map<const Vector<double>> rows(numbers.value().data(), count);
  val result = answer();
  put(result, "values", to_js(softmax_rows(rows, columns, temperature)));
  return result;
}

val sample_text(const val& options, const val& length) {
  Reader reader(options, "");
  reader.allow_only({"symbols", "parameters", "seed", "first", "temperature"});
  if (!reader.ok()) return refusal(reader.error());
  const auto alphabet = read_alphabet(reader.get("symbols"));
  if (!alphabet.ok()) return refusal(alphabet.error());
  const auto count = static_cast<Index>(alphabet.value().size());
  const auto logits = read_point(reader.get("parameters"), "parameters", count * count);
  if (!logits.ok()) return refusal(logits.error());

  const auto wanted = length.isUndefined() ? Result<Index>(100) : read_whole(length, "length", 1, 1000000);
  if (!wanted.ok()) return refusal(wanted.error());

  Sampling sampling{};
  sampling.length = wanted.value();
  sampling.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, 2147483647));
  sampling.temperature = reader.number("temperature", 1, 0, hottest);
  sampling.first = read_first(reader, alphabet.value());
  if (!reader.ok()) return refusal(reader.error());

  std::vector<char32_t> text;
  for (const Index symbol : sample_symbols(logits.value(), count, sampling)) {
    text.push_back(alphabet.value()[static_cast<std::size_t>(symbol)]);
  }
  val result = answer();
  put(result, "text", to_text(text));
  return result;
}

}  // namespace descent::bindings
