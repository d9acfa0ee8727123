#include "analysis/gradient_cloud.hpp"

#include <cmath>
#include <utility>

#include "analysis/field.hpp"

namespace descent {

GradientCloud gradient_cloud(const Objective<double>& objective, const Vector<double>& at,
                             const BatchSettings& settings, Index count) {
  GradientCloud cloud;
  cloud.gradient.setZero(objective.dimension());
  cloud.loss = objective.value_and_gradient(at, cloud.gradient);
  Batches batches(objective.sample_count(), settings);
  Vector<double> gradient = cloud.gradient;
  double squares = 0;
  Index whole = 0;
  Index largest = 0;
  for (Index update = 0; update < count; ++update) {
    const Batches::Batch batch = batches.batch(update);
    cloud.losses.push_back(objective.batch_value_and_gradient(at, batch.examples, batch.count, gradient));
    cloud.gradients.insert(cloud.gradients.end(), gradient.data(), gradient.data() + gradient.size());
    if (batch.count < largest) continue;
    largest = batch.count;
    squares += (gradient - cloud.gradient).squaredNorm();
    ++whole;
  }
  cloud.spread = std::sqrt(squares / static_cast<double>(whole));
  mark_infinite(cloud.losses);
  mark_infinite(cloud.gradients);
  return cloud;
}

Result<double> gradient_variance(const Objective<double>& objective, const Vector<double>& at) {
  Vector<double> full = Vector<double>::Zero(objective.dimension());
  const double loss = objective.value_and_gradient(at, full);
  const Index examples = objective.sample_count();
  Vector<double> own = full;
  double squares = 0;
  double losses = 0;
  for (Index example = 0; example < examples; ++example) {
    losses += objective.batch_value_and_gradient(at, &example, 1, own);
    squares += (own - full).squaredNorm();
  }
  const auto count = static_cast<double>(examples);
  if (!std::isfinite(squares) || !std::isfinite(losses)) {
    return Error{"at", "The loss or its gradient is not finite here.", "Ask at a place within its domain."};
  }
  constexpr double rounding = 1e-6;
  if (std::abs(losses / count - loss) > rounding * std::abs(loss)) {
    return Error{"objective", "This loss adds its examples up: a batch's gradient is no guess of the whole.",
                 "Ask it of a loss that averages, such as `mean_squares`."};
  }
  return squares / count;
}

double spread_of_batches(double variance, Index size, Index examples) {
  if (size >= examples) return 0;
  const auto [all, asked] = std::pair(static_cast<double>(examples), static_cast<double>(size));
  return std::sqrt(variance / asked * (all - asked) / (all - 1));
}

}  // namespace descent
