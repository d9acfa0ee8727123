#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>

#include "optimizer/optimizer.hpp"

// Tells the compiler what it cannot know: that the arrays of a loop do not overlap, so that it may use
// SIMD. It makes an update of many parameters about four times as fast.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpass-failed"  // builds that do not optimise cannot heed it
#define DOWNHILL_INDEPENDENT_ITERATIONS _Pragma("clang loop vectorize(assume_safety)")
#define DOWNHILL_SMALL [[clang::minsize]]
#elif defined(__GNUC__)
#define DOWNHILL_INDEPENDENT_ITERATIONS _Pragma("GCC ivdep")
#else
#define DOWNHILL_INDEPENDENT_ITERATIONS
#endif
// Marks what runs once per request in a file that is compiled for speed.
#ifndef DOWNHILL_SMALL
#define DOWNHILL_SMALL
#endif

namespace descent {

/// The quantities every rule shares.
namespace quantity {
inline constexpr Quantity parameter = {"w", "w", "was at", Role::parameter};
inline constexpr Quantity gradient = {"g", "g", "slope", Role::gradient};
inline constexpr Quantity step = {"step", R"(\eta\,g)", "rate × slope", Role::step};
inline constexpr Quantity result = {"w_next", "w'", "lands at", Role::result};
}  // namespace quantity

/// What a rule keeps of a coordinate until the next update: in single precision 0 where a number is too small to be a
/// normal one. A mean of slopes that are 0 by now gets there and never leaves, and processors take a hundred times as
/// long over such numbers. In double precision, which readers inspect, every number is kept as it is.
template <typename Scalar>
Scalar to_keep(Scalar number) {
  if constexpr (std::is_same_v<Scalar, float>) {
    return std::abs(number) < std::numeric_limits<float>::min() ? 0.0F : number;
  } else {
    return number;
  }
}

/// An optimizer whose update treats every coordinate alike and apart from the others. A `Rule` is:
///
///   static constexpr OptimizerInfo info;
///   static constexpr std::size_t memory;               numbers it keeps of each coordinate (Adam: 2, m
///                                                      and v); 0 before a run's first update
///   static constexpr std::array<double, R> shared;     numbers it keeps once, with their first values
///                                                      (Adam: the powers of its betas)
///   explicit Rule(const double* hyperparameters);
///   double learning_rate;
///   template <typename Book, typename Number = typename Book::Number>
///   auto begin(Book&, const Number& eta, auto& kept) const;
///       what all coordinates share in this update, computed once; returns any struct of Numbers
///   template <typename Book, typename Number = typename Book::Number>
///   Number update(Book&, const auto& common, const Number& w, const Number& g, auto& kept) const;
///       one coordinate's new parameter, named `quantity::result`; every intermediate is named too
///
/// `kept` is an array of bare numbers: read with `book.input`, written with `bare`. A number that a
/// rule reads only under some hyper-parameters is thus shown only under these.
/// See README.md for a worked example.
template <typename Rule, typename Scalar>
class Coordinatewise final : public Optimizer<Scalar> {
 public:
  explicit Coordinatewise(const double* hyperparameters) : rule_(hyperparameters) {}

  std::unique_ptr<Optimizer<Scalar>> clone() const override { return std::make_unique<Coordinatewise>(*this); }
  Index state_size() const override { return coordinates_.size(); }
  const OptimizerInfo& info() const override { return Rule::info; }
  double learning_rate() const override { return rule_.learning_rate; }

  void reset(Index dimension) override {
    coordinates_.setZero(dimension, memory);
    for (std::size_t k = 0; k < shared_.size(); ++k) shared_[k] = static_cast<Scalar>(Rule::shared[k]);
  }

  void step(const Point<Scalar>& from, Vector<Scalar>& next) override {
    PlainBook<Scalar> book;
    const auto common = rule_.begin(book, from.rate, shared_);
    const Rule rule = rule_;  // a copy of our own, so that no store below could change it
    const Index count = from.parameters.size();
    const Scalar* w = from.parameters.data();
    const Scalar* g = from.gradient.data();
    Scalar* to = next.data();
    Scalar* memories = coordinates_.data();
    DOWNHILL_INDEPENDENT_ITERATIONS
    for (Index i = 0; i < count; ++i) {
      std::array<Scalar, memory> kept;
      for (std::size_t k = 0; k < memory; ++k) kept[k] = memories[static_cast<Index>(k) * count + i];
      to[i] = rule.update(book, common, w[i], g[i], kept);
      for (std::size_t k = 0; k < memory; ++k) memories[static_cast<Index>(k) * count + i] = to_keep(kept[k]);
    }
  }

  DOWNHILL_SMALL void explain(const Point<Scalar>& from, Index coordinate, const Schedule<Scalar>& schedule,
                              Ledger& ledger) const override {
    if constexpr (std::is_same_v<Scalar, double>) {
      const Traced w = ledger.input(quantity::parameter, from.parameters[coordinate]);
      const Traced g = ledger.input(quantity::gradient, from.gradient[coordinate]);
      const Traced eta = schedule.explain(from, learning_rate(), ledger);
      auto shared = shared_;
      const auto common = rule_.begin(ledger, eta, shared);
      std::array<double, memory> kept;
      for (std::size_t k = 0; k < memory; ++k) kept[k] = coordinates_(coordinate, static_cast<Index>(k));
      rule_.update(ledger, common, w, g, kept);
    }
  }

 private:
  static constexpr std::size_t memory = Rule::memory;

  Rule rule_;
  Matrix<Scalar> coordinates_;  ///< dimension x memory, so that one kind of number lies in one piece
  std::array<Scalar, Rule::shared.size()> shared_{};
};

}  // namespace descent

#undef DOWNHILL_INDEPENDENT_ITERATIONS
#undef DOWNHILL_SMALL
#if defined(__clang__)
#pragma clang diagnostic pop
#endif
