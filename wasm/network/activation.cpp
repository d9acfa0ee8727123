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

}  // namespace descent
