/** The methods that choose a direction for all coordinates together, and their line searches, in C++. */
import { real } from './cpp-language';
import type { Plan } from './plan';

/** Everything of a program that depends on the update rule; as in `python.ts`. */
export interface Update {
  readonly functions: readonly (readonly string[])[];
  /** Before the loop. */
  readonly setup: readonly string[];
  /** One update: from `w`, `loss` and `g` to a new `w`. */
  readonly body: readonly string[];
}

const lines = (text: string): string[] => text.trim().split('\n');

const dot = lines(`
double dot(const Array& a, const Array& b) { return (a * b).sum(); }`);

const backtrack = lines(`
// Armijo's rule: shorter and shorter steps along d, until the loss falls by a share of what the slope promises.
double backtrack(const Array& w, double loss, const Array& g, const Array& d, double length, double shrink,
                 double decrease) {
  Array ignored(w.size());
  for (;; length *= shrink) {
    const Array tried = w + length * d;
    const double value = loss_and_gradient(tried, ignored);
    const bool low_enough = value < loss && value <= loss + decrease * length * dot(g, d);
    if (low_enough || (tried == w).all()) return length;
  }
}`);

const strongWolfe = lines(`
struct Place {
  double length, value, slope;
};

// Where the cubic through two places is lowest, within [low, high].
double cubic_minimum(Place a, Place b, double low, double high) {
  if (a.length > b.length) std::swap(a, b);
  const double d1 = a.slope + b.slope - 3.0 * (a.value - b.value) / (a.length - b.length);
  const double square = d1 * d1 - a.slope * b.slope;
  if (!(square >= 0.0)) return (low + high) / 2.0;
  const double d2 = std::sqrt(square);
  const double at = b.length - (b.length - a.length) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2.0 * d2));
  return std::isnan(at) ? (low + high) / 2.0 : std::min(std::max(at, low), high);
}

// How far to go along d: Nocedal and Wright, "Numerical Optimization", algorithms 3.5 and 3.6.
double strong_wolfe(const Array& w, double loss, const Array& g, const Array& d, double first, double decrease,
                    double curvature) {
  const Place start{0.0, loss, dot(g, d)};
  int trials = 0;
  Array gradient(w.size());
  const auto visit = [&](double length) {
    ++trials;
    const double value = loss_and_gradient(w + length * d, gradient);
    return Place{length, value, dot(gradient, d)};
  };
  const auto low_enough = [&](const Place& p) { return p.value <= loss + decrease * p.length * start.slope; };
  const auto flat_enough = [&](const Place& p) { return std::abs(p.slope) <= -curvature * start.slope; };
  Place low{}, high{};
  const auto enclose = [&](Place a, Place b) {
    if (b.value < a.value) std::swap(a, b);
    low = a;
    high = b;
  };

  // Outwards, until a good length lies between two places.
  Place before = start, now = visit(first);
  for (int step = 0;; ++step) {
    if (step == 25) {
      enclose(start, now);
      break;
    }
    if (!low_enough(now) || (step > 1 && now.value >= before.value)) {
      enclose(before, now);
      break;
    }
    if (flat_enough(now)) return now.length;
    if (!(now.slope < 0.0)) {
      enclose(before, now);
      break;
    }
    const double nearest = now.length + 0.01 * (now.length - before.length);
    const double next = cubic_minimum(before, now, nearest, 10.0 * now.length);
    before = now;
    now = visit(next);
  }

  // Inwards, by cubic interpolation that keeps off the ends.
  bool crowded = false;
  while (trials <= 25 && std::abs(high.length - low.length) * d.abs().maxCoeff() >= 1e-9) {
    const double left = std::min(low.length, high.length), right = std::max(low.length, high.length);
    double length = cubic_minimum(low, high, left, right);
    const double margin = 0.1 * (right - left);
    bool crowds = std::min(right - length, length - left) < margin;
    if (crowds && (crowded || length >= right || length <= left)) {
      length = std::abs(length - right) < std::abs(length - left) ? right - margin : left + margin;
      crowds = false;
    }
    crowded = crowds;
    now = visit(length);
    if (!low_enough(now) || now.value >= low.value) {
      enclose(low, now);
      continue;
    }
    if (flat_enough(now)) return now.length;
    if (now.slope * (high.length - low.length) >= 0.0) high = low;
    low = now;
  }
  return low.length;
}`);

const twoLoops = lines(`
using Pairs = std::vector<std::pair<Array, Array>>;

// The two-loop recursion: -H g, where H is learned from steps s and the changes y of the gradient along them.
Array direction(const Array& g, const Pairs& pairs) {
  Array d = -g;
  std::vector<double> taken(pairs.size());
  for (std::size_t k = pairs.size(); k-- > 0;) {
    const auto& [s, y] = pairs[k];
    taken[k] = dot(s, d) / dot(y, s);
    d -= taken[k] * y;
  }
  if (!pairs.empty()) d *= dot(pairs.back().second, pairs.back().first) / dot(pairs.back().second, pairs.back().second);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const auto& [s, y] = pairs[k];
    d += (taken[k] - dot(y, d) / dot(y, s)) * s;
  }
  return d;
}`);

const conjugateGradient = ({ options: o }: Plan): Update => ({
  functions: [dot, strongWolfe],
  setup: ['Array d = -g, g_before = g;'],
  body: lines(`
const double beta = std::max(0.0, dot(g, g - g_before) / dot(g_before, g_before));
d = beta * d - g;
if (!(dot(d, g) < 0.0)) d = -g;
g_before = g;
const double first = std::min(1.0, 1.0 / g.abs().sum()) * rate;
w += strong_wolfe(w, loss, g, d, first, ${real(o['decrease']!)}, ${real(o['curvature']!)}) * d;`),
});

function lbfgs({ options }: Plan): Update {
  const searching = Boolean(options['lineSearch']);
  return {
    functions: [dot, ...(searching ? [strongWolfe] : []), twoLoops],
    setup: ['Pairs pairs;', 'Array step, g_before;'],
    body: lines(`
if (t > 1 && dot(g - g_before, step) > 1e-10) pairs.emplace_back(step, g - g_before);
if (pairs.size() > ${options['history']}) pairs.erase(pairs.begin());
const Array d = direction(g, pairs);
g_before = g;
const double first = t == 1 ? std::min(1.0, 1.0 / g.abs().sum()) * rate : rate;
step = ${searching ? 'strong_wolfe(w, loss, g, d, first, 1e-4, 0.9)' : 'first'} * d;
w += step;`),
  };
}

function newton({ options }: Plan): Update {
  const safe = Boolean(options['safeguard']);
  const guard = `
// Magnitudes, none of them tiny: downhill even where the ground bends the wrong way.
const double largest = curvatures.abs().maxCoeff();
curvatures = curvatures.abs().max(largest > 0.0 ? 1e-8 * largest : 1.0);`;
  return {
    functions: safe ? [dot, backtrack] : [],
    setup: [],
    body: lines(`
const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(hessian(w));
Array curvatures = solver.eigenvalues();${safe ? guard : ''}
const Array slopes = solver.eigenvectors().transpose() * g.matrix();
const Array d = -solver.eigenvectors() * (slopes / curvatures).matrix();
w += ${safe ? 'backtrack(w, loss, g, d, rate, 0.5, 1e-4)' : 'rate'} * d;`),
  };
}

/** Gradient descent whose rate a line search finds. */
export function backtracking(o: Readonly<Record<string, number>>): Update {
  const numbers = ['first', 'shrink', 'decrease'].map((name) => real(o[name] ?? 0)).join(', ');
  return {
    functions: [dot, backtrack],
    setup: [],
    body: [`const double rate = backtrack(w, loss, g, -g, ${numbers});`, 'w -= rate * g;'],
  };
}

export const methods: Readonly<Record<string, (plan: Plan) => Update>> = {
  conjugate_gradient: conjugateGradient,
  lbfgs,
  newton,
};
