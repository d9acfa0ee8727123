/** How hard a goal is: a grid of settings of the chosen run, each tried in the engine, in slices beside the page's own work. */
import { inSlices } from '../../engine/pause';
import { runOptions } from './model';
import { firstBelow, isSameValley } from './goal';
import { stateOf } from './parts';
import { pickedOf, type Seen } from './seen';
import { rateOf } from './table';
import type { Spec } from './lineup';

/** The second dial that is tried with the rate: what a rule remembers. */
const MEMORIES = ['momentum', 'beta1', 'alpha', 'rho'] as const;
const COLUMNS = 46;
const ROWS = 20;
/** From a thirtieth of the present rate to ten times as much. */
const SPAN = { below: 30, above: 10 } as const;

export interface Grid {
  readonly rates: readonly number[];
  /** Values of the second dial; one, where there is none that its readers may turn. */
  readonly memories: readonly number[];
  readonly memory: { readonly name: string; readonly label: string } | undefined;
}

export interface Trials {
  readonly key: string;
  readonly grid: Grid;
  /** Row by row, as far as they have been tried. */
  readonly reached: readonly boolean[];
  readonly running: boolean;
}

/** Only what the readers may change is tried. */
export function gridOf(v: Pick<Seen, 'settings' | 'model'>): Grid {
  const t = pickedOf(v);
  const rate = rateOf(t);
  const limits = t.info.parameters.find((p) => p.name === 'learningRate');
  const free = stateOf(v.settings, 'rate') === 'change' && t.spec.schedule?.name !== 'backtracking';
  const [low, high] = [
    Math.max(limits?.min ?? 0, rate / SPAN.below),
    Math.min(limits?.max ?? Infinity, rate * SPAN.above),
  ];
  const dial = t.info.parameters.find((p) => MEMORIES.some((name) => name === p.name));
  const turns = dial !== undefined && stateOf(v.settings, 'dials') === 'change';
  const own = dial ? (t.spec.rule.options[dial.name] ?? dial.default) : 0;
  const columns = turns ? COLUMNS : COLUMNS * 5;
  return {
    rates: free
      ? Array.from({ length: columns }, (_, i) => Number((low * (high / low) ** (i / (columns - 1))).toPrecision(3)))
      : [rate],
    memories: turns ? Array.from({ length: ROWS }, (_, j) => Number((j / ROWS).toFixed(3))) : [own],
    memory: dial && { name: dial.name, label: dial.label },
  };
}

/** What the answer depends on. */
export function keyOf({ settings: s, model }: Pick<Seen, 'settings' | 'model'>): string {
  const { goal, goalSteps, goalLoss, goalAt, x, y, noise, seed, locked, without } = s;
  const { number, spec } = pickedOf({ settings: s, model });
  return JSON.stringify([
    model.survey?.key,
    number,
    spec,
    goal,
    goalSteps,
    goalLoss,
    goalAt,
    x,
    y,
    noise,
    seed,
    locked,
    without,
  ]);
}

export function* trials(v: Pick<Seen, 'settings' | 'model'>, told: (so: Trials) => void): Generator<void, void> {
  const { settings: s, model } = v;
  const { survey, engine } = model;
  if (!survey) return;
  const { spec } = pickedOf(v);
  const grid = gridOf(v);
  const key = keyOf(v);
  const on = { objective: survey.objective, start: [s.x, s.y].slice(0, survey.variables.length) };
  const reached: boolean[] = [];
  const count = grid.rates.length * grid.memories.length;
  const asked = { ...s, steps: s.goalSteps };
  for (const memory of grid.memories)
    for (const learningRate of grid.rates) {
      const options = { ...spec.rule.options, learningRate, ...(grid.memory ? { [grid.memory.name]: memory } : {}) };
      const tried: Spec = { ...spec, rule: { ...spec.rule, options } };
      const run = engine.createRun(runOptions(engine, on, tried, asked));
      const { reason, step, loss } = run.advance(s.goalSteps);
      const over = run.error !== null || reason === 'diverged';
      if (s.goal === 'within') reached.push(!run.error && firstBelow(run.trace().loss, s) !== undefined);
      else if (s.goal === 'below') reached.push(!over && loss <= s.goalLoss);
      else reached.push(!over && isSameValley(model.downhill(Array.from(run.at(step).parameters)), s));
      run.dispose();
      told({ key, grid, reached, running: reached.length < count });
      yield;
    }
}

/** Milliseconds between two pictures of it. */
const APART = 120;
/** What is stopped when something else begins. */
let latest = '';

/** Begins where the answer is not known; whoever draws may ask as often as it likes. */
export function tried(v: Seen): Trials | undefined {
  const so = v.local['trials'] as Trials | undefined;
  const key = keyOf(v);
  if (so?.key === key) return so;
  if (v.settings.goal === 'none' || v.local['still'] === true || latest === key) return undefined;
  latest = key;
  let shown = performance.now();
  const work = trials(v, (trial) => {
    const now = performance.now();
    if (trial.running && now - shown < APART) return;
    shown = now;
    // Not within a drawing: the first answer may come while this figure is still being drawn.
    v.setLocal({ trials: { ...trial, reached: [...trial.reached] } });
  });
  const stoppable = (function* (): Generator<void, void> {
    yield;
    while (latest === key && !work.next().done) yield;
    work.return();
  })();
  setTimeout(() => void inSlices(stoppable));
  return undefined;
}

/** How many there are, and how many of them reach it. */
export const counted = ({ grid, reached }: Trials): { readonly of: number; readonly reach: number } => ({
  of: grid.rates.length * grid.memories.length,
  reach: reached.filter(Boolean).length,
});
