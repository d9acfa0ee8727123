#include "expression/tex.hpp"

#include <cmath>
#include <vector>

#include "core/decimal.hpp"

namespace descent::expression {
namespace {

/// How tightly a piece of TeX holds together, loosest first.
enum class Binding { sum, negative, product, fraction, call, atom };

constexpr int deepest = 200;  // of the writer's own recursion

class Writer {
 public:
  explicit Writer(const Tree& tree) : tree_(tree) {}

  std::string run() {
    write(tree_.root, Binding::sum);
    return failed_ ? std::string() : std::move(text_);
  }

 private:
  const Node& at(int index) const { return tree_[index]; }

  Binding binding_of(const Node& node) const {
    switch (node.operation) {
      case Operation::add:
      case Operation::subtract:
        return Binding::sum;
      case Operation::negate:
        return Binding::negative;
      case Operation::number:
        if (std::signbit(node.value)) return Binding::negative;
        return number_text(node.value).find(' ') == std::string::npos ? Binding::atom : Binding::product;
      case Operation::multiply:
        return binding_of(at(node.first)) == Binding::negative ? Binding::negative : Binding::product;
      case Operation::divide:
        return Binding::fraction;
      case Operation::power:
      case Operation::exp:
      case Operation::gauss:
        return Binding::call;
      case Operation::abs:
      case Operation::variable:
      case Operation::pi:
      case Operation::e:
        return Binding::atom;
      default:
        return Binding::call;
    }
  }

  /// Writes an operand, in parentheses where it would fall apart without.
  void write(int index, Binding loosest) {
    if (text_.size() > max_tex || depth_ >= deepest) failed_ = true;
    if (failed_) return;
    ++depth_;
    const Node& node = at(index);
    if (binding_of(node) < loosest) {
      text_ += R"(\left()";
      write_node(node);
      text_ += R"(\right))";
    } else {
      write_node(node);
    }
    --depth_;
  }

  void write_node(const Node& node) {
    switch (node.operation) {
      case Operation::number:
        failed_ = failed_ || !std::isfinite(node.value);
        text_ += number_text(node.value);
        return;
      case Operation::variable:
        return write_variable(node);
      case Operation::negate:
        text_ += '-';
        return write(node.first, Binding::product);
      case Operation::add:
      case Operation::subtract:
        return write_sum(node);
      case Operation::multiply:
        return write_product(node);
      case Operation::divide:
        return write_around(R"(\frac{)", node.first, "}{", node.second, "}");
      case Operation::power:
        return write_power(node);
      default:
        return write_function(node);
    }
  }

  void write_variable(const Node& node) {
    const std::string& name = tree_.variables[static_cast<std::size_t>(node.value)];
    text_ += name[0];
    if (name.size() > 1) text_ += "_{" + name.substr(1) + "}";
  }

  /// A chain of operations of one kind, from its innermost left end; chains may be long.
  std::vector<const Node*> left_chain(const Node& last) const {
    const bool sum = binding_of(last) == Binding::sum;
    std::vector<const Node*> chain = {&last};
    for (const Node* node = &at(last.first);; node = &at(node->first)) {
      const bool same = sum ? node->operation == Operation::add || node->operation == Operation::subtract
                            : node->operation == Operation::multiply;
      if (!same) break;
      chain.push_back(node);
    }
    return {chain.rbegin(), chain.rend()};
  }

  void write_sum(const Node& last) {
    const auto chain = left_chain(last);
    write(chain.front()->first, Binding::negative);
    for (const Node* node : chain) {
      text_ += node->operation == Operation::add ? " + " : " - ";
      write(node->second, Binding::product);
    }
  }

  void write_product(const Node& last) {
    const auto chain = left_chain(last);
    write(chain.front()->first, Binding::negative);
    for (const Node* node : chain) {
      const std::size_t seam = text_.size();
      write(node->second, Binding::fraction);
      if (failed_) return;
      // Figures beside figures need a sign between them; \frac12 and 2 3 would be misread.
      const bool figures = text_[seam] >= '0' && text_[seam] <= '9';
      text_.insert(seam, figures ? R"( \cdot )" : " ");
    }
  }

  void write_power(const Node& node) {
    const OperationInfo& base = info_of(at(node.first).operation);
    const Node& exponent = at(node.second);
    const bool trigonometric = base.tex[0] == '\\' && is_function(at(node.first).operation) && base.arity == 1;
    if (trigonometric && exponent.operation == Operation::number && exponent.value >= 2 &&
        exponent.value == std::floor(exponent.value)) {
      text_ += base.tex;
      return write_around("^{", node.second, R"(}\left()", at(node.first).first, R"(\right))");
    }
    write(node.first, Binding::atom);
    write_around("^{", node.second, "}", -1, "");
  }

  void write_function(const Node& node) {
    switch (node.operation) {
      case Operation::abs:
        return write_around(R"(\left|)", node.first, R"(\right|)", -1, "");
      case Operation::sqrt:
        return write_around(R"(\sqrt{)", node.first, "}", -1, "");
      case Operation::exp:
        return write_around("e^{", node.first, "}", -1, "");
      case Operation::gauss:
        text_ += "e^{-";
        write(node.first, Binding::atom);
        text_ += "^{2}}";
        return;
      default:
        text_ += info_of(node.operation).tex;
        if (info_of(node.operation).arity == 0) return;
        return write_around(R"(\left()", node.first, node.second < 0 ? "" : ", ", node.second, R"(\right))");
    }
  }

  void write_around(const char* before, int first, const char* between, int second, const char* after) {
    text_ += before;
    write(first, Binding::sum);
    text_ += between;
    if (second >= 0) write(second, Binding::sum);
    text_ += after;
  }

  /// Fifteen digits: as many as a decimal surely keeps, so 0.1 times 3 reads 0.3.
  static std::string number_text(double value) {
    const std::string text = text_of(value, 15);
    const std::size_t e = text.find('e');
    if (e == std::string::npos) return text;
    const std::string mantissa = text.substr(0, e) == "1" ? "" : text.substr(0, e) + R"( \cdot )";
    const bool negative = text[e + 1] == '-';
    const std::size_t digits = text.find_first_not_of("+-0", e + 1);
    return mantissa + "10^{" + (negative ? "-" : "") + text.substr(digits) + "}";
  }

  const Tree& tree_;
  std::string text_;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string to_tex(const Tree& tree) { return tree.root < 0 ? std::string() : Writer(tree).run(); }

}  // namespace descent::expression
