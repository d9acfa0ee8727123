#include "bindings/whole/text_config.hpp"

#include <utility>

#include "objective/bigram.hpp"

namespace descent::bindings {

using emscripten::val;

Result<SymbolText> read_text(const val& text, Index most, const std::string& field) {
  if (!text.isString()) {
    return Error{field, "This is not a text, or it is longer than 16,777,216 characters.",
                 "Give a string of at least two characters."};
  }
  // As UTF-16, its own form: on the way to UTF-8 half a surrogate pair would swallow its neighbour.
  auto symbols = read_symbols(text.as<std::u16string>(), most);
  if (symbols.ok()) return symbols;
  Error error = symbols.error();
  error.field = field;
  return error;
}

ObjectiveResult read_bigram(Reader& outer) {
  outer.allow_only({"bigram"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("bigram"), outer.path_of("bigram"));
  reader.allow_only({"text", "symbols"});
  const Index most = reader.whole("symbols", standard_symbols, 2, max_symbols);
  if (!reader.ok()) return reader.error();
  auto text = read_text(reader.get("text"), most, reader.path_of("text"));
  if (!text.ok()) return text.error();
  return std::unique_ptr<Objective<double>>(std::make_unique<Bigram>(std::move(text.value())));
}

}  // namespace descent::bindings
