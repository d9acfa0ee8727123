#pragma once

#include <cmath>

#include "core/eigen.hpp"
#include "core/elementary.hpp"
#include "core/parameter.hpp"

namespace descent {

/// What a neuron does to its weighted sum z; in the order of `activations()`.
enum class Activation { linear, sigmoid, tanh, relu, leaky_relu, gelu };

struct ActivationInfo {
  const char* name;
  const char* label;
  const char* formula;     ///< TeX, of z
  const char* derivative;  ///< TeX, of z and a
  const char* source;
};

/// Every activation, in the order of the enum. The only list of them.
List<ActivationInfo> activations();

// Each rule gives the activation `value(z)`, its derivative `slope(z, a)` and its second derivative `bend(z, a)` with
// a = value(z), as PyTorch does: the derivative of the rectifiers at 0 is that of their left side.
namespace rule {

struct Linear {
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return z;
  }
  template <typename Scalar>
  static Scalar slope(Scalar /*z*/, Scalar /*a*/) {
    return Scalar(1);
  }
  template <typename Scalar>
  static Scalar bend(Scalar /*z*/, Scalar /*a*/) {
    return Scalar(0);
  }
};

struct Sigmoid {
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return elementary::sigmoid(z);
  }
  template <typename Scalar>
  static Scalar slope(Scalar /*z*/, Scalar a) {
    return a * (Scalar(1) - a);
  }
  template <typename Scalar>
  static Scalar bend(Scalar /*z*/, Scalar a) {
    return a * (Scalar(1) - a) * (Scalar(1) - Scalar(2) * a);
  }
};

struct Tanh {
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return elementary::tanh(z);
  }
  template <typename Scalar>
  static Scalar slope(Scalar /*z*/, Scalar a) {
    return Scalar(1) - a * a;
  }
  template <typename Scalar>
  static Scalar bend(Scalar /*z*/, Scalar a) {
    return Scalar(-2) * a * (Scalar(1) - a * a);
  }
};

struct Relu {
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return z < Scalar(0) ? Scalar(0) : z;  // this way round NaN stays NaN
  }
  template <typename Scalar>
  static Scalar slope(Scalar z, Scalar /*a*/) {
    return z > Scalar(0) ? Scalar(1) : Scalar(0);
  }
  template <typename Scalar>
  static Scalar bend(Scalar /*z*/, Scalar /*a*/) {
    return Scalar(0);
  }
};

struct LeakyRelu {
  static constexpr double leak = 0.01;
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return z > Scalar(0) ? z : Scalar(leak) * z;
  }
  template <typename Scalar>
  static Scalar slope(Scalar z, Scalar /*a*/) {
    return z > Scalar(0) ? Scalar(1) : Scalar(leak);
  }
  template <typename Scalar>
  static Scalar bend(Scalar /*z*/, Scalar /*a*/) {
    return Scalar(0);
  }
};

/// The exact form, with the error function.
struct Gelu {
  /// The standard normal distribution function.
  template <typename Scalar>
  static Scalar below(Scalar z) {
    return Scalar(0.5) * (Scalar(1) + std::erf(z * Scalar(0.70710678118654752)));
  }
  template <typename Scalar>
  static Scalar density(Scalar z) {
    return Scalar(0.39894228040143268) * elementary::exp(Scalar(-0.5) * z * z);
  }
  template <typename Scalar>
  static Scalar value(Scalar z) {
    return z * below(z);
  }
  template <typename Scalar>
  static Scalar slope(Scalar z, Scalar /*a*/) {
    return below(z) + z * density(z);
  }
  template <typename Scalar>
  static Scalar bend(Scalar z, Scalar /*a*/) {
    return density(z) * (Scalar(2) - z * z);
  }
};

/// Calls `use` with the rule of an activation, so that the choice stands outside of a loop.
template <typename Use>
auto with(Activation activation, const Use& use) {
  switch (activation) {
    case Activation::sigmoid:
      return use(Sigmoid());
    case Activation::tanh:
      return use(Tanh());
    case Activation::relu:
      return use(Relu());
    case Activation::leaky_relu:
      return use(LeakyRelu());
    case Activation::gelu:
      return use(Gelu());
    case Activation::linear:
      break;
  }
  return use(Linear());
}

}  // namespace rule

/// Fastest where `count` is a multiple of this.
inline constexpr Index activation_step = 4;

/// a[i] = f(z[i])
template <typename Scalar>
void activate(Activation activation, Index count, const Scalar* z, Scalar* a);

/// d[i] *= f'(z[i]), where a[i] = f(z[i])
template <typename Scalar>
void multiply_by_slope(Activation activation, Index count, const Scalar* z, const Scalar* a, Scalar* d);

}  // namespace descent
