#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "bindings/calls.hpp"
#include "bindings/convert.hpp"
#include "bindings/handles.hpp"
#include "bindings/objective_handles.hpp"
#include "bindings/question_config.hpp"
#include "bindings/task_handles.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

Handles<Task>& handles() {
  static Handles<Task> all;
  return all;
}

template <typename Number>
val typed(const std::vector<Number>& numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).template call<val>("slice");
}

void set_minima(val& result, const Minima* minima) {
  put(result, "minima", to_js(minima == nullptr ? std::vector<double>() : minima->places()));
  put(result, "minimumValues", to_js(minima == nullptr ? std::vector<double>() : minima->values()));
}

class BasinsTask final : public Task {
 public:
  BasinsTask(std::unique_ptr<Basins> basins, const BasinsRequest& request)
      : basins_(std::move(basins)), columns_(request.columns), rows_(request.rows) {}

  void advance(double work) override { basins_->advance(work); }
  Index done() const override { return basins_->done(); }
  Index total() const override { return basins_->total(); }
  val result() const override {
    val result = answer();
    put(result, "columns", static_cast<int>(columns_));
    put(result, "rows", static_cast<int>(rows_));
    put(result, "end", typed(basins_->ends()));
    put(result, "steps", typed(basins_->steps()));
    set_minima(result, &basins_->minima());
    return result;
  }

 private:
  std::unique_ptr<Basins> basins_;
  Index columns_;
  Index rows_;
};

class StartsTask final : public Task {
 public:
  explicit StartsTask(std::unique_ptr<Starts> starts) : starts_(std::move(starts)) {}

  void advance(double work) override { starts_->advance(work); }
  Index done() const override { return starts_->done(); }
  Index total() const override { return starts_->total(); }
  val result() const override {
    std::vector<std::string> reasons;
    for (const StopReason reason : starts_->reasons()) reasons.emplace_back(name_of(reason));
    val result = answer();
    put(result, "dimension", static_cast<int>(starts_->objective().dimension()));
    put(result, "finalLoss", to_js(starts_->final_losses()));
    put(result, "steps", to_js(starts_->steps()));
    put(result, "reasons", to_js(reasons));
    put(result, "starts", to_js(starts_->starts()));
    put(result, "places", to_js(starts_->places()));
    put(result, "lookLosses", to_js(starts_->look_losses()));
    put(result, "lookPlaces", to_js(starts_->look_places()));
    put(result, "end", typed(starts_->ends()));
    set_minima(result, starts_->minima());
    return result;
  }

 private:
  std::unique_ptr<Starts> starts_;
};

Task* find(int handle) {
  Task* task = handles().find(handle);
  return task == nullptr || task->lost() ? nullptr : task;
}

}  // namespace

val held(std::unique_ptr<Task> task, double bytes) { return made(handles().add(std::move(task), bytes), 0); }

val create_basins(const val& options) {
  auto config = read_basins(options);
  if (!config.ok()) return refusal(config.error());
  auto& [run, request] = config.value();
  auto basins = Basins::begin(std::move(run.objective), run.optimizer, run.settings, request);
  if (!basins.ok()) return refusal(basins.error());
  return held(std::make_unique<BasinsTask>(std::move(basins.value()), request));
}

val create_starts(const val& options) {
  auto config = read_starts(options);
  if (!config.ok()) return refusal(config.error());
  auto& [run, request] = config.value();
  auto starts = Starts::begin(std::move(run.objective), run.optimizer, run.settings, request);
  if (!starts.ok()) return refusal(starts.error());
  return held(std::make_unique<StartsTask>(std::move(starts.value())));
}

/// Does `work` units more; none for what is no number or not above 0.
val advance_task(int handle, const val& work) {
  Task* task = find(handle);
  if (task == nullptr) return disposed();
  const double wanted = work.isNumber() ? work.as<double>() : 0;
  if (wanted > 0) task->advance(wanted);
  val result = answer();
  put(result, "done", static_cast<double>(task->done()));
  put(result, "total", static_cast<double>(task->total()));
  return result;
}

val task_result(int handle) {
  const Task* task = find(handle);
  return task == nullptr ? disposed() : task->result();
}

void dispose_task(int handle) { handles().remove(handle); }

}  // namespace descent::bindings
