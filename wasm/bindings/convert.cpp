#include "bindings/convert.hpp"

namespace descent::bindings {

using emscripten::val;

namespace {

val copy(const double* numbers, std::size_t count) {
  return val(emscripten::typed_memory_view(count, numbers)).call<val>("slice");
}
val to_js(const List<Parameter>& parameters) {
  val list = val::array();
  add(parameters, list);
  return list;
}

}  // namespace

void put(val& object, const char* key, const val& value) { object.set(key, value); }
void put(val& object, const char* key, const std::string& text) { put(object, key, val(text)); }
void put(val& object, const char* key, const char* text) { put(object, key, std::string(text)); }
void put(val& object, const char* key, double number) { put(object, key, val(number)); }
void put(val& object, const char* key, int number) { put(object, key, static_cast<double>(number)); }
void put(val& object, const char* key, bool flag) { put(object, key, val(flag)); }
void push(val& list, const val& value) { list.call<void>("push", value); }

void add(const List<Parameter>& parameters, val& list) {
  constexpr const char* scales[] = {"linear", "log", "flag", "whole"};
  for (const Parameter& parameter : parameters) {
    val item = val::object();
    put(item, "name", parameter.name);
    put(item, "label", parameter.label);
    put(item, "default", parameter.standard);
    put(item, "min", parameter.min);
    put(item, "max", parameter.max);
    put(item, "scale", scales[static_cast<int>(parameter.scale)]);
    push(list, item);
  }
}

val to_js(const List<double>& numbers) { return copy(numbers.items, numbers.count); }
val to_js(std::span<const double> numbers) { return copy(numbers.data(), numbers.size()); }
val to_js(const Vector<double>& numbers) { return copy(numbers.data(), static_cast<std::size_t>(numbers.size())); }

val to_js(const std::vector<std::string>& texts) {
  val list = val::array();
  for (const std::string& text : texts) push(list, val(text));
  return list;
}

val answer() {
  val result = val::object();
  put(result, "error", val::null());
  return result;
}

val refusal(const Error& error) {
  val reason = val::object();
  put(reason, "field", error.field);
  put(reason, "message", error.message);
  put(reason, "remedy", error.remedy);
  put(reason, "position", error.position);
  put(reason, "row", error.row);
  val result = val::object();
  put(result, "error", reason);
  return result;
}

val to_js(const FunctionInfo& info) {
  val result = val::object();
  put(result, "name", info.name);
  put(result, "label", info.label);
  put(result, "formula", info.formula);
  put(result, "dimension", static_cast<int>(info.dimension));
  put(result, "domain", to_js(info.domain));
  put(result, "start", to_js(info.start));
  put(result, "minima", to_js(info.minima));
  put(result, "minimumValues", to_js(info.minimum_values));
  put(result, "parameters", to_js(info.parameters));
  put(result, "source", info.source);
  return result;
}

namespace {

/** What an optimizer and a schedule tell of themselves alike. */
template <class Info>
val described(const Info& info) {
  val result = val::object();
  put(result, "name", info.name);
  put(result, "label", info.label);
  put(result, "parameters", to_js(info.parameters));
  put(result, "formula", info.formula);
  put(result, "source", info.source);
  return result;
}

}  // namespace

val to_js(const OptimizerInfo& info) {
  val result = described(info);
  put(result, "gradientStep", info.is_gradient_step);
  put(result, "mostParameters", static_cast<int>(info.most_parameters));
  return result;
}

val to_js(const ScheduleInfo& info) {
  val result = described(info);
  put(result, "gradientStepOnly", info.needs_gradient_step);
  return result;
}

val to_js(const Term& term) {
  constexpr const char* roles[] = {"parameter", "gradient", "rate", "hyperparameter", "state", "step", "result"};
  val result = val::object();
  put(result, "symbol", term.quantity.symbol);
  put(result, "tex", term.quantity.tex);
  put(result, "label", term.quantity.label);
  put(result, "role", roles[static_cast<int>(term.quantity.role)]);
  put(result, "value", term.value);
  put(result, "expression", term.expression);
  return result;
}

const char* name_of(StopReason reason) {
  constexpr const char* names[] = {"running", "converged", "diverged", "stalled", "step_limit"};
  return names[static_cast<int>(reason)];
}

const char* name_of(Behaviour behaviour) {
  constexpr const char* names[] = {"monotone", "swinging", "divergent"};
  return names[static_cast<int>(behaviour)];
}

}  // namespace descent::bindings
