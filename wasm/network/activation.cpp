#include "network/activation.hpp"

namespace descent {

List<ActivationInfo> activations() {
  static constexpr ActivationInfo list[] = {
      {"linear", "none", "z", "1", "the identity"},
      {"sigmoid", "sigmoid", R"(\frac{1}{1 + e^{-z}})", R"(a\,(1 - a))", "Verhulst 1845"},
      {"tanh", "tanh", R"(\tanh z)", "1 - a^2", "LeCun et al. 1998"},
      {"relu", "ReLU", R"(\max(0, z))", R"([z > 0])", "Nair and Hinton 2010"},
      {"leaky_relu", "leaky ReLU", R"(\max(0.01\,z, z))", R"(z > 0 ? 1 : 0.01)", "Maas, Hannun and Ng 2013"},
      {"gelu", "GELU", R"(z\,\Phi(z))", R"(\Phi(z) + z\,\varphi(z))", "Hendrycks and Gimpel 2016"},
  };
  return list;
}

// Compilers would unroll the loops below several vectors deep and leave a long rest to do one by one:
// more than half of a small layer.
#ifdef __clang__
#define DESCENT_ONE_VECTOR _Pragma("clang loop interleave_count(1)")
#else
#define DESCENT_ONE_VECTOR
#endif

template <typename Scalar>
void activate(Activation activation, Index count, const Scalar* z, Scalar* a) {
  rule::with(activation, [=]<typename Rule>(Rule) {
    DESCENT_ONE_VECTOR
    for (Index i = 0; i < count; ++i) a[i] = Rule::value(z[i]);
  });
}

template <typename Scalar>
void multiply_by_slope(Activation activation, Index count, const Scalar* z, const Scalar* a, Scalar* d) {
  rule::with(activation, [=]<typename Rule>(Rule) {
    DESCENT_ONE_VECTOR
    for (Index i = 0; i < count; ++i) d[i] *= Rule::slope(z[i], a[i]);
  });
}

template void activate(Activation, Index, const float*, float*);
template void activate(Activation, Index, const double*, double*);
template void multiply_by_slope(Activation, Index, const float*, const float*, float*);
template void multiply_by_slope(Activation, Index, const double*, const double*, double*);

}  // namespace descent
