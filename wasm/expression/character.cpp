#include "expression/character.hpp"

#include "core/utf8.hpp"

namespace descent::expression {
namespace {

struct Advice {
  std::uint32_t code;
  const char* remedy;
};

constexpr const char* parentheses = "Use ( and ).";
constexpr const char* plain_text = "Write plain text instead of TeX, as in `sqrt(x)/2`.";
constexpr const char* one_side = "Use `max`, `min`, `abs` or `step` for what happens on one side only.";
constexpr const char* shares = "Write a share as a number, such as 0.05 for 5 percent.";
constexpr const char* apart = "Write a comma between values, and decimals with a point.";
constexpr const char* no_sums = "Write the terms out, with `+` between them.";

constexpr Advice advice[] = {
    {'=', "Leave out the `=` and what stands before it, as in `x^2 + 5`."},
    {'[', parentheses},
    {']', parentheses},
    {'{', parentheses},
    {'}', parentheses},
    {'\\', plain_text},
    {'$', plain_text},
    {'<', one_side},
    {'>', one_side},
    {0x2264, one_side},
    {0x2265, one_side},
    {'!', "Write a factorial out, such as `2*3*4` for 4!."},
    {'%', shares},
    {0x2030, shares},
    {';', apart},
    {':', "Write a division with `/`."},
    {0x2236, "Write a division with `/`."},
    {'\'', "Write the derivative out; it is also shown beside the formula."},
    {0x2032, "Write the derivative out; it is also shown beside the formula."},
    {0xB0, "Angles are in radians: multiply degrees by `pi/180`."},
    {0xB1, "Write either `+` or `-`."},
    {0x2213, "Write either `+` or `-`."},
    {0x221B, "Write a cube root as a power, as in `x^(1/3)`, or `sign(x) abs(x)^(1/3)` for both sides of 0."},
    {0x221C, "Write a fourth root as a power, as in `x^(1/4)`."},
    {0x2211, no_sums},
    {0x3A3, no_sums},
    {0x2014, "Write `-`."},
    {0x2015, "Write `-`."},
    {0x2022, "Write `*`."},
    {0x207A, "Write the exponent after `^`."},
    // Letters that only look like those of a formula.
    {0x425, "This letter only looks like one of the Latin alphabet: type `x`."},
    {0x445, "This letter only looks like one of the Latin alphabet: type `x`."},
    {0x3C7, "This letter only looks like one of the Latin alphabet: type `x`."},
    {0x443, "This letter only looks like one of the Latin alphabet: type `y`."},
    {0x435, "This letter only looks like one of the Latin alphabet: type `e`."},
    {0x51D, "This letter only looks like one of the Latin alphabet: type `w`."},
};

struct Fraction {
  std::uint32_t code;
  const char* text;
};

constexpr Fraction fractions[] = {
    {0xBC, "1/4"},   {0xBD, "1/2"},   {0xBE, "3/4"},   {0x2150, "1/7"}, {0x2151, "1/9"}, {0x2152, "1/10"},
    {0x2153, "1/3"}, {0x2154, "2/3"}, {0x2155, "1/5"}, {0x2156, "2/5"}, {0x2157, "3/5"}, {0x2158, "4/5"},
    {0x2159, "1/6"}, {0x215A, "5/6"}, {0x215B, "1/8"}, {0x215C, "3/8"}, {0x215D, "5/8"}, {0x215E, "7/8"},
};

/// The plain letter or figure that one of the mathematical alphabets shows; 0 where it is of none.
char plain(std::uint32_t code) {
  constexpr std::uint32_t letters = 0x1D400;
  constexpr std::uint32_t after_letters = 0x1D6A4;
  constexpr std::uint32_t figures = 0x1D7CE;
  constexpr std::uint32_t after_figures = 0x1D800;
  if (code >= figures && code < after_figures) return static_cast<char>('0' + (code - figures) % 10);
  if (code < letters || code >= after_letters) return 0;
  const auto place = static_cast<int>((code - letters) % 52);
  return static_cast<char>(place < 26 ? 'A' + place : 'a' + place - 26);
}

bool is_foreign_letter(std::uint32_t code) {
  return (code >= 0xC0 && code < 0x2000 && is_printable(code)) || (code >= 0x3040 && code < 0xD800);
}

/// Operators, arrows, number forms, letters of mathematics: whatever may have been meant for something.
bool is_mathematical(std::uint32_t code) {
  return code == '&' || code == 0xAC || (code >= 0x2070 && code < 0x2500) || (code >= 0x27C0 && code < 0x2C00) ||
         (code >= 0x1D400 && code < 0x1D800);
}

}  // namespace

std::string shown(std::uint32_t code, const std::string& bytes) {
  if (is_printable(code)) return "`" + bytes + "`";
  return code == broken || code < 0x80 ? "This character" : "The character " + code_name(code);
}

std::string remedy_for_character(std::uint32_t code) {
  for (const Advice& entry : advice) {
    if (entry.code == code) return entry.remedy;
  }
  for (const Fraction& entry : fractions) {
    if (entry.code == code) return "Write it as `(" + std::string(entry.text) + ")`.";
  }
  if (const char letter = plain(code); letter != 0) return std::string("Type a plain `") + letter + "`.";
  if (is_foreign_letter(code)) return "Variables are `x` and `y`, or `w`, or `w1` and `w2`; constants `pi` and `e`.";
  if (is_mathematical(code)) return "Write what it stands for with numbers, names, `+ - * / ^` and parentheses.";
  return "Leave it out; a formula is made of numbers, names, `+ - * / ^` and parentheses.";
}

}  // namespace descent::expression
