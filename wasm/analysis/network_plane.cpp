#include "analysis/network_plane.hpp"

#include "network/lesson.hpp"
#include "network/network.hpp"

namespace descent {

namespace {

/// `at`, and two directions.
using Span = std::array<const double*, 3>;

/// result[i] = at[i] + x right[i] + y up[i] for `count` numbers from `first` on.
void combine(const Span& numbers, double x, double y, Index first, Index count, double* result) {
  for (Index i = first; i < first + count; ++i) *result++ = numbers[0][i] + x * numbers[1][i] + y * numbers[2][i];
}

class NetworkPlane final : public PlaneLoss {
 public:
  NetworkPlane(const NetworkShape& shape, AnyExamples examples, const Vector<double>& at,
               const std::array<Vector<double>, 2>& directions)
      : lesson_(shape, std::move(examples)),
        places_{at, directions[0], directions[1]},
        network_(shape, lesson_.capacity()),
        point_(at),
        sums_(shape.out(0) * lesson_.capacity()) {
    for (std::size_t k = 0; k < 3; ++k) first_sums_[k] = lesson_.first_sums(places_[k]);
  }

  double value(double x, double y) override {
    const NetworkShape& shape = lesson_.shape();
    const Index out = shape.out(0);
    // Of the first layer's parameters nothing is read.
    const Index later = out * (shape.in(0) + 1);
    combine({places_[0].data(), places_[1].data(), places_[2].data()}, x, y, later, point_.size() - later,
            point_.data() + later);
    const Span sums = {first_sums_[0].data(), first_sums_[1].data(), first_sums_[2].data()};
    double sum = 0;
    for (Index first = 0; first < lesson_.count(); first += Lesson::chunk) {
      const Index size = lesson_.size(first);
      combine(sums, x, y, first * out, size * out, sums_.data());
      network_.forward_from(point_.data(), sums_.data(), size);
      sum += network_.loss(lesson_.targets(first), 0);
    }
    return lesson_.scale() * sum;
  }

 private:
  Lesson lesson_;
  std::array<Vector<double>, 3> places_;  ///< `at` and both directions
  std::array<Matrix<double>, 3> first_sums_;
  Network<double> network_;
  Vector<double> point_;
  Vector<double> sums_;
};

}  // namespace

std::unique_ptr<PlaneLoss> losses_on(const Objective<double>& objective, const Vector<double>& at,
                                     const std::array<Vector<double>, 2>& directions) {
  const NetworkShape* shape = objective.network();
  constexpr double most_sums = (1 << 23) / 3.0;
  if (shape == nullptr ||
      static_cast<double>(shape->out(0)) * static_cast<double>(objective.sample_count()) > most_sums) {
    return plain_losses(objective, at, directions);
  }
  return std::make_unique<NetworkPlane>(*shape, objective.examples(), at, directions);
}

}  // namespace descent
