#include "bindings/size.hpp"

#include "bindings/convert.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

constexpr Kind kinds[] = {
    {"bigram", nullptr}, {"noisy", nullptr}, {"network", nullptr}, {"logistic", nullptr}, {"softmax", nullptr}};

}  // namespace

List<Kind> further_kinds() { return kinds; }

Result<LinearExamples> read_held_examples(const val& /*option*/, const std::string& field) {
  return only_in_whole(field);
}

val create_single_run(const val& options) {
  const auto config = read_run_of<double>(options);
  return refusal(config.ok() ? only_networks_in_single() : config.error());
}

val describe(const NetworkShape* /*network*/) { return val::null(); }

}  // namespace descent::bindings
