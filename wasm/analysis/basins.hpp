#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/coarse_to_fine.hpp"
#include "analysis/minima.hpp"
#include "analysis/run_series.hpp"

namespace descent {

/// Which starts to try, and how their ends are told apart.
struct BasinsRequest {
  std::array<double, 2> x;         ///< lower and upper bound of the first parameter
  std::array<double, 2> y;         ///< lower and upper bound of the second parameter
  Index columns;                   ///< at least 2
  Index rows;                      ///< at least 2
  std::vector<double> known = {};  ///< minima to number first, two numbers each
  double radius = 0;               ///< ends this near to a minimum belong to it
};

/// The basins of attraction of an optimizer on a function of two parameters: for every cell of a grid
/// where a run ends that starts in the cell's middle. Coarse first, then finer.
class Basins final : public RunSeries {
 public:
  /// The objective has two parameters. Refuses what `Run::make` refuses.
  static Result<std::unique_ptr<Basins>> begin(std::unique_ptr<Objective<double>> objective,
                                               const OptimizerConfig& optimizer, const RunSettings& settings,
                                               const BasinsRequest& request);

  Index done() const override { return order_.done(); }
  Index total() const override { return order_.total(); }

  /// For every cell, row by row with the lowest y first, the number of the minimum where its run ended,
  /// or one of `ending`. A cell whose run is to come answers as the nearest one that was made.
  const std::vector<std::int16_t>& ends() const { return ends_; }
  /// The updates that each of those runs made.
  const std::vector<std::uint32_t>& steps() const { return steps_; }
  const Minima& minima() const { return minima_; }

  /// The middle of cell number `k` of `count` between two bounds. Bounds of opposite sign and equal
  /// magnitude give places that are, too, to the last bit.
  static double middle(const std::array<double, 2>& bounds, Index k, Index count);

 private:
  Basins(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer, const BasinsRequest& request);
  void next_start(Vector<double>& start) override;
  void ended(const Run<double>& run) override;

  BasinsRequest request_;
  CoarseToFine order_;
  Minima minima_;
  std::vector<std::int16_t> ends_;
  std::vector<std::uint32_t> steps_;
};

}  // namespace descent
