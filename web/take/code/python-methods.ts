/** The methods that choose a direction for all coordinates together, and their line searches, for NumPy and PyTorch alike. */
import { decimal } from './expression/print';
import type { Module, Update } from './python-update';
import type { Plan } from './plan';

const lines = (text: string): string[] => text.trim().split('\n');

export const searches = {
  backtrack: lines(`
def backtrack(w, loss, g, d, length, shrink, decrease):
    # Armijo's rule: shorter and shorter steps along d, until the loss falls by a share of what the slope promises.
    while True:
        tried = w + length * d
        value, _ = loss_and_gradient(tried)
        low_enough = value < loss and value <= loss + decrease * length * (g @ d)
        if low_enough or (tried == w).all():
            return length
        length = length * shrink`),
  cubicMinimum: lines(`
def cubic_minimum(a, b, low, high):
    # Where the cubic through two places, each (length, loss, slope), is lowest; within [low, high].
    if a[0] > b[0]:
        a, b = b, a
    d1 = a[2] + b[2] - 3 * (a[1] - b[1]) / (a[0] - b[0])
    square = d1 * d1 - a[2] * b[2]
    if not square >= 0:
        return (low + high) / 2
    d2 = square**0.5
    at = b[0] - (b[0] - a[0]) * ((b[2] + d2 - d1) / (b[2] - a[2] + 2 * d2))
    return min(max(at, low), high) if at == at else (low + high) / 2`),
  strongWolfe: lines(`
def strong_wolfe(w, loss, g, d, first, decrease, curvature):
    # How far to go along d: Nocedal and Wright, "Numerical Optimization", algorithms 3.5 and 3.6.
    slope = g @ d
    trials = 0

    def visit(length):
        nonlocal trials
        trials += 1
        value, gradient = loss_and_gradient(w + length * d)
        return length, value, gradient @ d

    def low_enough(place):
        return place[1] <= loss + decrease * place[0] * slope

    def flat_enough(place):
        return abs(place[2]) <= -curvature * slope

    def lower_first(a, b):
        return (b, a) if b[1] < a[1] else (a, b)

    # Outwards, until a good length lies between two places.
    before, now = (0.0, loss, slope), visit(first)
    for step in range(25):
        if not low_enough(now) or (step > 1 and now[1] >= before[1]):
            low, high = lower_first(before, now)
            break
        if flat_enough(now):
            return now[0]
        if not now[2] < 0:
            low, high = lower_first(before, now)
            break
        nearest = now[0] + 0.01 * (now[0] - before[0])
        before, now = now, visit(cubic_minimum(before, now, nearest, 10 * now[0]))
    else:
        low, high = lower_first((0.0, loss, slope), now)

    # Inwards, by cubic interpolation that keeps off the ends.
    crowded = False
    while trials <= 25 and abs(high[0] - low[0]) * abs(d).max() >= 1e-9:
        left, right = min(low[0], high[0]), max(low[0], high[0])
        length = cubic_minimum(low, high, left, right)
        margin = 0.1 * (right - left)
        crowds = min(right - length, length - left) < margin
        if crowds and (crowded or length >= right or length <= left):
            length = right - margin if abs(length - right) < abs(length - left) else left + margin
            crowds = False
        crowded = crowds
        now = visit(length)
        if not low_enough(now) or now[1] >= low[1]:
            low, high = lower_first(low, now)
            continue
        if flat_enough(now):
            return now[0]
        if now[2] * (high[0] - low[0]) >= 0:
            high = low
        low = now
    return low[0]`),
};

const wolfe = [searches.cubicMinimum, searches.strongWolfe];

const twoLoops = lines(`
def direction(g, pairs):
    # The two-loop recursion: -H g, where H is learned from steps s and the changes y of the gradient along them.
    d = -g
    taken = []
    for s, y in reversed(pairs):
        taken.append(s @ d / (y @ s))
        d = d - taken[-1] * y
    if pairs:
        s, y = pairs[-1]
        d = d * ((y @ s) / (y @ y))
    for s, y in pairs:
        d = d + (taken.pop() - y @ d / (y @ s)) * s
    return d`);

const conjugateGradient = (_: Module, { options: o }: Plan): Update => ({
  functions: wolfe,
  setup: [],
  memory: ['d, g_before = -g, g'],
  body: lines(`
beta = max(0.0, g @ (g - g_before) / (g_before @ g_before))
d = beta * d - g
if not d @ g < 0:
    d = -g
g_before = g
length = strong_wolfe(w, loss, g, d, min(1.0, 1 / abs(g).sum()) * rate, ${decimal(o['decrease']!)}, ${decimal(o['curvature']!)})
w = w + length * d`),
});

function lbfgs(_: Module, { options }: Plan): Update {
  const searching = Boolean(options['lineSearch']);
  return {
    functions: searching ? [...wolfe, twoLoops] : [twoLoops],
    setup: [],
    memory: ['pairs = []'],
    body: lines(`
if t > 1:
    s, y = length * d, g - g_before
    if y @ s > 1e-10:
        pairs = [*pairs, (s, y)][-${options['history']}:]
d = direction(g, pairs)
g_before = g
first = min(1.0, 1 / abs(g).sum()) * rate if t == 1 else rate
length = ${searching ? 'strong_wolfe(w, loss, g, d, first, 0.0001, 0.9)' : 'first'}
w = w + length * d`),
  };
}

function newton(module: Module, { options }: Plan): Update {
  const safe = Boolean(options['safeguard']);
  const guard = `
# Magnitudes, none of them tiny: downhill even where the ground bends the wrong way.
least = 1e-8 * abs(curvatures).max() or 1.0
curvatures = abs(curvatures).${module === 'np' ? 'clip' : 'clamp'}(least)`;
  return {
    functions: safe ? [searches.backtrack] : [],
    setup: [],
    memory: [],
    body: lines(`
curvatures, axes = ${module}.linalg.eigh(hessian(w))${safe ? guard : ''}
d = -axes @ ((axes.T @ g) / curvatures)
${safe ? 'length = backtrack(w, loss, g, d, rate, 0.5, 0.0001)\nw = w + length * d' : 'w = w + rate * d'}`),
  };
}

export const methods: Readonly<Record<string, (module: Module, plan: Plan) => Update>> = {
  conjugate_gradient: conjugateGradient,
  lbfgs,
  newton,
};
