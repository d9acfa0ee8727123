// Networks against trajectories from PyTorch; see tests/golden/README.md.
#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "../support.hpp"
#include "json.hpp"
#include "objective/network.hpp"
#include "run/descent.hpp"

using namespace descent;
using namespace descent::testing;

namespace {

constexpr const char* tasks[] = {"sigmoid-mse", "tanh-cross-entropy", "relu-binary", "leaky-relu-binary",
                                 "gelu-binary", "tanh-squares",       "logistic",    "softmax"};

Json read_golden(const std::string& name) {
  const std::string path = std::string(DOWNHILL_GOLDEN) + "/networks/" + name + ".json";
  std::FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE(file != nullptr);
  std::string text;
  char part[4096];
  for (std::size_t count = 1; count > 0; text.append(part, count)) count = std::fread(part, 1, sizeof part, file);
  std::fclose(file);
  const char* at = text.c_str();
  return Json::read(at);
}

template <typename Info>
Index place_of(const std::string& name, const List<Info>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (name == list[i].name) return static_cast<Index>(i);
  }
  FAIL("there is no " << name);
  return 0;
}

NetworkShape read_shape(const Json& objective) {
  const Json& network = objective["network"];
  if (network.fields.empty()) {
    const bool softmax = !objective["softmax"].fields.empty();
    const Json& model = objective[softmax ? "softmax" : "logistic"];
    const Index outputs = softmax ? static_cast<Index>(model["classes"].number) : 1;
    return {{static_cast<Index>(model["features"].number), outputs},
            Activation::linear,
            Activation::linear,
            softmax ? Loss::cross_entropy : Loss::binary_cross_entropy};
  }
  NetworkShape shape;
  for (const double size : network["layers"].numbers()) shape.sizes.push_back(static_cast<Index>(size));
  shape.hidden = static_cast<Activation>(place_of(network["activation"].text, activations()));
  shape.output = static_cast<Activation>(place_of(network["outputActivation"].text, activations()));
  shape.loss = static_cast<Loss>(place_of(network["loss"].text, losses()));
  return shape;
}

/// Examples as they stand in the file, row by row; a single number for several outputs is a class.
Examples<double> read_examples(const Json& data, const NetworkShape& shape) {
  const std::vector<double> inputs = data["inputs"].numbers();
  const std::vector<double> targets = data["targets"].numbers();
  const auto count = static_cast<Index>(inputs.size()) / shape.inputs();
  Examples<double> examples{Eigen::Map<const Matrix<double>>(inputs.data(), shape.inputs(), count),
                            Matrix<double>::Zero(shape.outputs(), count)};
  if (static_cast<Index>(targets.size()) == count * shape.outputs()) {
    examples.targets = Eigen::Map<const Matrix<double>>(targets.data(), shape.outputs(), count);
  } else {
    for (Index e = 0; e < count; ++e) {
      examples.targets(static_cast<Index>(targets[static_cast<std::size_t>(e)]), e) = 1;
    }
  }
  return examples;
}

OptimizerConfig read_rule(const Json& rule) {
  OptimizerConfig config = make_config(rule["name"].text.c_str());
  for (const auto& [name, value] : rule.fields) {
    if (name != "name") config.set(name, value.number);
  }
  return config;
}

Vector<double> to_vector(const std::vector<double>& numbers) {
  return Eigen::Map<const Vector<double>>(numbers.data(), static_cast<Index>(numbers.size()));
}

/// Largest difference from the reference, in losses and, relative to the largest, in parameters.
double distance(const Json& golden, const Json& trajectory) {
  const NetworkShape shape = read_shape(golden["objective"]);
  const Json& data = golden["objective"].fields[0].second;
  const Vector<double> start = to_vector(golden["start"].numbers());
  auto begun = Descent::begin(std::make_unique<NetworkObjective<double>>(
                                  shape, std::make_shared<const Examples<double>>(read_examples(data, shape)), start),
                              read_rule(trajectory["optimizer"]), start, {.step_limit = 100, .tolerance = 0});
  REQUIRE(begun.ok());
  begun.value()->advance(100);
  double farthest = 0;
  const std::vector<double> losses = trajectory["losses"].numbers();
  for (std::size_t k = 0; k < losses.size(); ++k) {
    const std::vector<double> numbers = trajectory["rows"].items[k].numbers();
    const Vector<double> expected = to_vector(numbers).tail(start.size());
    const auto row = begun.value()->at(static_cast<Index>(numbers[0]));
    REQUIRE(row.ok());
    const double wrong = (row.value().parameters - expected).cwiseAbs().maxCoeff() / expected.cwiseAbs().maxCoeff();
    farthest = std::max({farthest, wrong, std::abs(row.value().loss / losses[k] - 1)});
  }
  return farthest;
}

}  // namespace

TEST_CASE("networks train as in PyTorch, parameter for parameter") {
  for (const char* task : tasks) {
    const Json golden = read_golden(task);
    REQUIRE(golden["cases"].items.size() >= 3);
    for (const Json& trajectory : golden["cases"].items) {
      CAPTURE(task);
      CAPTURE(trajectory["optimizer"]["name"].text);
      REQUIRE(trajectory["losses"].items.size() == 3);
      CHECK(distance(golden, trajectory) < 1e-13);
    }
  }
}
