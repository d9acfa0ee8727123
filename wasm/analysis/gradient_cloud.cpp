#include "analysis/gradient_cloud.hpp"

#include "analysis/field.hpp"

namespace descent {

GradientCloud gradient_cloud(const Objective<double>& objective, const Vector<double>& at,
                             const BatchSettings& settings, Index count) {
  GradientCloud cloud;
  cloud.gradient.setZero(objective.dimension());
  cloud.loss = objective.value_and_gradient(at, cloud.gradient);
  Batches batches(objective.sample_count(), settings);
  Vector<double> gradient = cloud.gradient;
  for (Index update = 0; update < count; ++update) {
    const Batches::Batch batch = batches.batch(update);
    cloud.losses.push_back(objective.batch_value_and_gradient(at, batch.examples, batch.count, gradient));
    cloud.gradients.insert(cloud.gradients.end(), gradient.data(), gradient.data() + gradient.size());
  }
  mark_infinite(cloud.losses);
  mark_infinite(cloud.gradients);
  return cloud;
}

}  // namespace descent
