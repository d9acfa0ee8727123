#include "analysis/least_squares.hpp"
#include "bindings/calls.hpp"
#include "bindings/config.hpp"
#include "bindings/convert.hpp"
#include "bindings/reader.hpp"

namespace descent::bindings {

using emscripten::val;

val least_squares(const val& inputs, const val& targets, const val& features) {
  const auto wanted = read_whole(features, "features", 1, max_features);
  if (!wanted.ok()) return refusal(wanted.error());
  const auto input_list = read_numbers(inputs, "inputs");
  if (!input_list.ok()) return refusal(input_list.error());
  const auto target_list = read_numbers(targets, "targets");
  if (!target_list.ok()) return refusal(target_list.error());
  const auto examples = read_examples(input_list.value(), target_list.value(), wanted.value(), "inputs");
  if (!examples.ok()) return refusal(examples.error());
  const auto fit = descent::least_squares(examples.value().inputs, examples.value().targets);
  if (!fit.ok()) return refusal(fit.error());
  val result = answer();
  put(result, "parameters", to_js(fit.value().parameters));
  put(result, "sumOfSquares", fit.value().sum_of_squares);
  put(result, "meanOfSquares", fit.value().mean_of_squares);
  return result;
}

}  // namespace descent::bindings
