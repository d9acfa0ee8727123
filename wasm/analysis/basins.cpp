#include "analysis/basins.hpp"

#include <utility>

namespace descent {

Result<std::unique_ptr<Basins>> Basins::begin(std::unique_ptr<Objective<double>> objective,
                                              const OptimizerConfig& optimizer, const RunSettings& settings,
                                              const BasinsRequest& request) {
  std::unique_ptr<Basins> basins(new Basins(std::move(objective), optimizer, request));
  const auto ready = basins->prepare(settings);
  if (!ready.ok()) return ready.error();
  return basins;
}

Basins::Basins(std::unique_ptr<Objective<double>> objective, const OptimizerConfig& optimizer,
               const BasinsRequest& request)
    : RunSeries(std::move(objective), optimizer),
      request_(request),
      order_(request.columns, request.rows),
      minima_(this->objective(), request.known, request.radius),
      ends_(static_cast<std::size_t>(order_.total()), static_cast<std::int16_t>(ending::not_yet)),
      steps_(ends_.size()) {}

double Basins::middle(const std::array<double, 2>& bounds, Index k, Index count) {
  const auto above = static_cast<double>(2 * k + 1);
  const auto all = static_cast<double>(2 * count);
  return (bounds[0] * (all - above) + bounds[1] * above) / all;
}

void Basins::next_start(Vector<double>& start) {
  start[0] = middle(request_.x, order_.column(), request_.columns);
  start[1] = middle(request_.y, order_.row(), request_.rows);
}

void Basins::ended(const Run<double>& run) {
  order_.paint(ends_.data(), static_cast<std::int16_t>(minima_.end_of(run)));
  order_.paint(steps_.data(), static_cast<std::uint32_t>(run.step()));
  order_.next();
}

}  // namespace descent
