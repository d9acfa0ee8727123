#pragma once

#include <vector>

#include "expression/pool.hpp"

namespace descent::expression {

/// Builds expressions and keeps them in a form that people like to read: like terms and like factors
/// together, numbers in front, no 0 added and no factor 1. It never multiplies out.
///
/// An expression is an index into `nodes()`; two that were built alike have the same index.
class Algebra {
 public:
  int number(double value);
  int variable(double place);
  int sum(int a, int b);
  int product(int a, int b);
  int power(int base, int exponent);

  /// The operation (or leaf) of `node` on other operands than its own.
  int apply(const Node& node, int a, int b);

  bool is(int expression, double value) const { return at(expression).is_number(value); }
  const std::vector<Node>& nodes() const { return pool_.nodes(); }

 private:
  /// Of a product: a base to a number that is not 0.
  struct Factor {
    int base;
    double exponent;
  };
  /// A product taken apart. The coefficient is `over / under`, so that thirds stay thirds.
  struct Product {
    double over = 1;
    double under = 1;
    std::vector<Factor> factors;
  };
  /// Of a sum: a product whose coefficient was taken out of it.
  struct Term {
    double over;
    double under;
    int rest;
  };

  const Node& at(int expression) const { return pool_[expression]; }
  bool is_number(int expression) const { return at(expression).operation == Operation::number; }

  int negate(int a);
  int function(Operation operation, int a, int b);
  int scaled(double over, double under, int rest);

  void collect_factors(int expression, double exponent, Product& into) const;
  int put_together(Product product);
  int chain(double coefficient, const std::vector<Factor>& factors, double sign);
  void collect_terms(int expression, double sign, std::vector<Term>& into);
  int rank(int base) const;

  Pool pool_;
};

}  // namespace descent::expression
