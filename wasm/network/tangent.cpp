#include "network/tangent.hpp"

#include <algorithm>

#include "network/products.hpp"

namespace descent {

Tangent::Tangent(const NetworkShape& shape, Index capacity)
    : shape_(shape), columns_(static_cast<std::size_t>(2 * capacity)) {
  Index neurons = 0;
  Index largest = 0;
  for (Index l = 0; l < shape.depth(); ++l) {
    neurons += shape.out(l);
    if (l > 0) largest = std::max(largest, (2 * shape.in(l) + 1) * (2 * shape.out(l) + 1));
  }
  for (Vector<double>* numbers : {&sums_, &activations_, &deltas_}) numbers->setZero(2 * neurons * capacity);
  first_.setZero(shape.out(0) * capacity);
  weights_.setZero(largest);
}

Tangent::Layer Tangent::layer(Index number) const {
  Index neurons = 0;
  for (Index l = 0; l < number; ++l) neurons += shape_.out(l);
  const auto capacity = static_cast<Index>(columns_.size());  // two columns an example
  return {shape_.activation(number), shape_.in(number), shape_.out(number), shape_.offset(number), neurons * capacity};
}

/// Where columns begin that are `distance` numbers apart.
const double* const* Tangent::every(const double* numbers, Index distance, Index count) {
  for (Index e = 0; e < count; ++e) columns_[static_cast<std::size_t>(e)] = numbers + e * distance;
  return columns_.data();
}

/// The activations of sums, and how they change.
void Tangent::forward(const Layer& layer) {
  const Index out = layer.out;
  for (Index e = 0; e < count_; ++e) {
    const double* change = sums_.data() + layer.place + 2 * e * out;
    double* result = activations_.data() + layer.place + 2 * e * out;
    activate(layer.activation, out, change + out, result + out);
    std::copy(change, change + out, result);
    multiply_by_slope(layer.activation, out, change + out, result + out, result);
  }
}

/// The derivatives of the losses by the outputs, and how they change.
void Tangent::turn_loss(const Layer& last, const double* const* targets, double scale) {
  const Index outputs = last.out;
  for (Index e = 0; e < count_; ++e) {
    const double* moved = activations_.data() + last.place + 2 * e * outputs;
    double* turn = deltas_.data() + last.place + 2 * e * outputs;
    double* derivative = turn + outputs;
    example_loss(shape_.loss, outputs, moved + outputs, targets[e], scale, derivative);
    const bool softmax = shape_.loss == Loss::cross_entropy;
    // On logits the derivative is scale (mass p - y): the probabilities p come back without another exponential.
    double mass = softmax ? 0 : scale;
    double mean = 0;
    for (Index i = 0; i < outputs && softmax; ++i) {
      const double share = derivative[i] + scale * targets[e][i];
      mass += share;
      mean += share * moved[i];
    }
    if (mass != 0) mean /= mass;
    for (Index i = 0; i < outputs; ++i) {
      const double share = derivative[i] + scale * targets[e][i];
      if (softmax) {
        turn[i] = share * (moved[i] - mean);
      } else if (shape_.loss == Loss::binary_cross_entropy) {
        turn[i] = share * (1 - share / mass) * moved[i];
      } else {
        turn[i] = 2 * scale * moved[i];
      }
    }
  }
}

static double second_derivative(Activation activation, double z, double a) {
  return rule::with(activation, [=]<typename Rule>(Rule) { return Rule::bend(z, a); });
}

/// From derivatives by a layer's activations to those by its sums, and how they change.
void Tangent::backward(const Layer& layer) {
  const Index out = layer.out;
  for (Index e = 0; e < count_; ++e) {
    double* change = sums_.data() + layer.place + 2 * e * out;
    const double* z = change + out;
    const double* a = activations_.data() + layer.place + (2 * e + 1) * out;
    double* turn = deltas_.data() + layer.place + 2 * e * out;
    // Nothing needs the changes of the sums any more.
    for (Index i = 0; i < out; ++i) change[i] *= turn[out + i] * second_derivative(layer.activation, z[i], a[i]);
    multiply_by_slope(layer.activation, out, z, a, turn);
    multiply_by_slope(layer.activation, out, z, a, turn + out);
    for (Index i = 0; i < out; ++i) turn[i] += change[i];
  }
}

/// [W V c; 0 W b], column by column, where [W | b] are the layer's parameters and [V | c] their direction.
void Tangent::weigh(const Layer& layer, const double* parameters, const double* along) {
  const Index out = layer.out;
  for (Index k = 0; k <= layer.in; ++k) {
    const double* weights = parameters + layer.offset + k * out;
    const double* changes = along + layer.offset + k * out;
    double* left = weights_.data() + 2 * k * out;
    double* right = left + 2 * layer.in * out;
    for (Index i = 0; i < out; ++i) {
      right[i] = changes[i];
      right[out + i] = weights[i];
      if (k == layer.in) continue;  // biases are last, and have no input that changes
      left[i] = weights[i];
      left[out + i] = 0;
    }
  }
}

/// [W^T V^T 0; 0 W^T 0], column by column.
void Tangent::weigh_turned(const Layer& layer, const double* parameters, const double* along) {
  const Index in = layer.in;
  const Index out = layer.out;
  std::fill(weights_.data(), weights_.data() + 2 * in * (2 * out + 1), 0.0);
  for (Index k = 0; k < in; ++k) {
    for (Index i = 0; i < out; ++i) {
      const Index from = layer.offset + k * out + i;
      weights_[2 * in * i + k] = weights_[2 * in * (out + i) + in + k] = parameters[from];
      weights_[2 * in * (out + i) + k] = along[from];
    }
  }
}

/// How the gradient by a later layer's parameters changes: through its deltas, and through its inputs.
void Tangent::add_gradient(const Layer& layer, const Layer& before, double* product) {
  const Index out = layer.out;
  const double* deltas = deltas_.data() + layer.place;
  double* biases = product + layer.offset + layer.in * out;
  Vector<double> kept = Eigen::Map<const Vector<double>>(biases, out);
  // How a delta changes goes with an input, and how the input changes with the delta.
  every(activations_.data() + before.place, before.out, 2 * count_);
  for (Index e = 0; e < 2 * count_; e += 2)
    std::swap(columns_[static_cast<std::size_t>(e)], columns_[static_cast<std::size_t>(e) + 1]);
  product::add_gradient(out, layer.in, deltas, columns_.data(), 2 * count_, product + layer.offset);
  // A bias has no input that changes.
  for (Index e = 0; e < count_; ++e) {
    for (Index i = 0; i < out; ++i) kept[i] += deltas[2 * e * out + i];
  }
  std::copy(kept.data(), kept.data() + out, biases);
}

void Tangent::add(const double* parameters, const double* along, const double* const* inputs,
                  const double* const* targets, const double* first_sums, Index count, double scale, double* product) {
  count_ = count;
  const Layer first = layer(0);
  const Index out = first.out;
  product::sums(out, first.in, along, inputs, count, first_.data());
  for (Index e = 0; e < count; ++e) {
    double* pair = sums_.data() + 2 * e * out;
    std::copy(first_.data() + e * out, first_.data() + (e + 1) * out, pair);
    std::copy(first_sums + e * out, first_sums + (e + 1) * out, pair + out);
  }
  forward(first);
  for (Index l = 1; l < shape_.depth(); ++l) {
    const Layer here = layer(l);
    const double* from = activations_.data() + layer(l - 1).place;
    weigh(here, parameters, along);
    product::sums(2 * here.out, 2 * here.in, weights_.data(), every(from, 2 * here.in, count), count,
                  sums_.data() + here.place);
    forward(here);
  }
  turn_loss(layer(shape_.depth() - 1), targets, scale);
  for (Index l = shape_.depth() - 1; l > 0; --l) {
    const Layer here = layer(l);
    const Layer before = layer(l - 1);
    backward(here);
    add_gradient(here, before, product);
    weigh_turned(here, parameters, along);
    product::sums(2 * here.in, 2 * here.out, weights_.data(), every(deltas_.data() + here.place, 2 * here.out, count),
                  count, deltas_.data() + before.place);
  }
  backward(first);
  for (Index e = 0; e < count; ++e) {
    const double* turn = deltas_.data() + 2 * e * out;
    std::copy(turn, turn + out, first_.data() + e * out);
  }
  product::add_gradient(out, first.in, first_.data(), inputs, count, product);
}

}  // namespace descent
