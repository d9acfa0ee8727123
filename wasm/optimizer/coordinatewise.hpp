#pragma once

#include <array>
#include <utility>

#include "optimizer/optimizer.hpp"

namespace descent {

/// The quantities every rule shares.
namespace quantity {
inline constexpr Quantity parameter = {"w", "w", "was at", Role::parameter};
inline constexpr Quantity gradient = {"g", "g", "slope", Role::gradient};
inline constexpr Quantity step = {"step", R"(\eta\,g)", "rate × slope", Role::step};
inline constexpr Quantity result = {"w_next", "w'", "lands at", Role::result};
}  // namespace quantity

/// A number that a rule keeps between updates.
struct Memory {
  Quantity quantity;
  double first;  ///< its value before a run's first update
};

/// An optimizer whose update treats every coordinate alike and apart from the others. A `Rule` is:
///
///   static constexpr OptimizerInfo info;
///   static constexpr std::array<Memory, S> per_coordinate;   what it keeps of each (Adam: m and v)
///   static constexpr std::array<Memory, R> per_run;          what it keeps once (Adam: beta powers)
///   explicit Rule(const double* hyperparameters);
///   double learning_rate;
///   template <typename Book, typename Number = typename Book::Number>
///   auto begin(Book&, Number rate, std::array<Number, R>& kept) const;
///       what all coordinates share in this update, computed once; returns any struct of Numbers
///   template <typename Book, typename Number = typename Book::Number>
///   Number update(Book&, common, Number w, Number g, std::array<Number, S>& kept) const;
///       one coordinate's new parameter; names every intermediate in the book
///
/// See README.md for a worked example.
template <typename Rule, typename Scalar>
class Coordinatewise final : public Optimizer<Scalar> {
 public:
  explicit Coordinatewise(const double* hyperparameters) : rule_(hyperparameters) {}

  void reset(Index dimension) override {
    coordinates_.resize(dimension, slots);
    for (std::size_t k = 0; k < slots; ++k) {
      coordinates_.col(static_cast<Index>(k)).setConstant(static_cast<Scalar>(Rule::per_coordinate[k].first));
    }
    for (std::size_t k = 0; k < Rule::per_run.size(); ++k) run_[k] = static_cast<Scalar>(Rule::per_run[k].first);
  }

  const OptimizerInfo& info() const override { return Rule::info; }
  double learning_rate() const override { return rule_.learning_rate; }

  void step(const Point<Scalar>& from, Vector<Scalar>& next) override {
    PlainBook<Scalar> book;
    const auto common = rule_.begin(book, from.rate, run_);
    for (Index i = 0; i < from.parameters.size(); ++i) {
      std::array<Scalar, slots> kept;
      for (std::size_t k = 0; k < slots; ++k) kept[k] = coordinates_(i, static_cast<Index>(k));
      next[i] = rule_.update(book, common, from.parameters[i], from.gradient[i], kept);
      for (std::size_t k = 0; k < slots; ++k) coordinates_(i, static_cast<Index>(k)) = kept[k];
    }
  }

  void explain(const Point<Scalar>& from, Index coordinate, const Schedule<Scalar>& schedule,
               Ledger& ledger) const override {
    const Traced w = ledger.input(quantity::parameter, from.parameters[coordinate]);
    const Traced g = ledger.input(quantity::gradient, from.gradient[coordinate]);
    const Traced eta = schedule.explain(from, learning_rate(), ledger);
    auto run = traced(ledger, Rule::per_run, [&](std::size_t k) { return run_[k]; });
    const auto common = rule_.begin(ledger, eta, run);
    auto kept = traced(ledger, Rule::per_coordinate,
                       [&](std::size_t k) { return coordinates_(coordinate, static_cast<Index>(k)); });
    rule_.update(ledger, common, w, g, kept);
  }

 private:
  static constexpr std::size_t slots = Rule::per_coordinate.size();

  /// Writes kept numbers down as inputs.
  template <std::size_t size, typename Source>
  static std::array<Traced, size> traced(Ledger& ledger, const std::array<Memory, size>& kept, Source value_of) {
    return [&]<std::size_t... k>(std::index_sequence<k...>) {
      return std::array<Traced, size>{ledger.input(kept[k].quantity, static_cast<double>(value_of(k)))...};
    }
    (std::make_index_sequence<size>{});
  }

  Rule rule_;
  Matrix<Scalar> coordinates_;  ///< dimension x slots, so that one slot lies in one piece
  std::array<Scalar, Rule::per_run.size()> run_{};
};

}  // namespace descent
