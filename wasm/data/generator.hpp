#pragma once

#include "core/eigen.hpp"
#include "core/parameter.hpp"
#include "core/random.hpp"

namespace descent {

/// What a generated set holds.
struct SetSize {
  Index features;
  Index classes;  ///< 0 for a regression, which has one target for each example
};

/// A set of examples that can be drawn in any number, described as data.
struct GeneratorInfo {
  const char* name;
  const char* label;
  const char* formula;  ///< TeX
  const char* source;
  /// Range worth drawing, in pairs of lower and upper bound: of both features, or of the only feature
  /// and the target. Empty where there are more.
  List<double> domain;
  List<Parameter> parameters;  ///< besides `count` and `seed`, which every set has
};

/// How far examples lie off the curve: the standard deviation of what is added to them.
constexpr Parameter noise_of(double standard, double max) {
  return {"noise", "noise", standard, 0, max, Scale::linear};
}

/// Adds noise to a point. The same numbers are drawn whatever the noise, so that each example moves
/// along a line when a reader changes it.
inline void scatter(double noise, Random& random, double* point, Index features = 2) {
  for (Index k = 0; k < features; ++k) point[k] += noise * random.normal();
}

inline constexpr double pi = 3.14159265358979323846;

/// A generator as the registry keeps it. Of a struct `G` it needs
///   static constexpr GeneratorInfo info;
///   static SetSize size(const double* shape)      `shape` holds one value per info.parameters
///   static double draw(const double* shape, Index index, Random& random, double* input)
/// where `draw` writes the features of example `index` and answers its class number, or in a regression
/// its target. Classes take turns, so that they are balanced.
struct GeneratorEntry {
  const GeneratorInfo* info;
  SetSize (*size)(const double* shape);
  double (*draw)(const double* shape, Index index, Random& random, double* input);
};

}  // namespace descent
