#include "expression/algebra.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include "expression/compute.hpp"

namespace descent::expression {
namespace {

bool is_whole(double value) { return value == std::floor(value) && std::abs(value) <= 0x1p53; }

/// Makes the denominator positive, and both numbers small where both are whole.
void reduce(double& over, double& under) {
  if (under < 0) {
    over = -over;
    under = -under;
  }
  if (!is_whole(over) || !is_whole(under)) return;
  const auto common = std::gcd(static_cast<std::int64_t>(over), static_cast<std::int64_t>(under));
  if (common == 0) return;
  over /= static_cast<double>(common);
  under /= static_cast<double>(common);
}

}  // namespace

int Algebra::number(double value) { return pool_.put({Operation::number, -1, -1, value + 0.0}); }

int Algebra::variable(double place) { return pool_.put({Operation::variable, -1, -1, place}); }

int Algebra::apply(const Node& node, int a, int b) {
  switch (node.operation) {
    case Operation::number:
      return number(node.value);
    case Operation::negate:
      return negate(a);
    case Operation::add:
      return sum(a, b);
    case Operation::subtract:
      return sum(a, negate(b));
    case Operation::multiply:
      return product(a, b);
    case Operation::divide:
      return product(a, power(b, number(-1)));
    case Operation::power:
      return power(a, b);
    default:
      return function(node.operation, a, b);
  }
}

/// A function or another leaf. Where its value is a whole number, that says more than the function.
int Algebra::function(Operation operation, int a, int b) {
  const Node node = {operation, a, b};
  if (!is_function(operation)) return pool_.put(node);
  if (operation == Operation::log && at(a).operation == Operation::e) return number(1);
  if (!is_number(a) || (b >= 0 && !is_number(b))) return pool_.put(node);
  const double value = compute(operation, at(a).value, b < 0 ? 0 : at(b).value, 0, 0).value;
  return is_whole(value) ? number(value) : pool_.put(node);
}

// Products.

int Algebra::negate(int a) { return product(number(-1), a); }

int Algebra::product(int a, int b) {
  Product all;
  collect_factors(a, 1, all);
  collect_factors(b, 1, all);
  return put_together(std::move(all));
}

int Algebra::power(int base, int exponent) {
  if (is(exponent, 0) || is(base, 1)) return number(1);
  if (!is_number(exponent)) return pool_.put({Operation::power, base, exponent});
  Product all;
  collect_factors(base, at(exponent).value, all);
  return put_together(std::move(all));
}

/// Only whole exponents may be distributed over factors, signs and other exponents: (x^2)^0.5 is |x|.
void Algebra::collect_factors(int expression, double exponent, Product& into) const {
  const Node& node = at(expression);
  const bool whole = is_whole(exponent);
  if (node.operation == Operation::number && whole) {
    const double factor = std::pow(node.value, std::abs(exponent));
    if (std::isfinite(factor) && factor != 0) {
      double& side = exponent > 0 ? into.over : into.under;
      const bool was_zero = side == 0;
      side *= factor;
      // A coefficient too small for a number would make the whole product vanish.
      if (side == 0 && !was_zero) side = std::numeric_limits<double>::quiet_NaN();
      return;
    }
    if (node.value == 0 && exponent > 0) {
      into.over = 0;
      return;
    }
  }
  if (node.operation == Operation::negate && whole) {
    if (std::fmod(exponent, 2) != 0) into.over = -into.over;
    return collect_factors(node.first, exponent, into);
  }
  if ((node.operation == Operation::multiply || node.operation == Operation::divide) && whole) {
    collect_factors(node.first, exponent, into);
    return collect_factors(node.second, node.operation == Operation::divide ? -exponent : exponent, into);
  }
  if (node.operation == Operation::power && is_number(node.second) && whole) {
    const double inner = at(node.second).value;
    if (is_whole(inner) || std::abs(exponent) == 1) return collect_factors(node.first, inner * exponent, into);
  }
  for (Factor& factor : into.factors) {
    if (factor.base != expression) continue;
    factor.exponent += exponent;
    return;
  }
  into.factors.push_back({expression, exponent});
}

/// Where a factor stands in a product: constants, variables, functions, sums.
int Algebra::rank(int base) const {
  switch (at(base).operation) {
    case Operation::number:
    case Operation::pi:
    case Operation::e:
      return 0;
    case Operation::variable:
      return 1;
    case Operation::add:
    case Operation::subtract:
      return 3;
    default:
      return 2;
  }
}

int Algebra::put_together(Product product) {
  std::vector<Factor>& factors = product.factors;
  if (product.over == 0) return number(0);
  factors.erase(std::remove_if(factors.begin(), factors.end(), [](const Factor& f) { return f.exponent == 0; }),
                factors.end());
  std::sort(factors.begin(), factors.end(), [&](const Factor& a, const Factor& b) {
    return std::pair(rank(a.base), a.base) < std::pair(rank(b.base), b.base);
  });
  reduce(product.over, product.under);
  const bool below = std::any_of(factors.begin(), factors.end(), [](const Factor& f) { return f.exponent < 0; });
  if (factors.empty() && product.under == 1) return number(product.over);
  const int numerator = chain(std::abs(product.over), factors, 1);
  const bool divided = below || product.under != 1;
  const int result = divided ? pool_.put({Operation::divide, numerator, chain(product.under, factors, -1)}) : numerator;
  return product.over < 0 ? pool_.put({Operation::negate, result}) : result;
}

/// The coefficient times the factors whose exponents have the given sign.
int Algebra::chain(double coefficient, const std::vector<Factor>& factors, double sign) {
  int result = coefficient == 1 ? -1 : number(coefficient);
  for (const Factor& factor : factors) {
    const double exponent = factor.exponent * sign;
    if (exponent < 0) continue;
    int next = factor.base;
    if (exponent != 1 && at(next).operation == Operation::exp) {
      next = pool_.put({Operation::exp, product(number(exponent), at(next).first)});
    } else if (exponent != 1) {
      next = pool_.put({Operation::power, next, number(exponent)});
    }
    result = result < 0 ? next : pool_.put({Operation::multiply, result, next});
  }
  return result < 0 ? number(1) : result;
}

// Sums.

int Algebra::sum(int a, int b) {
  std::vector<Term> terms;
  collect_terms(a, 1, terms);
  collect_terms(b, 1, terms);
  // 1 - x reads better than -x + 1.
  const auto positive = std::find_if(terms.begin(), terms.end(), [](const Term& term) { return term.over > 0; });
  if (positive != terms.end()) std::rotate(terms.begin(), positive, positive + 1);
  int result = -1;
  for (const Term& term : terms) {
    if (term.over == 0) continue;
    if (result < 0) {
      result = scaled(term.over, term.under, term.rest);
    } else {
      const int next = scaled(std::abs(term.over), term.under, term.rest);
      result = pool_.put({term.over < 0 ? Operation::subtract : Operation::add, result, next});
    }
  }
  return result < 0 ? number(0) : result;
}

int Algebra::scaled(double over, double under, int rest) {
  Product product = {over, under, {}};
  collect_factors(rest, 1, product);
  return put_together(std::move(product));
}

void Algebra::collect_terms(int expression, double sign, std::vector<Term>& into) {
  const Node node = at(expression);
  if (node.operation == Operation::negate) return collect_terms(node.first, -sign, into);
  if (node.operation == Operation::add || node.operation == Operation::subtract) {
    collect_terms(node.first, sign, into);
    return collect_terms(node.second, node.operation == Operation::add ? sign : -sign, into);
  }
  Product product;
  collect_factors(expression, 1, product);
  const double over = product.over * sign;
  const double under = product.under;
  product.over = product.under = 1;
  const int rest = put_together(std::move(product));
  for (Term& term : into) {
    if (term.rest != rest) continue;
    term = {term.over * under + over * term.under, term.under * under, rest};
    return reduce(term.over, term.under);
  }
  into.push_back({over, under, rest});
}

}  // namespace descent::expression
