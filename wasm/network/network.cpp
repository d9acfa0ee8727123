#include "network/network.hpp"

#include "network/product.hpp"
#include "network/products.hpp"

namespace descent {

/// `count` rounded up to where activations are fastest. What lies beyond is computed and never read.
static Index padded(Index count) { return (count + activation_step - 1) / activation_step * activation_step; }

template <typename Scalar>
static std::vector<const Scalar*> columns_of(const Vector<Scalar>& numbers, Index rows, Index columns) {
  std::vector<const Scalar*> result;
  for (Index e = 0; e < columns; ++e) result.push_back(numbers.data() + e * rows);
  return result;
}

template <typename Scalar>
Network<Scalar>::Network(const NetworkShape& shape, Index capacity)
    : shape_(shape), capacity_(capacity), layers_(static_cast<std::size_t>(shape.depth())) {
  for (Index l = 0; l < shape_.depth(); ++l) {
    Layer& layer = at(l);
    layer.offset = shape_.offset(l);
    layer.activation = shape_.activation(l);
    const Index out = shape_.out(l);
    layer.sums.setZero(padded(out * capacity));
    layer.activations.setZero(padded(out * capacity));
    layer.deltas.setZero(padded(out * capacity));
    layer.columns = columns_of(layer.activations, out, capacity);
    layer.delta_columns = columns_of(layer.deltas, out, capacity);
    if (l > 0) layer.turned.setZero(shape_.in(l), out + 1);
  }
}

template <typename Scalar>
void Network<Scalar>::forward(const Scalar* parameters, const Scalar* const* inputs, Index count) {
  parameters_ = parameters;
  inputs_ = inputs;
  count_ = count;
  forward_through(0);
}

template <typename Scalar>
void Network<Scalar>::forward_from(const Scalar* parameters, const Scalar* first_sums, Index count) {
  parameters_ = parameters;
  count_ = count;
  Layer& first = layers_.front();
  const Index size = shape_.out(0) * count;
  for (Index i = 0; i < size; ++i) first.sums[i] = first_sums[i];
  activate(first.activation, padded(size), first.sums.data(), first.activations.data());
  forward_through(1);
}

template <typename Scalar>
void Network<Scalar>::forward_through(Index first_layer) {
  for (Index l = first_layer; l < shape_.depth(); ++l) {
    Layer& layer = at(l);
    const Index out = shape_.out(l);
    const Scalar* const* inputs = l == 0 ? inputs_ : at(l - 1).columns.data();
    product::weighted_sums(out, shape_.in(l), parameters_ + layer.offset, inputs, count_, layer.sums.data());
    activate(layer.activation, padded(out * count_), layer.sums.data(), layer.activations.data());
  }
}

template <typename Scalar>
double Network<Scalar>::loss(const Scalar* const* targets, Scalar scale) {
  Layer& last = layers_.back();
  const Index outputs = shape_.outputs();
  double sum = 0;
  for (Index e = 0; e < count_; ++e) {
    Scalar* derivative = scale == Scalar(0) ? nullptr : last.deltas.data() + e * outputs;
    sum += example_loss(shape_.loss, outputs, last.activations.data() + e * outputs, targets[e], scale, derivative);
  }
  return sum;
}

template <typename Scalar>
void Network<Scalar>::backward(Scalar* gradient, bool add) {
  for (Index l = shape_.depth() - 1; l >= 0; --l) {
    Layer& layer = at(l);
    const Index out = shape_.out(l);
    multiply_by_slope(layer.activation, padded(out * count_), layer.sums.data(), layer.activations.data(),
                      layer.deltas.data());
    const Scalar* const* inputs = l == 0 ? inputs_ : at(l - 1).columns.data();
    product::layer_gradient(out, shape_.in(l), layer.deltas.data(), inputs, count_, gradient + layer.offset, add);
    if (l > 0) pull_back(l);
  }
}

/// The derivative by a layer's inputs, W^T deltas, into the deltas of the layer before. With the
/// weights turned it is the same product as the forward pass's.
template <typename Scalar>
void Network<Scalar>::pull_back(Index l) {
  Layer& layer = at(l);
  const Index out = shape_.out(l);
  const Index in = shape_.in(l);
  layer.turned.leftCols(out) = Eigen::Map<const Matrix<Scalar>>(parameters_ + layer.offset, out, in).transpose();
  product::weighted_sums(in, out, layer.turned.data(), layer.delta_columns.data(), count_, at(l - 1).deltas.data());
}

void product::sums(Index out, Index in, const double* layer, const double* const* inputs, Index count, double* result) {
  weighted_sums(out, in, layer, inputs, count, result);
}

void product::add_gradient(Index out, Index in, const double* deltas, const double* const* inputs, Index count,
                           double* gradient) {
  layer_gradient(out, in, deltas, inputs, count, gradient, true);
}

template class Network<double>;
template class Network<float>;

}  // namespace descent
