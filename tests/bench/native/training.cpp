// The native rival of the engine in the browser: the same C++, compiled for 128-bit SIMD, trains the same
// networks through the same classes. Trains each for as many seconds as the command line says, and prints
// one line of JSON: samples per second, and the core's peak in floating-point operations per second.
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "clock.hpp"
#include "core/random.hpp"
#include "network/initial.hpp"
#include "objective/network.hpp"
#include "peak.hpp"
#include "run/descent.hpp"

namespace descent::bench {
namespace {

struct Task {
  NetworkShape shape;
  Index batch;
  Index examples;
  Index updates;  ///< per call, about a millisecond
};

/// Most updates of a run, as in the browser.
constexpr Index most_updates = 1000000;

std::unique_ptr<BasicDescent<float>> begin(const Task& task) {
  auto examples = std::make_shared<Examples<float>>();
  Random random(1);
  examples->inputs.resize(task.shape.inputs(), task.examples);
  examples->targets.resize(task.shape.outputs(), task.examples);
  for (float& x : examples->inputs.reshaped()) x = static_cast<float>(random.uniform());
  for (float& y : examples->targets.reshaped()) y = random.uniform() > 0.5 ? 0.9F : 0.1F;
  const Vector<float> start = initial_parameters(task.shape, Initial::glorot, 1).cast<float>();
  RunSettings settings;
  settings.step_limit = most_updates;
  settings.batch = {task.batch, false, 1};
  const OptimizerConfig optimizer{find_optimizer("gradient_descent"), {0.1}};
  auto run = BasicDescent<float>::begin(std::make_unique<NetworkObjective<float>>(task.shape, examples, start),
                                        optimizer, start, settings);
  return std::move(run.value());
}

double samples_per_second(const Task& task, double seconds) {
  const auto run = begin(task);
  const auto train = [&] { run->advance(task.updates); };
  rate(seconds / 4, train);  // warms up
  return static_cast<double>(task.batch * task.updates) * rate(seconds, train);
}

}  // namespace
}  // namespace descent::bench

int main(int count, char** words) {
  using namespace descent;
  using namespace descent::bench;
  const double seconds = count > 1 ? std::atof(words[1]) : 0.1;
  const auto sigmoid = Activation::sigmoid;
  const auto tanh = Activation::tanh;
  const Task digits{{{784, 16, 16, 10}, sigmoid, sigmoid, Loss::squared_error}, 32, 2048, 16};
  const Task small{{{2, 4, 2, 1}, tanh, tanh, Loss::squared_error}, 10, 1000, 1000};
  const double peak_rate = peak(seconds / 4);
  std::printf("{\"peak\": %.0f, \"digits\": %.0f, \"small\": %.0f}\n", peak_rate, samples_per_second(digits, seconds),
              samples_per_second(small, seconds));
}
