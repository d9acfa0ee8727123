#include "network/lesson.hpp"

#include <utility>

#include "network/products.hpp"

namespace descent {

Lesson::Lesson(const NetworkShape& shape, AnyExamples examples)
    : shape_(shape),
      examples_(std::move(examples)),
      targets_(examples_.targets(0, examples_.count())),
      input_columns_(static_cast<std::size_t>(chunk)),
      target_columns_(input_columns_) {}

/// A pointer to each column from `first` on, as many as there is room for.
static const double* const* point(std::vector<const double*>& columns, const Matrix<double>& numbers, Index first) {
  for (std::size_t e = 0; e < columns.size(); ++e)
    columns[e] = numbers.data() + std::min(first + static_cast<Index>(e), numbers.cols() - 1) * numbers.rows();
  return columns.data();
}

const double* const* Lesson::inputs(Index first) {
  // All of them where they are few, and pass by pass where they would fill the memory.
  constexpr Index most_numbers = 1 << 20;
  if (first < first_input_ || first >= first_input_ + inputs_.cols()) {
    const Index passes = std::max<Index>(1, most_numbers / (chunk * shape_.inputs()));
    inputs_ = examples_.inputs(first, std::min(passes * chunk, count() - first));
    first_input_ = first;
  }
  return point(input_columns_, inputs_, first - first_input_);
}

const double* const* Lesson::targets(Index first) { return point(target_columns_, targets_, first); }

Matrix<double> Lesson::first_sums(const Vector<double>& parameters) {
  const Index out = shape_.out(0);
  Matrix<double> sums(out, count());
  for (Index first = 0; first < count(); first += chunk) {
    product::sums(out, shape_.in(0), parameters.data(), inputs(first), size(first), sums.data() + first * out);
  }
  return sums;
}

}  // namespace descent
