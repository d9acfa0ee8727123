#include "expression/operation.hpp"

namespace descent::expression {
namespace {

// In the order of `Operation`. The slopes are read by the formula parser itself, so what a reader is
// shown as the derivative is written here in the reader's own language.
constexpr OperationInfo infos[] = {
    {"", "", 0, {}},
    {"", "", 0, {}},
    {"pi", R"(\pi)", 0, {}},
    {"e", "e", 0, {}},

    {"-", "-", 1, {"-1"}},
    {"+", "+", 2, {"1", "1"}},
    {"-", "-", 2, {"1", "-1"}},
    {"*", "", 2, {"y", "x"}},
    {"/", "", 2, {"1/y", "-x/y^2"}},
    {"^", "", 2, {"y x^(y-1)", "log(x) x^y"}},

    {"abs", "", 1, {"sign(x)"}},
    {"acos", R"(\arccos)", 1, {"-1/sqrt(1-x^2)"}},
    {"asin", R"(\arcsin)", 1, {"1/sqrt(1-x^2)"}},
    {"atan", R"(\arctan)", 1, {"1/(1+x^2)"}},
    {"cos", R"(\cos)", 1, {"-sin(x)"}},
    {"cosh", R"(\cosh)", 1, {"sinh(x)"}},
    {"exp", "", 1, {"exp(x)"}},
    {"gauss", "", 1, {"-2 x gauss(x)"}},
    {"log", R"(\ln)", 1, {"1/x"}},
    {"log10", R"(\log_{10})", 1, {"1/(x log(10))"}},
    {"log2", R"(\log_{2})", 1, {"1/(x log(2))"}},
    {"relu", R"(\operatorname{ReLU})", 1, {"step(x)"}},
    {"sigmoid", R"(\sigma)", 1, {"sigmoid(x) (1-sigmoid(x))"}},
    {"sign", R"(\operatorname{sign})", 1, {"0"}},
    {"sin", R"(\sin)", 1, {"cos(x)"}},
    {"sinh", R"(\sinh)", 1, {"cosh(x)"}},
    {"softplus", R"(\operatorname{softplus})", 1, {"sigmoid(x)"}},
    {"sqrt", "", 1, {"1/(2 sqrt(x))"}},
    {"step", R"(\operatorname{step})", 1, {"0"}},
    {"tan", R"(\tan)", 1, {"1/cos(x)^2"}},
    {"tanh", R"(\tanh)", 1, {"1-tanh(x)^2"}},

    {"atan2", R"(\operatorname{atan2})", 2, {"y/(x^2+y^2)", "-x/(x^2+y^2)"}},
    {"max", R"(\max)", 2, {"step(x-y)", "step(y-x)"}},
    {"min", R"(\min)", 2, {"step(y-x)", "step(x-y)"}},

    {"", "", 1, {}},
    {"", "", 1, {}},
    {"", "", 1, {}},
};
static_assert(sizeof(infos) / sizeof(infos[0]) == operation_count);

struct Alias {
  const char* name;
  Operation operation;
};

constexpr Alias aliases[] = {
    {"arccos", Operation::acos}, {"arcsin", Operation::asin},    {"arctan", Operation::atan},
    {"bump", Operation::gauss},  {"gaussian", Operation::gauss}, {"ln", Operation::log},
};

Name name_of(Operation operation) {
  return {is_function(operation) ? Name::Kind::function : Name::Kind::constant, operation, -1};
}

}  // namespace

const OperationInfo& info_of(Operation operation) { return infos[static_cast<std::size_t>(operation)]; }

std::vector<std::string> all_names() {
  std::vector<std::string> names(std::begin(variable_names), std::end(variable_names));
  for (const OperationInfo& info : infos) {
    if (info.name[0] >= 'a') names.emplace_back(info.name);
  }
  for (const Alias& alias : aliases) names.emplace_back(alias.name);
  return names;
}

Name find_name(std::string_view word) {
  int place = 0;
  for (const char* variable : variable_names) {
    if (word == variable) return {Name::Kind::variable, Operation::variable, place};
    ++place;
  }
  for (std::size_t i = 0; i < operation_count; ++i) {
    if (word == infos[i].name && word[0] >= 'a') return name_of(static_cast<Operation>(i));
  }
  for (const Alias& alias : aliases) {
    if (word == alias.name) return name_of(alias.operation);
  }
  return {};
}

}  // namespace descent::expression
