#include "bindings/whole/data_config.hpp"

#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bindings/reader.hpp"
#include "core/text.hpp"
#include "data/idx.hpp"
#include "data/registry.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

using DataRequestResult = Result<DataRequest>;

constexpr Index most_digits = 60000;
constexpr Index most_features = 65536;
constexpr Index largest_seed = 2147483647;

DataRequestResult read_digits(Reader& outer) {
  outer.allow_only({"digits"});
  if (!outer.ok()) return outer.error();
  Reader reader(outer.get("digits"), "digits");
  reader.allow_only({"count", "seed", "first", "looseness", "atOnce"});
  DataRequest request;
  request.drawing.count = reader.whole("count", request.drawing.count, 1, most_digits);
  request.drawing.seed = static_cast<std::uint64_t>(reader.whole("seed", 1, 0, largest_seed));
  request.drawing.first = static_cast<std::uint64_t>(reader.whole("first", 0, 0, 1000000000));
  request.drawing.hand.looseness = reader.number("looseness", request.drawing.hand.looseness, 0, 2);
  request.at_once = reader.whole("atOnce", request.at_once, 0, digits_at_once);
  if (!reader.ok()) return reader.error();
  return request;
}

DataRequestResult read_set(Reader& reader) {
  const std::string name = reader.text("set", "");
  if (!reader.ok()) return reader.error();
  const GeneratorEntry* entry = find_generator(name);
  if (entry == nullptr) {
    return Error{"set", "There is no data set of this name.", suggestion(name, names_of(generators()))};
  }
  std::vector<std::string_view> names = {"set"};
  std::vector<double> values;
  for (const List<Parameter>& parameters : {common_parameters(), entry->info->parameters}) {
    for (const Parameter& parameter : parameters) {
      names.emplace_back(parameter.name);
      values.push_back(read_parameter(reader, parameter));
    }
  }
  reader.allow_only(names);
  if (!reader.ok()) return reader.error();
  const double* shape = values.data() + common_parameters().size();
  const auto count = static_cast<Index>(values[0]);
  return DataRequest{generate(*entry, shape, count, static_cast<std::uint64_t>(values[1])), {}};
}

/// Labels out of a list of class numbers.
Result<std::vector<std::uint8_t>> read_labels(const std::vector<double>& targets, Index classes) {
  std::vector<std::uint8_t> labels;
  for (const double target : targets) {
    if (target >= 0 && target < static_cast<double>(classes) && target == std::floor(target)) {
      labels.push_back(static_cast<std::uint8_t>(target));
      continue;
    }
    return Error{"targets",
                 "Entry " + std::to_string(labels.size()) + " (counting from 0) is " + text_of(target) +
                     ", which is none of the " + std::to_string(classes) + " classes.",
                 "Give whole numbers from 0 to " + std::to_string(classes - 1) + "."};
  }
  return labels;
}

DataRequestResult read_lists(Reader& reader) {
  reader.allow_only({"inputs", "targets", "features", "outputs", "classes"});
  const std::vector<double> inputs = reader.numbers("inputs");
  const std::vector<double> targets = reader.numbers("targets");
  const Index features = reader.whole("features", 1, 1, most_features);
  const Index classes = reader.whole("classes", 0, 2, max_classes);
  const Index outputs = reader.whole("outputs", 1, 1, most_features);
  if (classes > 0 && reader.has("outputs")) {
    reader.refuse("outputs", "With classes, every example has one output for each of them.", "Leave this out.");
  }
  if (!reader.ok()) return reader.error();
  const Index count = static_cast<Index>(targets.size()) / outputs;
  if (count < 1 || static_cast<Index>(targets.size()) != count * outputs) {
    return Error{"targets", "There are " + std::to_string(targets.size()) + " targets.",
                 "Give " + std::to_string(outputs) + " for every example, and at least one example."};
  }
  // In floating point, because an Index of WebAssembly has 32 bits.
  const double wanted_inputs = static_cast<double>(count) * static_cast<double>(features);
  if (static_cast<double>(inputs.size()) != wanted_inputs) {
    return Error{"inputs",
                 "There are " + std::to_string(inputs.size()) + " inputs for " + std::to_string(count) +
                     " examples with " + std::to_string(features) + " feature(s) each.",
                 "Give " + text_of(wanted_inputs) + ": the features of the first example, then of the next."};
  }
  const double numbers = static_cast<double>(count) * static_cast<double>(features + std::max(outputs, classes));
  if (numbers > max_data_numbers) {
    return Error{"inputs", "These are more than 50 million numbers.", "Give fewer examples."};
  }
  Matrix<double> matrix = Eigen::Map<const Matrix<double>>(inputs.data(), features, count);
  if (classes == 0) {
    Matrix<double> wanted = Eigen::Map<const Matrix<double>>(targets.data(), outputs, count);
    return DataRequest{std::make_shared<const DataSet>(descent::Examples<double>{std::move(matrix), std::move(wanted)}),
                       {}};
  }
  auto labels = read_labels(targets, classes);
  if (!labels.ok()) return labels.error();
  return DataRequest{std::make_shared<const DataSet>(std::move(matrix), std::move(labels.value()), classes), {}};
}

/// A file that stays where JavaScript has it.
class BytesOutside final : public ByteSource {
 public:
  explicit BytesOutside(const val& bytes) : bytes_(bytes), size_(bytes["length"].as<unsigned>()) {}
  std::size_t size() const override { return size_; }
  void read(std::size_t from, std::span<std::uint8_t> into) const override {
    const val piece = bytes_.call<val>("subarray", from, from + into.size());
    val(emscripten::typed_memory_view(into.size(), into.data())).call<void>("set", piece);
  }

 private:
  val bytes_;
  std::size_t size_;
};

DataRequestResult read_files(Reader& reader) {
  reader.allow_only({"images", "labels", "limit", "classes"});
  PictureSettings settings;
  settings.limit = reader.whole("limit", 0, 1, 2147483647);
  settings.classes = reader.whole("classes", settings.classes, 2, max_classes);
  if (!reader.ok()) return reader.error();
  const val images = reader.get("images");
  if (auto wrong = no_bytes(images, "images")) return *wrong;
  std::vector<std::uint8_t> label_bytes;
  if (reader.has("labels")) {
    auto labels = read_bytes(reader.get("labels"), "labels");
    if (!labels.ok()) return labels.error();
    label_bytes = std::move(labels.value());
    if (label_bytes.empty()) return Error{"labels", "This file is empty.", "Give the labels, or leave them out."};
  }
  auto pictures = read_pictures(BytesOutside(images), label_bytes, settings);
  if (!pictures.ok()) return pictures.error();
  return DataRequest{std::move(pictures.value()), {}};
}

/// Ways to say which data: the option that marks each, and what reads it.
struct Kind {
  const char* key;
  DataRequestResult (*read)(Reader&);
};
constexpr Kind kinds[] = {{"set", read_set}, {"digits", read_digits}, {"images", read_files}, {"inputs", read_lists}};

}  // namespace

DataRequestResult read_data(const val& options) {
  Reader reader(options, "");
  if (!reader.ok()) return reader.error();
  const Kind* found = nullptr;
  std::vector<std::string> keys;
  for (const Kind& kind : kinds) {
    keys.emplace_back(kind.key);
    if (!reader.has(kind.key)) continue;
    if (found != nullptr) {
      return Error{kind.key, "The data is described twice.",
                   "Give either " + alternatives({found->key, kind.key}) + "."};
    }
    found = &kind;
  }
  if (found != nullptr) return found->read(reader);
  return Error{"options", "This does not say which data.", "Give " + alternatives(keys) + "."};
}

}  // namespace descent::bindings
