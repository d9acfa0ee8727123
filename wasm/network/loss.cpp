#include "network/loss.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"

namespace descent {

List<LossInfo> losses() {
  static constexpr LossInfo list[] = {
      {"mse", "mean squared error", R"(\frac{1}{n\,m} \sum_{e,i} (a_{ei} - y_{ei})^2)", false, "Gauss 1809"},
      {"squared_error", "squared error", R"(\frac{1}{n} \sum_{e,i} (a_{ei} - y_{ei})^2)", false, "Gauss 1809"},
      {"cross_entropy", "cross-entropy", R"(-\frac{1}{n} \sum_{e,i} y_{ei} \log \mathrm{softmax}(z_e)_i)", true,
       "Bridle 1990"},
      {"binary_cross_entropy", "binary cross-entropy",
       R"(-\frac{1}{n\,m} \sum_{e,i} y_{ei} \log \sigma(z_{ei}) + (1 - y_{ei}) \log(1 - \sigma(z_{ei})))", true,
       "Cox 1958"},
  };
  return list;
}

double loss_scale(Loss loss, Index outputs, Index examples) {
  const bool mean_over_outputs = loss == Loss::mse || loss == Loss::binary_cross_entropy;
  return 1.0 / static_cast<double>(mean_over_outputs ? outputs * examples : examples);
}

namespace {

template <typename Scalar>
double squares(Index outputs, const Scalar* output, const Scalar* target, Scalar scale, Scalar* derivative) {
  double sum = 0;
  const Scalar twice = Scalar(2) * scale;
  for (Index i = 0; i < outputs; ++i) {
    const Scalar residual = output[i] - target[i];
    if (derivative != nullptr) derivative[i] = twice * residual;
    sum += static_cast<double>(residual) * static_cast<double>(residual);
  }
  return sum;
}

/// Calls `use(i, e^(z[i] - shift))` for each i below `count`, in ascending order. The exponentials of a SIMD register
/// are computed together.
template <typename Scalar, typename Use>
void for_exponentials(Index count, const Scalar* z, Scalar shift, const Use& use) {
  constexpr Index together = 16 / sizeof(Scalar);
  for (Index first = 0; first < count; first += together) {
    const Index size = std::min(together, count - first);
    Scalar powers[together] = {};
    for (Index i = 0; i < size; ++i) powers[i] = z[first + i] - shift;
    // All of them: what lies beyond `size` is never used.
    for (Scalar& power : powers) power = elementary::exp(power);
    for (Index i = 0; i < size; ++i) use(first + i, powers[i]);
  }
}

/// log(sum of e^z), shifted by the largest so that nothing overflows.
template <typename Scalar>
Scalar log_sum_exp(Index outputs, const Scalar* z) {
  Scalar largest = z[0];
  for (Index i = 1; i < outputs; ++i) largest = largest < z[i] ? z[i] : largest;
  Scalar sum = 0;
  for_exponentials(outputs, z, largest, [&sum](Index /*i*/, Scalar power) { sum += power; });
  return largest + std::log(sum);
}

template <typename Scalar>
double softmax_surprise(Index outputs, const Scalar* z, const Scalar* target, Scalar scale, Scalar* derivative) {
  const Scalar normaliser = log_sum_exp(outputs, z);
  double surprise = 0;
  Scalar mass = 0;
  for (Index i = 0; i < outputs; ++i) {
    surprise += static_cast<double>(target[i]) * static_cast<double>(normaliser - z[i]);
    mass += target[i];
  }
  if (derivative == nullptr) return surprise;
  for_exponentials(outputs, z, normaliser,
                   [=](Index i, Scalar probability) { derivative[i] = scale * (mass * probability - target[i]); });
  return surprise;
}

template <typename Scalar>
double logistic_surprise(Index outputs, const Scalar* z, const Scalar* target, Scalar scale, Scalar* derivative) {
  double surprise = 0;
  for (Index i = 0; i < outputs; ++i) {
    const Scalar size = std::abs(z[i]);
    const Scalar above = z[i] < Scalar(0) ? Scalar(0) : z[i];
    surprise += static_cast<double>(above - z[i] * target[i] + std::log1p(elementary::exp(-size)));
    if (derivative != nullptr) derivative[i] = scale * (elementary::sigmoid(z[i]) - target[i]);
  }
  return surprise;
}

}  // namespace

template <typename Scalar>
double example_loss(Loss loss, Index outputs, const Scalar* output, const Scalar* target, Scalar scale,
                    Scalar* derivative) {
  switch (loss) {
    case Loss::cross_entropy:
      return softmax_surprise(outputs, output, target, scale, derivative);
    case Loss::binary_cross_entropy:
      return logistic_surprise(outputs, output, target, scale, derivative);
    case Loss::mse:
    case Loss::squared_error:
      break;
  }
  return squares(outputs, output, target, scale, derivative);
}

template <typename Scalar>
void predict_from(Loss loss, Index outputs, Scalar* output) {
  if (loss == Loss::binary_cross_entropy) {
    for (Index i = 0; i < outputs; ++i) output[i] = elementary::sigmoid(output[i]);
  } else if (loss == Loss::cross_entropy) {
    const Scalar normaliser = log_sum_exp(outputs, output);
    for_exponentials(outputs, output, normaliser, [output](Index i, Scalar probability) { output[i] = probability; });
  }
}

template double example_loss<float>(Loss, Index, const float*, const float*, float, float*);
template double example_loss<double>(Loss, Index, const double*, const double*, double, double*);
template void predict_from<float>(Loss, Index, float*);
template void predict_from<double>(Loss, Index, double*);

}  // namespace descent
