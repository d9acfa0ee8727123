#include "core/elementary.hpp"

namespace descent::elementary {
namespace {

template <typename Scalar>
constexpr Numbers<Scalar> make(Scalar lowest, Scalar highest, Scalar tanh_limit, Scalar ln2_high, Scalar ln2_low) {
  using F = Format<Scalar>;
  constexpr Scalar shift = Scalar(1.5) * Scalar(typename F::Bits(1) << F::mantissa);
  Numbers<Scalar> result{lowest, highest, tanh_limit, Scalar(1.4426950408889634), shift, ln2_high, ln2_low, 1, 2, {}};
  Scalar factorial = 1;
  for (int k = 2; k <= F::terms; ++k) {
    factorial *= Scalar(k);
    result.series[k - 2] = Scalar(1) / factorial;
  }
  return result;
}

}  // namespace

constinit const Numbers<float> float_numbers = make(-87.0F, 88.0F, 10.0F, 0x1.62e4p-1F, 0x1.7f7d1cp-20F);
constinit const Numbers<double> double_numbers = make(-708.0, 709.0, 20.0, 0x1.62e42feep-1, 0x1.a39ef35793c76p-33);

}  // namespace descent::elementary
