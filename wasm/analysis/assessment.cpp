#include "analysis/assessment.hpp"

#include <algorithm>
#include <optional>

#include "network/network.hpp"

namespace descent {
namespace {

Index largest(const double* numbers, Index count) {
  return static_cast<Index>(std::max_element(numbers, numbers + count) - numbers);
}

bool any_negative(const AnyExamples& examples) {
  const auto negative = [](const auto& targets) {
    return std::any_of(targets.data(), targets.data() + targets.size(), [](auto target) { return target < 0; });
  };
  return examples.doubles ? negative(examples.doubles->targets) : negative(examples.floats->targets);
}

/// Tells classes from outputs, or from targets.
struct Judge {
  Index outputs;
  double threshold;

  Index operator()(const double* numbers) const {
    return outputs > 1 ? largest(numbers, outputs) : static_cast<Index>(numbers[0] > threshold);
  }
};

}  // namespace

Assessment assess(const NetworkShape& shape, const Vector<double>& parameters, const AnyExamples& examples, Index first,
                  Index count) {
  constexpr Index chunk = 64;
  const Index outputs = shape.outputs();
  const Judge judge{outputs, outputs == 1 && !any_negative(examples) ? 0.5 : 0.0};
  Network<double> network(shape, std::max<Index>(1, std::min(chunk, count)));
  std::vector<const double*> inputs(static_cast<std::size_t>(network.capacity()));
  std::vector<const double*> targets(inputs.size());
  std::optional<Marks<double>> marks;
  if (examples.pictures() != nullptr) marks.emplace(*examples.pictures());
  Assessment result;
  result.count = count;
  result.classes = std::max<Index>(2, outputs);
  result.confusion.assign(static_cast<std::size_t>(result.classes * result.classes), 0);
  for (Index done = 0; done < count; done += network.capacity()) {
    const Index size = std::min(network.capacity(), count - done);
    const Matrix<double> wanted = examples.targets(first + done, size).bottomRows(outputs);
    for (Index e = 0; e < size; ++e) {
      targets[static_cast<std::size_t>(e)] = wanted.data() + e * outputs;
    }
    if (marks) {
      network.forward(parameters.data(), marks->of(nullptr, first + done, size), size);
    } else {
      const Matrix<double> seen = examples.inputs(first + done, size);
      for (Index e = 0; e < size; ++e) inputs[static_cast<std::size_t>(e)] = seen.data() + e * seen.rows();
      network.forward(parameters.data(), inputs.data(), size);
    }
    result.loss += network.loss(targets.data(), 0);
    Matrix<double> prediction = Eigen::Map<const Matrix<double>>(network.activations(shape.depth() - 1), outputs, size);
    for (Index e = 0; e < size; ++e) {
      predict_from(shape.loss, outputs, prediction.data() + e * outputs);
      const Index is = judge(targets[static_cast<std::size_t>(e)]);
      const Index looks = judge(prediction.data() + e * outputs);
      const double* const answers = prediction.data() + e * outputs;
      result.confidence.push_back(*std::max_element(answers, answers + outputs));
      result.correct += static_cast<Index>(is == looks);
      result.confusion[static_cast<std::size_t>(is * result.classes + looks)] += 1;
      if (is == looks) continue;
      result.wrong.push_back(static_cast<double>(first + done + e));
      result.taken.push_back(static_cast<double>(looks));
    }
  }
  if (count > 0) result.loss *= loss_scale(shape.loss, outputs, count);
  return result;
}

}  // namespace descent
