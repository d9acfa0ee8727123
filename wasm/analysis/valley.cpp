#include "analysis/valley.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "objective/spectrum.hpp"

// Plain loops: Eigen's products of matrices and vectors would be much code for a few numbers.
namespace descent {
namespace {

constexpr double precision = std::numeric_limits<double>::epsilon();

double dot(const double* a, const Vector<double>& b) {
  double sum = 0;
  for (Index i = 0; i < b.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void add(Vector<double>& to, double factor, const double* vector) {
  for (Index i = 0; i < to.size(); ++i) to[i] += factor * vector[i];
}

double squared_distance(const Vector<double>& a, const Vector<double>& b) {
  double sum = 0;
  for (Index i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/// Slope and curvatures at a place.
struct Local {
  Vector<double> gradient;
  Spectrum spectrum;

  const double* axis(Index k) const { return spectrum.axes.data() + k * gradient.size(); }
};

std::optional<Local> look(const Objective<double>& objective, const Vector<double>& at) {
  Local local{Vector<double>::Zero(at.size()), {}};
  objective.value_and_gradient(at, local.gradient);
  Matrix<double> hessian = objective.hessian(at);
  if (!hessian.allFinite() || !local.gradient.allFinite()) return {};
  local.spectrum = spectrum_at(objective, at, std::move(hessian));
  return local;
}

/// What the loss may differ by over `radius` along axis k of a level bottom.
double doubt_of(const Local& local, Index k, double value, double radius) {
  return 64 * precision * std::abs(value) + local.spectrum.doubts[k] * radius * radius;
}

/// Whether the function falls along no flat axis, and where all are flat, rises along every one.
bool holds(const Objective<double>& objective, const Vector<double>& at, const Local& local, Index flat,
           double radius) {
  const double here = objective.value(at);
  for (Index k = 0; k < at.size(); ++k) {
    if (!local.spectrum.flat(k)) continue;
    const double doubt = doubt_of(local, k, here, radius);
    for (const double side : {-radius, radius}) {
      Vector<double> beside = at;
      add(beside, side, local.axis(k));
      const double rise = objective.value(beside) - here;
      if (flat < at.size() ? !(rise >= -doubt) : !(rise > doubt)) return false;
    }
  }
  return true;
}

/// The axes from the least curved to the most.
std::vector<Index> by_curvature(const Spectrum& spectrum) {
  std::vector<Index> order(static_cast<std::size_t>(spectrum.curvatures.size()));
  std::iota(order.begin(), order.end(), Index(0));
  std::sort(order.begin(), order.end(),
            [&](Index a, Index b) { return std::abs(spectrum.curvatures[a]) < std::abs(spectrum.curvatures[b]); });
  return order;
}

/// Descends along all but the `flat` least curved axes. False where one of them bends down.
bool settle(const Objective<double>& objective, Vector<double>& at, Index flat) {
  constexpr int most_steps = 8;  // a stride leaves little to do, and convergence is quadratic
  for (int step = 0; step < most_steps; ++step) {
    const auto local = look(objective, at);
    if (!local) return false;
    const Vector<double> before = at;
    const std::vector<Index> order = by_curvature(local->spectrum);
    for (auto k = static_cast<std::size_t>(flat); k < order.size(); ++k) {
      const double curvature = local->spectrum.curvatures[order[k]];
      if (local->spectrum.flat(order[k])) continue;
      if (curvature < 0) return false;
      add(at, -dot(local->axis(order[k]), local->gradient) / curvature, local->axis(order[k]));
    }
    if (squared_distance(at, before) <= precision * precision * at.squaredNorm()) break;
  }
  return true;
}

/// The unit vector along the flat axes that points to `to`; where that is straight across, along the first.
Vector<double> heading(const Local& local, Index flat, const Vector<double>& way) {
  const std::vector<Index> order = by_curvature(local.spectrum);
  Vector<double> result = Vector<double>::Zero(way.size());
  for (Index k = 0; k < flat; ++k) {
    const double* axis = local.axis(order[static_cast<std::size_t>(k)]);
    add(result, dot(axis, way), axis);
  }
  constexpr double slight = 1e-3;
  const double length = result.norm();
  if (length > slight * way.norm()) return result / length;
  return Eigen::Map<const Vector<double>>(local.axis(order.front()), way.size());
}

}  // namespace

std::optional<Bottom> bottom_near(const Objective<double>& objective, const Vector<double>& place, double radius) {
  constexpr int most_steps = 30;
  Bottom bottom{place};
  for (int step = 0;; ++step) {
    const auto local = look(objective, bottom.at);
    if (!local) return {};
    const Vector<double> before = bottom.at;
    bool bends_down = false;
    bottom.flat = 0;
    for (Index k = 0; k < place.size(); ++k) {
      const double curvature = local->spectrum.curvatures[k];
      if (local->spectrum.flat(k)) {
        ++bottom.flat;
      } else if (curvature > 0) {
        add(bottom.at, -dot(local->axis(k), local->gradient) / curvature, local->axis(k));
      } else {
        // Beside a ring of minima the curvature along it may point either way: wait until it is reached.
        bends_down = true;
      }
    }
    if (!(squared_distance(bottom.at, place) <= radius * radius)) return {};
    const bool settled = squared_distance(bottom.at, before) <= precision * precision * before.squaredNorm();
    if (!settled && step < most_steps) continue;
    if (bends_down || !holds(objective, before, *local, bottom.flat, radius)) return {};
    return bottom;
  }
}

bool joined(const Objective<double>& objective, const Bottom& from, const Vector<double>& to, double radius) {
  constexpr int most_strides = 1000;
  Vector<double> at = from.at;
  const double level = objective.value(from.at);
  for (int stride = 0; stride < most_strides; ++stride) {
    const Vector<double> way = to - at;
    const double distance = way.norm();
    if (distance <= radius) return true;
    const auto local = look(objective, at);
    if (!local) return false;
    add(at, std::min(radius, distance), heading(*local, from.flat, way).data());
    if (!settle(objective, at, from.flat)) return false;
    const double rise = objective.value(at) - level;
    if (!(rise <= doubt_of(*local, by_curvature(local->spectrum).front(), level, radius))) return false;
  }
  return false;
}

}  // namespace descent
