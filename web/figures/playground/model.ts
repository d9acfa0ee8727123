/** Several runs from one start, on a function or a network. */
import type { Engine, OptimizerInfo, RunOptions, ScheduleInfo } from '../../engine/engine';
import { span } from '../ball-on-curve';
import { descend, type Descent } from '../descent';
import type { Chosen, Spec } from './lineup';
import { networkOf, type Network } from './network';
import type { Mistake, On, Played, Track } from './seen';
import type { Settings } from './settings';
import { downhill, read, refusal, slopes, surveyOf } from './survey';

/** A loss or a weight beyond this has left every map. */
export const OUT = 1e8;
const LEVEL = 1e-8;
/** Of the palette: one for each run, the ink of captions left out. */
const COLOURS = [0, 1, 2, 3, 5, 7] as const;

interface Known {
  readonly rules: readonly OptimizerInfo[];
  readonly schedules: readonly ScheduleInfo[];
}

/** The registries never change, so they are asked once, however often a start is dragged. */
const registries = new WeakMap<Engine, Known>();

function known(engine: Engine): Known {
  const before = registries.get(engine);
  if (before) return before;
  const made = { rules: engine.optimizers(), schedules: engine.schedules() };
  registries.set(engine, made);
  return made;
}

/** Switches as the engine wants them. */
const options = (
  info: { readonly parameters: OptimizerInfo['parameters'] },
  chosen: Chosen,
): Record<string, number | boolean> =>
  Object.fromEntries(
    Object.entries(chosen.options).map(([name, value]) => [
      name,
      info.parameters.find((p) => p.name === name)?.scale === 'flag' ? value !== 0 : value,
    ]),
  );

const infoOf = <I extends { readonly name: string }>(all: readonly I[], name: string): I =>
  all.find((info) => info.name === name) ?? all[0]!;

/** What the engine is asked for. */
export function runOptions(engine: Engine, { objective, start }: On, spec: Spec, s: Settings): RunOptions {
  const rule = infoOf(known(engine).rules, spec.rule.name);
  const schedule = spec.schedule && infoOf(known(engine).schedules, spec.schedule.name);
  return {
    objective: s.noise > 0 ? { noisy: { objective, size: s.noise, seed: s.seed } } : objective,
    optimizer: { name: rule.name, ...options(rule, spec.rule) },
    ...(spec.schedule && schedule ? { schedule: { name: schedule.name, ...options(schedule, spec.schedule) } } : {}),
    ...(start ? { start: [...start] } : {}),
    ...(s.mode === 'network' && s.batch > 0 ? { batch: { size: s.batch, seed: s.seed } } : {}),
    stepLimit: s.steps,
    tolerance: LEVEL,
    divergenceLimit: OUT,
  };
}

function attempt(engine: Engine, asked: RunOptions): Descent | string {
  const probe = engine.createRun(asked);
  const { error } = probe;
  probe.dispose();
  if (!error) return descend(engine, asked);
  return error.field === 'start' ? 'there is no finite loss at this start' : `${error.message} ${error.remedy}`.trim();
}

function trackOf(engine: Engine, on: On, s: Settings) {
  return (spec: Spec, i: number): Track => {
    const asked = runOptions(engine, on, spec, s);
    const made = attempt(engine, asked);
    const run = typeof made === 'string' ? undefined : made;
    return {
      spec,
      number: i + 1,
      colour: COLOURS[i]!,
      info: infoOf(known(engine).rules, spec.rule.name),
      schedule: infoOf(known(engine).schedules, spec.schedule?.name ?? 'constant'),
      run,
      span: run ? span(run) : 0,
      diverged: run?.reason === 'diverged',
      problem: typeof made === 'string' ? made : undefined,
    };
  };
}

export function modelOf(engine: Engine, s: Settings): Played {
  const network: Network | undefined = s.mode === 'network' ? networkOf(engine, s) : undefined;
  const survey = network ? undefined : surveyOf(engine, s);
  const on: On = network
    ? { objective: network.objective, start: undefined }
    : { objective: survey!.objective, start: [s.x, s.y].slice(0, survey!.variables.length) };
  const tracks = s.runs.map(trackOf(engine, on, s));
  return {
    engine,
    survey,
    learner: network?.learner,
    tracks,
    steps: Math.max(0, ...tracks.map((t) => t.span)),
    ...known(engine),
    read: (formula): Mistake | null => read(engine, formula),
    slopes: (formula) => slopes(engine, formula),
    on,
    downhill: (at) => (survey ? downhill(engine, survey, at) : undefined),
    dispose: () => {
      network?.dispose();
      for (const { run } of tracks) run?.dispose();
    },
  };
}

/** What of a run's text the engine does not know, or what is out of its range; undefined if all is well. */
function wrongWith(engine: Engine, spec: Spec): string | undefined {
  for (const [kind, all, chosen] of [
    ['rule', known(engine).rules, spec.rule],
    ['schedule', known(engine).schedules, spec.schedule],
  ] as const) {
    if (!chosen) continue;
    const info = (all as readonly { name: string; parameters: OptimizerInfo['parameters'] }[]).find(
      ({ name }) => name === chosen.name,
    );
    if (!info) return `There is no ${kind} “${chosen.name}”; there is ${all.map(({ name }) => name).join(', ')}.`;
    for (const [name, value] of Object.entries(chosen.options)) {
      const p = info.parameters.find((parameter) => parameter.name === name);
      if (!p)
        return `${info.name} has no number “${name}”; it has ${info.parameters.map((parameter) => parameter.name).join(', ') || 'none'}.`;
      if (value < p.min || value > p.max) return `${name} of ${info.name} may be from ${p.min} to ${p.max}.`;
      if (p.scale === 'whole' && !Number.isInteger(value)) return `${name} of ${info.name} is a whole number.`;
    }
  }
  return undefined;
}

export function refusals(engine: Engine, s: Settings): Record<string, string> {
  const formula = refusal(engine, s.formula);
  const runs = s.runs.map((spec) => wrongWith(engine, spec)).find((wrong) => wrong !== undefined);
  return { ...(formula === undefined ? {} : { formula }), ...(runs === undefined ? {} : { runs }) };
}
