#include "objective/formula.hpp"

#include "expression/parser.hpp"

namespace descent {

Result<std::unique_ptr<Formula>> Formula::read(std::string_view text) {
  const auto tree = expression::parse(text);
  if (!tree.ok()) return tree.error();
  auto tape = expression::Tape::compile(tree.value());
  if (!tape.ok()) return tape.error();
  return std::unique_ptr<Formula>(new Formula(std::move(tape.value())));
}

Matrix<double> Formula::hessian(const Vector<double>& at) const {
  Matrix<double> result(dimension(), dimension());
  tape_.hessian(at.data(), result.data());
  return result;
}

void Formula::values(const double* points, Index count, double* values) const {
  tape_.values(points, static_cast<std::size_t>(count), values);
}

void Formula::values_and_gradients(const double* points, Index count, double* values, double* gradients) const {
  tape_.values_and_gradients(points, static_cast<std::size_t>(count), values, gradients);
}

}  // namespace descent
