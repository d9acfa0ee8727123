#include "core/decimal.hpp"

#include <array>
#include <cmath>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <cstdio>
#include <cstdlib>
#endif

namespace descent {
namespace {

/// Longest result of `scientific`: sign, 17 digits, point, `e+308`, end.
using Buffer = std::array<char, 32>;

#ifdef __EMSCRIPTEN__
// The C library does this in quadruple precision, which no processor has: 20 KB of WebAssembly for what
// every JavaScript engine offers, correctly rounded.
EM_JS(double, js_value_of, (const char* decimal), { return Number(UTF8ToString(decimal)); });
EM_JS(void, js_scientific, (double value, int most_digits, char* text, int size),
      { stringToUTF8(Number(value.toPrecision(most_digits)).toExponential(), text, size); });

void scientific(double value, int most_digits, Buffer& text) {
  js_scientific(value, most_digits, text.data(), static_cast<int>(text.size()));
}
#else
void scientific(double value, int most_digits, Buffer& text) {
  std::snprintf(text.data(), text.size(), "%.*e", most_digits - 1, value);
  const double rounded = std::strtod(text.data(), nullptr);
  for (int digits = 1; digits < most_digits; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*e", digits - 1, rounded);
    if (std::strtod(text.data(), nullptr) == rounded) return;
  }
  std::snprintf(text.data(), text.size(), "%.*e", most_digits - 1, rounded);
}
#endif

/// Writes digits with the point after the `exponent + 1`st, adding zeros where it lies outside them.
std::string plain(const std::string& digits, int exponent) {
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (whole >= digits.size()) return digits + std::string(whole - digits.size(), '0');
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace

std::string text_of(double value, int most_digits) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  Buffer buffer{};
  scientific(std::abs(value), most_digits, buffer);
  const std::string text = buffer.data();
  const std::size_t e = text.find('e');
  int exponent = 0;
  for (std::size_t i = e + 2; i < text.size(); ++i) exponent = 10 * exponent + (text[i] - '0');
  if (text[e + 1] == '-') exponent = -exponent;
  std::string digits = text.substr(0, 1);
  if (e > 1) digits += text.substr(2, e - 2);
  const std::string sign = std::signbit(value) && value != 0 ? "-" : "";
  if (exponent >= -6 && exponent < 15) return sign + plain(digits, exponent);
  const std::string mantissa = digits.size() > 1 ? digits.substr(0, 1) + "." + digits.substr(1) : digits;
  return sign + mantissa + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

double value_of(const std::string& decimal) {
#ifdef __EMSCRIPTEN__
  return js_value_of(decimal.c_str());
#else
  return std::strtod(decimal.c_str(), nullptr);
#endif
}

}  // namespace descent
