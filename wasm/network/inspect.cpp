#include "network/inspect.hpp"

#include "network/network.hpp"

namespace descent {
namespace {

Vector<double> copy(const double* numbers, Index count) { return Eigen::Map<const Vector<double>>(numbers, count); }

LayerView view_of(const Network<double>& network, Index layer) {
  const NetworkShape& shape = network.shape();
  const Index out = shape.out(layer);
  LayerView view;
  view.sums = copy(network.sums(layer), out);
  view.activations = copy(network.activations(layer), out);
  view.deltas = copy(network.deltas(layer), out);
  view.slopes = Vector<double>::Ones(out);
  multiply_by_slope(shape.activation(layer), out, view.sums.data(), view.activations.data(), view.slopes.data());
  return view;
}

}  // namespace

Inspection inspect(const NetworkShape& shape, const Vector<double>& parameters, const double* input,
                   const double* target) {
  Network<double> network(shape, 1);
  Inspection result;
  const double scale = loss_scale(shape.loss, shape.outputs(), 1);
  network.forward(parameters.data(), &input, 1);
  result.loss = scale * network.loss(&target, scale);
  const Vector<double> last_blame = copy(network.deltas(shape.depth() - 1), shape.outputs());
  result.gradient.setZero(parameters.size());
  network.backward(result.gradient.data(), false);
  for (Index layer = 0; layer < shape.depth(); ++layer) result.layers.push_back(view_of(network, layer));

  result.layers.back().blames = last_blame;
  for (Index layer = shape.depth() - 1; layer > 0; --layer) {
    const Eigen::Map<const Matrix<double>> weights(parameters.data() + shape.offset(layer), shape.out(layer),
                                                   shape.in(layer));
    const auto l = static_cast<std::size_t>(layer);
    // Summed as the backward pass sums, so that slope times blame is delta to the last bit.
    result.layers[l - 1].blames.setZero(weights.cols());
    for (Index i = 0; i < weights.rows(); ++i) {
      result.layers[l - 1].blames += weights.row(i).transpose() * result.layers[l].deltas[i];
    }
  }
  result.prediction = result.layers.back().activations;
  predict_from(shape.loss, shape.outputs(), result.prediction.data());
  return result;
}

namespace {

/// Passes `inputs` forward in chunks that stay in the processor's cache: `use(network, first, count)` after each.
template <typename Use>
void for_chunks(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs,
                const Use& use) {
  constexpr Index chunk = 64;
  Network<double> network(shape, std::max<Index>(1, std::min(chunk, inputs.cols())));
  std::vector<const double*> columns(static_cast<std::size_t>(network.capacity()));
  for (Index first = 0; first < inputs.cols(); first += network.capacity()) {
    const Index count = std::min(network.capacity(), inputs.cols() - first);
    for (Index e = 0; e < count; ++e)
      columns[static_cast<std::size_t>(e)] = inputs.data() + (first + e) * inputs.rows();
    network.forward(parameters.data(), columns.data(), count);
    use(network, first, count);
  }
}

}  // namespace

NeuronMaps neuron_maps(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs) {
  Index neurons = 0;
  for (Index layer = 0; layer < shape.depth(); ++layer) neurons += shape.out(layer);
  NeuronMaps maps{Matrix<double>(inputs.cols(), neurons), Matrix<double>(inputs.cols(), neurons)};
  for_chunks(shape, parameters, inputs, [&](const Network<double>& network, Index first, Index count) {
    Index column = 0;
    for (Index layer = 0; layer < shape.depth(); ++layer) {
      const Index out = shape.out(layer);
      const Eigen::Map<const Matrix<double>> sums(network.sums(layer), out, count);
      Matrix<double> activations = Eigen::Map<const Matrix<double>>(network.activations(layer), out, count);
      if (layer + 1 == shape.depth())
        for (Index e = 0; e < count; ++e) predict_from(shape.loss, out, activations.col(e).data());
      maps.sums.block(first, column, count, out) = sums.transpose();
      maps.activations.block(first, column, count, out) = activations.transpose();
      column += out;
    }
  });
  return maps;
}

Matrix<double> predict(const NetworkShape& shape, const Vector<double>& parameters, const Matrix<double>& inputs) {
  Matrix<double> result(shape.outputs(), inputs.cols());
  for_chunks(shape, parameters, inputs, [&](const Network<double>& network, Index first, Index count) {
    result.middleCols(first, count) =
        Eigen::Map<const Matrix<double>>(network.activations(shape.depth() - 1), shape.outputs(), count);
  });
  for (Index e = 0; e < inputs.cols(); ++e) predict_from(shape.loss, shape.outputs(), result.col(e).data());
  return result;
}

}  // namespace descent
