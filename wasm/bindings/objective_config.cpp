#include <utility>

#include "bindings/config.hpp"
#include "bindings/reader.hpp"
#include "bindings/size.hpp"
#include "core/text.hpp"
#include "objective/formula.hpp"
#include "objective/registry.hpp"
#include "objective/regression.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

ObjectiveResult read_function(Reader& reader) {
  const std::string name = reader.text("name", "");
  if (!reader.ok()) return reader.error();
  const FunctionEntry* entry = find_function(name);
  if (entry == nullptr) {
    return Error{reader.path_of("name"), "There is no function of this name.", suggestion(name, names_of(functions()))};
  }
  const std::vector<double> shape = read_parameters(reader, entry->info->parameters, {"name"});
  if (!reader.ok()) return reader.error();
  return entry->make(shape.data());
}

/// Refuses inputs and targets that do not fit together; otherwise answers the number of examples.
Result<Index> count_examples(const std::vector<double>& inputs, const std::vector<double>& targets, Index features,
                             const std::string& inputs_field) {
  const auto examples = static_cast<Index>(targets.size());
  if (examples > 0 && static_cast<Index>(inputs.size()) == examples * features) return examples;
  return Error{inputs_field,
               "There are " + std::to_string(inputs.size()) + " inputs for " + std::to_string(examples) +
                   " targets with " + std::to_string(features) + " feature(s) each.",
               "Give at least one target, and for every target as many inputs as there are features."};
}

ObjectiveResult read_formula(Reader& reader) {
  reader.allow_only({"formula"});
  const std::string text = reader.text("formula", "");
  if (!reader.ok()) return reader.error();
  auto formula = Formula::read(text);
  if (formula.ok()) return std::unique_ptr<Objective<double>>(std::move(formula.value()));
  Error error = formula.error();
  error.field = reader.path_of("formula");
  return error;
}

Result<LinearExamples> examples_of_lists(Reader& reader) {
  const std::vector<double> inputs = reader.numbers("inputs");
  const std::vector<double> targets = reader.numbers("targets");
  const Index features = reader.whole("features", 1, 1, max_features);
  if (!reader.ok()) return reader.error();
  return read_examples(inputs, targets, features, reader.path_of("inputs"));
}

ObjectiveResult read_regression(Reader& outer) {
  outer.allow_only({"regression"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("regression"), outer.path_of("regression"));
  const bool held = reader.has("data");
  if (held) {
    reader.allow_only({"data", "loss"});
  } else {
    reader.allow_only({"inputs", "targets", "features", "loss", "data"});
  }
  const std::size_t loss = reader.choice("loss", {"mean_squares", "sum_squares"});
  if (!reader.ok()) return reader.error();
  auto examples = held ? read_held_examples(reader.get("data"), reader.path_of("data")) : examples_of_lists(reader);
  if (!examples.ok()) return examples.error();
  return std::unique_ptr<Objective<double>>(
      std::make_unique<Regression>(std::move(examples.value().inputs), std::move(examples.value().targets),
                                   loss == 0 ? SquaredLoss::mean_squares : SquaredLoss::sum_squares));
}

constexpr Kind own_kinds[] = {{"name", read_function}, {"formula", read_formula}, {"regression", read_regression}};

}  // namespace

Result<LinearExamples> read_examples(const std::vector<double>& inputs, const std::vector<double>& targets,
                                     Index features, const std::string& inputs_field) {
  const auto count = count_examples(inputs, targets, features, inputs_field);
  if (!count.ok()) return count.error();
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return LinearExamples{Eigen::Map<const RowMajor>(inputs.data(), count.value(), features),
                        Eigen::Map<const Vector<double>>(targets.data(), count.value())};
}

Error only_in_whole(const std::string& field) {
  return {field, "The engine was loaded for functions only, and this is not among what it then can.",
          "Load the whole one: loadEngine('whole')."};
}

Error only_networks_in_single() {
  return {"precision", "Only networks can be run in single precision.",
          "Leave it out, or choose `network`, `logistic` or `softmax`."};
}

template <typename Scalar>
ObjectiveOf<Scalar> read_objective_of(const val& options, const std::string& path) {
  Reader reader(options, path);
  if (!reader.ok()) return reader.error();
  const Kind* found = nullptr;
  std::vector<std::string> keys;
  for (const List<Kind>& kinds : {List<Kind>(own_kinds), further_kinds()}) {
    for (const Kind& kind : kinds) {
      keys.emplace_back(kind.key);
      if (!reader.has(kind.key)) continue;
      if (found != nullptr) {
        reader.refuse(kind.key, "The objective is described twice.",
                      "Give either " + alternatives({found->key, kind.key}) + ".");
        return reader.error();
      }
      found = &kind;
    }
  }
  if (found == nullptr) {
    return Error{path.empty() ? "objective" : path, "This does not say what to minimise.",
                 "Give " + alternatives(keys) + "."};
  }
  if constexpr (std::is_same_v<Scalar, double>) {
    return found->read != nullptr ? found->read(reader) : only_in_whole(reader.path_of(found->key));
  } else {
    return found->read_single != nullptr ? found->read_single(reader) : only_networks_in_single();
  }
}

template ObjectiveOf<double> read_objective_of(const val& options, const std::string& path);
template ObjectiveOf<float> read_objective_of(const val& options, const std::string& path);

ObjectiveResult read_objective(const val& options, const std::string& path) {
  return read_objective_of<double>(options, path);
}

}  // namespace descent::bindings
