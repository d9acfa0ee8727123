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

void add(const List<Parameter>& parameters, val& list) {
  constexpr const char* scales[] = {"linear", "log", "flag", "whole"};
  for (const Parameter& parameter : parameters) {
    val item = val::object();
    item.set("name", std::string(parameter.name));
    item.set("label", std::string(parameter.label));
    item.set("default", parameter.standard);
    item.set("min", parameter.min);
    item.set("max", parameter.max);
    item.set("scale", std::string(scales[static_cast<int>(parameter.scale)]));
    list.call<void>("push", item);
  }
}

val to_js(const List<double>& numbers) { return copy(numbers.items, numbers.count); }
val to_js(std::span<const double> numbers) { return copy(numbers.data(), numbers.size()); }
val to_js(const Vector<double>& numbers) { return copy(numbers.data(), static_cast<std::size_t>(numbers.size())); }

val to_js(const std::vector<std::string>& texts) {
  val list = val::array();
  for (const std::string& text : texts) list.call<void>("push", text);
  return list;
}

val answer() {
  val result = val::object();
  result.set("error", val::null());
  return result;
}

val refusal(const Error& error) {
  val reason = val::object();
  reason.set("field", error.field);
  reason.set("message", error.message);
  reason.set("remedy", error.remedy);
  reason.set("position", error.position);
  reason.set("row", error.row);
  val result = val::object();
  result.set("error", reason);
  return result;
}

val to_js(const FunctionInfo& info) {
  val result = val::object();
  result.set("name", std::string(info.name));
  result.set("label", std::string(info.label));
  result.set("formula", std::string(info.formula));
  result.set("dimension", static_cast<int>(info.dimension));
  result.set("domain", to_js(info.domain));
  result.set("start", to_js(info.start));
  result.set("minima", to_js(info.minima));
  result.set("minimumValues", to_js(info.minimum_values));
  result.set("parameters", to_js(info.parameters));
  result.set("source", std::string(info.source));
  return result;
}

val to_js(const OptimizerInfo& info) {
  val result = val::object();
  result.set("name", std::string(info.name));
  result.set("label", std::string(info.label));
  result.set("parameters", to_js(info.parameters));
  result.set("formula", std::string(info.formula));
  result.set("source", std::string(info.source));
  result.set("gradientStep", info.is_gradient_step);
  result.set("mostParameters", static_cast<int>(info.most_parameters));
  return result;
}

val to_js(const ScheduleInfo& info) {
  val result = val::object();
  result.set("name", std::string(info.name));
  result.set("label", std::string(info.label));
  result.set("parameters", to_js(info.parameters));
  result.set("formula", std::string(info.formula));
  result.set("source", std::string(info.source));
  result.set("gradientStepOnly", info.needs_gradient_step);
  return result;
}

val to_js(const Term& term) {
  constexpr const char* roles[] = {"parameter", "gradient", "rate", "hyperparameter", "state", "step", "result"};
  val result = val::object();
  result.set("symbol", std::string(term.quantity.symbol));
  result.set("tex", std::string(term.quantity.tex));
  result.set("label", std::string(term.quantity.label));
  result.set("role", std::string(roles[static_cast<int>(term.quantity.role)]));
  result.set("value", term.value);
  result.set("expression", term.expression);
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
