#pragma once

#include "core/eigen.hpp"
#include "core/sparse.hpp"

// The two matrix products that training consists of, for a layer of `out` neurons with `in` inputs
// each, whose parameters [W | b] are out x (in + 1), column-major: W first, then b.
//
// General products repack their operands, which costs as much as the arithmetic when a layer has 16
// neurons. These read everything where it lies: a tile of the result, `rows` neurons by 2 columns,
// stays in registers while the sum runs. Every element of a result is one sum in ascending order, so
// neither a tile's shape nor an example's place in its batch changes a bit. Nor does leaving out inputs that
// are 0, as the sparse ones do.
namespace descent::product {

// Unrolled, the loop needs more registers than WebAssembly's compilers find.
#ifdef __clang__
#define DESCENT_KEEP_ROLLED _Pragma("clang loop unroll(disable)")
#else
#define DESCENT_KEEP_ROLLED
#endif

/// Neurons in a full tile: one cache line, four SIMD registers.
template <typename Scalar>
inline constexpr int full_tile = 64 / sizeof(Scalar);

/// sums(., e) = b + W inputs[e] for `columns` examples, `rows` neurons; `out` is the distance of columns.
template <int rows, int columns, typename Scalar>
inline void sum_tile(Index out, Index in, const Scalar* layer, const Scalar* const* inputs, Scalar* sums) {
  using Tile = Eigen::Array<Scalar, rows, 1>;
  Tile tile[columns];
  const Scalar* x[columns];
  for (int e = 0; e < columns; ++e) {
    tile[e] = Eigen::Map<const Tile>(layer + out * in);
    x[e] = inputs[e];
  }
  DESCENT_KEEP_ROLLED
  for (Index k = 0; k < in; ++k) {
    const Tile weights = Eigen::Map<const Tile>(layer);
    for (int e = 0; e < columns; ++e) tile[e] += weights * x[e][k];
    layer += out;
  }
  for (int e = 0; e < columns; ++e) Eigen::Map<Tile>(sums + e * out) = tile[e];
}

/// gradient(., k) (+)= sum over e of deltas(., e) inputs[e][k], for `columns` inputs k, `rows` neurons.
template <int rows, int columns, typename Scalar>
inline void gradient_tile(Index out, Index count, const Scalar* deltas, const Scalar* const* inputs, Index k,
                          Scalar* gradient, bool add) {
  using Tile = Eigen::Array<Scalar, rows, 1>;
  Tile tile[columns];
  for (int c = 0; c < columns; ++c) {
    if (add) {
      tile[c] = Eigen::Map<const Tile>(gradient + c * out);
    } else {
      tile[c].setZero();
    }
  }
  DESCENT_KEEP_ROLLED
  for (Index e = 0; e < count; ++e) {
    const Tile delta = Eigen::Map<const Tile>(deltas);
    const Scalar* x = inputs[e] + k;
    for (int c = 0; c < columns; ++c) tile[c] += delta * x[c];
    deltas += out;
  }
  for (int c = 0; c < columns; ++c) Eigen::Map<Tile>(gradient + c * out) = tile[c];
}

/// bias (+)= sum over e of deltas(., e), for `rows` neurons.
template <int rows, typename Scalar>
inline void bias_tile(Index out, Index count, const Scalar* deltas, Scalar* bias, bool add) {
  using Tile = Eigen::Array<Scalar, rows, 1>;
  Tile tile = Tile::Zero();
  if (add) tile = Eigen::Map<const Tile>(bias);
  DESCENT_KEEP_ROLLED
  for (Index e = 0; e < count; ++e) {
    tile += Eigen::Map<const Tile>(deltas);
    deltas += out;
  }
  Eigen::Map<Tile> result(bias);
  result = tile;
}

/// sums(., e) = b + W inputs(., e) for a sparse column e, `rows` neurons.
template <int rows, typename Scalar>
inline void sparse_sum_tile(Index out, Index in, const Scalar* layer, const SparseColumns<Scalar>& inputs, Index e,
                            Scalar* sums) {
  using Tile = Eigen::Array<Scalar, rows, 1>;
  Tile tile = Eigen::Map<const Tile>(layer + out * in);
  const Index end = inputs.begins[e + 1];
  DESCENT_KEEP_ROLLED
  for (Index i = inputs.begins[e]; i < end; ++i) {
    tile += Eigen::Map<const Tile>(layer + out * inputs.rows[i]) * inputs.values[i];
  }
  Eigen::Map<Tile> result(sums + e * out);
  result = tile;
}

/// gradient(., k) += deltas(., e) inputs(k, e) for every entry of a sparse column e, `rows` neurons.
template <int rows, typename Scalar>
inline void sparse_gradient_tile(Index out, const Scalar* deltas, const SparseColumns<Scalar>& inputs, Index e,
                                 Scalar* gradient) {
  using Tile = Eigen::Array<Scalar, rows, 1>;
  const Tile delta = Eigen::Map<const Tile>(deltas + e * out);
  const Index end = inputs.begins[e + 1];
  DESCENT_KEEP_ROLLED
  for (Index i = inputs.begins[e]; i < end; ++i) {
    Eigen::Map<Tile> column(gradient + out * inputs.rows[i]);
    column += delta * inputs.values[i];
  }
}

/// Covers `out` neurons with full tiles, quarters of them, where there are `pairs` these, and single rows:
/// `band(rows, first)`.
template <typename Scalar, bool pairs = true, typename Band>
inline void for_bands(Index out, const Band& band) {
  constexpr int full = full_tile<Scalar>;
  Index first = 0;
  for (; first + full <= out; first += full) band(std::integral_constant<int, full>(), first);
  for (; first + full / 4 <= out; first += full / 4) band(std::integral_constant<int, full / 4>(), first);
  if constexpr (pairs && full / 4 > 2) {
    for (; first + 2 <= out; first += 2) band(std::integral_constant<int, 2>(), first);
  }
  for (; first < out; ++first) band(std::integral_constant<int, 1>(), first);
}

/// sums (out x count) = W inputs + b, with one pointer per example to its `in` numbers.
template <typename Scalar>
void weighted_sums(Index out, Index in, const Scalar* layer, const Scalar* const* inputs, Index count, Scalar* sums) {
  for_bands<Scalar>(out, [=](auto rows, Index first) {
    Index e = 0;
    for (; e + 2 <= count; e += 2) sum_tile<rows, 2>(out, in, layer + first, inputs + e, sums + first + e * out);
    for (; e < count; ++e) sum_tile<rows, 1>(out, in, layer + first, inputs + e, sums + first + e * out);
  });
}

/// db (+)= the sums of deltas (out x count). Called, not copied, by what takes one kind of inputs or the other.
template <typename Scalar>
[[gnu::noinline]] void bias_gradient(Index out, Index count, const Scalar* deltas, Scalar* bias, bool add) {
  for_bands<Scalar>(out,
                    [=](auto rows, Index first) { bias_tile<rows>(out, count, deltas + first, bias + first, add); });
}

/// gradient ([dW | db], out x (in + 1)) = deltas (out x count) times the inputs and 1; with `add`, +=.
template <typename Scalar>
void layer_gradient(Index out, Index in, const Scalar* deltas, const Scalar* const* inputs, Index count,
                    Scalar* gradient, bool add) {
  for_bands<Scalar>(out, [=](auto rows, Index first) {
    Index k = 0;
    for (; k + 2 <= in; k += 2) {
      gradient_tile<rows, 2>(out, count, deltas + first, inputs, k, gradient + first + k * out, add);
    }
    for (; k < in; ++k) gradient_tile<rows, 1>(out, count, deltas + first, inputs, k, gradient + first + k * out, add);
  });
  bias_gradient(out, count, deltas, gradient + in * out, add);
}

/// The same of sparse inputs.
template <typename Scalar>
void weighted_sums(Index out, Index in, const Scalar* layer, const SparseColumns<Scalar>& inputs, Index count,
                   Scalar* sums) {
  for_bands<Scalar, false>(out, [=, &inputs](auto rows, Index first) {
    for (Index e = 0; e < count; ++e) sparse_sum_tile<rows>(out, in, layer + first, inputs, e, sums + first);
  });
}

template <typename Scalar>
void layer_gradient(Index out, Index in, const Scalar* deltas, const SparseColumns<Scalar>& inputs, Index count,
                    Scalar* gradient, bool add) {
  if (!add) Eigen::Map<Vector<Scalar>>(gradient, out * in).setZero();
  for_bands<Scalar, false>(out, [=, &inputs](auto rows, Index first) {
    for (Index e = 0; e < count; ++e) sparse_gradient_tile<rows>(out, deltas + first, inputs, e, gradient + first);
  });
  bias_gradient(out, count, deltas, gradient + in * out, add);
}

#undef DESCENT_KEEP_ROLLED

}  // namespace descent::product
