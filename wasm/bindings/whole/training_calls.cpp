#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "analysis/bend.hpp"
#include "analysis/sharpness.hpp"
#include "bindings/config.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/reader.hpp"
#include "bindings/run_handles.hpp"
#include "bindings/task_handles.hpp"
#include "bindings/whole/calls.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

/// A run as a task, with whatever is done at its rows.
class Training : public Task {
 public:
  explicit Training(std::unique_ptr<Descent> descent, Index step_limit)
      : descent_(std::move(descent)),
        rows_(step_limit + 1),
        // A unit is some ten thousand multiplications, so that a slice is one update where an update takes long.
        cost_(std::max(1.0, descent_->objective().work() / 1e4)) {}

  void advance(double work) override {
    for (; work > 0 && !over_; work -= cost_) {
      if (busy_at_row()) continue;
      over_ = descent_->reason() != StopReason::running;
      if (!over_) descent_->advance(1);
    }
  }
  Index done() const override { return over_ ? rows_ : std::min(rows_ - 1, descent_->trace().rows()); }
  Index total() const override { return rows_; }

 protected:
  /// Does some of what there is to do at this row; false where there is nothing left.
  virtual bool busy_at_row() { return false; }

  val result_so_far() const {
    val result = answer();
    put(result, "reason", name_of(descent_->reason()));
    put(result, "loss", to_js(descent_->trace().loss()));
    return result;
  }

  std::unique_ptr<Descent> descent_;

 private:
  Index rows_;
  double cost_;
  bool over_ = false;
};

class EdgeTask final : public Training {
 public:
  EdgeTask(std::unique_ptr<Descent> descent, Index step_limit, Index every, double tolerance)
      : Training(std::move(descent), step_limit), every_(every) {
    request_.tolerance = tolerance;
  }

  val result() const override {
    val result = result_so_far();
    put(result, "dimension", static_cast<int>(descent_->dimension()));
    put(result, "steps", to_js(steps_));
    put(result, "sharpness", to_js(sharpness_));
    put(result, "threshold", to_js(threshold_));
    put(result, "parameters", to_js(descent_->run().parameters()));
    put(result, "products", products_);
    return result;
  }

 private:
  bool busy_at_row() override {
    const Run<double>& run = descent_->run();
    const auto row = static_cast<double>(run.step());
    if (run.step() % every_ != 0 || (!steps_.empty() && steps_.back() == row)) return false;
    Sharpness found = sharpness_at(descent_->objective(), run.parameters(), request_);
    if (std::isfinite(found.value)) request_.direction = std::move(found.direction);
    steps_.push_back(row);
    sharpness_.push_back(found.value);
    threshold_.push_back(2 / run.rate());
    products_ += static_cast<double>(found.products);
    return true;
  }

  Index every_;
  SharpnessRequest request_;
  std::vector<double> steps_;
  std::vector<double> sharpness_;
  std::vector<double> threshold_;
  double products_ = 0;
};

class BendTask final : public Training {
 public:
  BendTask(std::unique_ptr<Descent> descent, Index step_limit, const BentPath& path, Index columns)
      : Training(std::move(descent), step_limit), path_(path), columns_(columns) {}

  val result() const override {
    const Vector<double>& middle = descent_->run().parameters();
    const PathProfile profile = path_profile(path_, middle, columns_);
    val result = result_so_far();
    put(result, "middle", to_js(middle));
    put(result, "straight", to_js(profile.straight));
    put(result, "bent", to_js(profile.bent));
    return result;
  }

 private:
  const BentPath& path_;  ///< the run's own objective
  Index columns_;
};

double bytes_of(const RunConfig& config) {
  return Descent::most_bytes(*config.objective, config.optimizer, config.settings);
}

/// Begins the run that a task is made of.
Result<std::unique_ptr<Descent>> begin(RunConfig& config) {
  if (auto error = no_room(bytes_of(config))) return *error;
  return Descent::begin(std::move(config.objective), config.optimizer, config.start, config.settings);
}

Vector<double> read_end(Reader& reader, const char* name, Index dimension) {
  auto end = read_point(reader.get(name), name, dimension);
  if (end.ok()) return std::move(end.value());
  reader.refuse(name, end.error().message, end.error().remedy);
  return {};
}

}  // namespace

val create_edge(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit",
                     "batch", "every", "sharpnessTolerance"});
  const Index every = reader.whole("every", 1, 1, 1000000);
  const double tolerance = reader.number("sharpnessTolerance", 1e-3, 1e-12, 1);
  auto config = read_run(reader);
  if (!config.ok()) return refusal(config.error());
  const double bytes = bytes_of(config.value());
  auto begun = begin(config.value());
  if (!begun.ok()) return refusal(begun.error());
  const Index step_limit = config.value().settings.step_limit;
  return held(std::make_unique<EdgeTask>(std::move(begun.value()), step_limit, every, tolerance), bytes);
}

val create_bend(const val& options) {
  Reader reader(options, "");
  reader.allow_only({"objective", "optimizer", "schedule", "start", "stepLimit", "tolerance", "divergenceLimit",
                     "batch", "from", "to", "places", "columns"});
  const Index places = reader.whole("places", 9, 1, 64);
  const Index columns = reader.whole("columns", 41, 2, 1001);
  auto read = read_run(reader);
  if (!read.ok()) return refusal(read.error());
  RunConfig& config = read.value();
  const Index dimension = config.objective->dimension();
  Vector<double> from = read_end(reader, "from", dimension);
  Vector<double> to = read_end(reader, "to", dimension);
  if (!reader.ok()) return refusal(reader.error());
  auto path = std::make_unique<BentPath>(std::move(config.objective), std::move(from), std::move(to), places);
  const BentPath& held_path = *path;
  if (!reader.has("start")) config.start = path->default_start();
  config.objective = std::move(path);
  const double bytes = bytes_of(config);
  auto begun = begin(config);
  if (!begun.ok()) return refusal(begun.error());
  const Index step_limit = config.settings.step_limit;
  return held(std::make_unique<BendTask>(std::move(begun.value()), step_limit, held_path, columns), bytes);
}

}  // namespace descent::bindings
