#include "bindings/calls.hpp"
#include "bindings/convert.hpp"
#include "expression/derivative.hpp"
#include "expression/parser.hpp"
#include "expression/tape.hpp"
#include "expression/tex.hpp"

namespace descent::bindings {

using emscripten::val;

val parse_formula(const val& text) {
  if (!text.isString()) return refusal({"formula", "This is not a text.", "Give a string, such as 'x^2 + 5'."});
  const auto tree = expression::parse(text.as<std::string>());
  if (!tree.ok()) return refusal(tree.error());
  const auto tape = expression::Tape::compile(tree.value());
  if (!tape.ok()) return refusal(tape.error());
  const expression::Gradient gradient = expression::differentiate(tree.value());
  std::vector<std::string> slopes;
  for (std::size_t i = 0; i < tree.value().variables.size(); ++i) {
    slopes.push_back(expression::to_tex(gradient.tree(i, tree.value())));
  }
  val result = answer();
  put(result, "dimension", tape.value().dimension());
  put(result, "variables", to_js(tree.value().variables));
  put(result, "tex", expression::to_tex(tree.value()));
  put(result, "gradientTex", to_js(slopes));
  return result;
}

}  // namespace descent::bindings
