/** A run's dials, opened from its row: its rule, its schedule, and every number of both. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OptimizerInfo, ParameterInfo } from '../../engine/engine';
import { hyperparameters } from '../../parts/hyperparameters';
import { recent } from '../recent';
import type { Chosen, Spec } from './lineup';
import { runOptions } from './model';
import { allowed, still, type Seen, type Track } from './seen';

/** Rates that a rule is tried at on a ground: to the end of the run, of a network for so many steps. */
const TRIED = { rates: [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1], learning: 60 } as const;

/** Switched on where a rule has one: without a search it needs a rate nobody can give in advance. */
const searching = (info: OptimizerInfo): Record<string, number> =>
  info.parameters.some(({ name }) => name === 'lineSearch') ? { lineSearch: 1 } : {};

function lowest({ model: { engine, on, learner }, settings }: Seen, info: OptimizerInfo): number {
  const steps = learner ? TRIED.learning : settings.steps;
  const losses = TRIED.rates.map((learningRate) => {
    const tried: Spec = {
      rule: { name: info.name, options: { learningRate, ...searching(info) } },
      schedule: undefined,
    };
    const run = engine.createRun(runOptions(engine, on, tried, { ...settings, noise: 0, steps }));
    const { loss, reason } = run.advance(steps);
    const out = run.error !== null || reason === 'diverged';
    run.dispose();
    return out ? Infinity : loss;
  });
  return TRIED.rates[losses.indexOf(Math.min(...losses))] ?? TRIED.rates[0];
}

/** Of each ground and rule once: a slider's range must not move with the start, nor with its own knob. */
const known = recent<number>(40);

/** The rate with which a rule gets lowest: where another run may begin. */
function suited(v: Seen, info: OptimizerInfo): number {
  const key = `${info.name} ${v.model.survey?.key ?? v.settings.data}`;
  return known(v.model.engine).of(key, () => lowest(v, info));
}

/** Rules in the order in which they are offered to a new run. */
const NEXT = ['gradient_descent', 'momentum', 'adam', 'nesterov', 'rmsprop', 'newton'] as const;

/** The next rule that is not there yet, at a rate that suits it here. */
export function another(v: Seen): Spec {
  const taken = v.settings.runs.map(({ rule }) => rule.name);
  const name = NEXT.find((rule) => !taken.includes(rule)) ?? 'gradient_descent';
  const info = v.model.rules.find((rule) => rule.name === name)!;
  return { rule: { name, options: { learningRate: suited(v, info), ...searching(info) } }, schedule: undefined };
}

const withRun = (v: Seen, t: Track, change: (spec: Spec) => Spec): void =>
  v.set(
    { runs: v.settings.runs.map((spec, i) => (i === t.number - 1 ? change(spec) : spec)), picked: t.number },
    still,
  );

interface Named {
  readonly name: string;
  readonly label: string;
}

const list = (label: string, value: string, all: readonly Named[], choose: (name: string) => void): TemplateResult =>
  html`<label class="listed"
    >${label}
    <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}>
      ${all.map((o) => html`<option value=${o.name} ?selected=${o.name === value}>${o.label}</option>`)}
    </select></label
  >`;

/** Another rule keeps nothing of the last one's numbers, and gets a rate that suits it here. */
function changeRule(v: Seen, t: Track, name: string): void {
  const info = v.model.rules.find((rule) => rule.name === name);
  if (!info) return;
  const rule = { name, options: { learningRate: suited(v, info), ...searching(info) } };
  withRun(v, t, ({ schedule }) => ({
    rule,
    // A line search along the gradient serves only those that go there.
    schedule: schedule?.name === 'backtracking' && !info.gradientStep ? undefined : schedule,
  }));
}

const numbersOf = (parameters: readonly ParameterInfo[], chosen: Chosen | undefined): Record<string, number> =>
  Object.fromEntries(parameters.map((p) => [p.name, chosen?.options[p.name] ?? p.default]));

/** How many dials stand there until somebody asks for all. */
const FEW = 2;

function dials(v: Seen, t: Track): TemplateResult {
  const may = (name: string): boolean => allowed(v, name === 'learningRate' ? 'rate' : 'dials') === 'change';
  const searched = t.spec.schedule?.name === 'backtracking';
  const rule = t.info.parameters.filter((p) => may(p.name) && !(searched && p.name === 'learningRate'));
  const schedule = allowed(v, 'schedule') === 'change' && t.spec.schedule ? t.schedule.parameters : [];
  const all = v.local['all-dials'] === true;
  const most = schedule.length ? FEW - 1 : FEW;
  const shown = all ? rule : rule.slice(0, most);
  const values = numbersOf(t.info.parameters, t.spec.rule);
  const usual = numbersOf(t.info.parameters, undefined);
  return html`<div class="dials">
    ${hyperparameters({
      id: `${v.id}-rule`,
      parameters: shown,
      values,
      rule: { ...usual, learningRate: suited(v, t.info) },
      set: (name, value) =>
        withRun(v, t, (spec) => ({
          ...spec,
          rule: { ...spec.rule, options: { ...spec.rule.options, [name]: value } },
        })),
    })}
    ${hyperparameters({
      id: `${v.id}-schedule`,
      parameters: all ? schedule : schedule.slice(0, FEW - 1),
      values: numbersOf(schedule, t.spec.schedule),
      rule: numbersOf(schedule, undefined),
      set: (name, value) =>
        withRun(v, t, (spec) => ({
          ...spec,
          schedule: spec.schedule && { ...spec.schedule, options: { ...spec.schedule.options, [name]: value } },
        })),
    })}
    ${
      rule.length > shown.length || schedule.length > 1 || all
        ? html`<button type="button" class="link" @click=${() => v.setLocal({ 'all-dials': !all })}>
            ${all ? 'fewer dials' : 'all its dials'}
          </button>`
        : nothing
    }
  </div>`;
}

export function drawer(v: Seen, t: Track, close: () => void): TemplateResult {
  const schedules = v.model.schedules.filter((s) => !s.gradientStepOnly || t.info.gradientStep);
  const remove = (): void => {
    v.setLocal({ opened: 0 });
    v.set({ runs: v.settings.runs.filter((_, i) => i !== t.number - 1), picked: 1 }, still);
  };
  return html`<div class="drawer" role="group" aria-label=${`Dials of run ${t.number}, ${t.info.label}`}>
    <div class="drawer-row">
      ${allowed(v, 'rules') === 'change' ? list('rule', t.info.name, v.model.rules, (name) => changeRule(v, t, name)) : nothing}
      ${
        allowed(v, 'schedule') === 'change'
          ? list('schedule', t.schedule.name, schedules, (name) =>
              withRun(v, t, (spec) => ({ ...spec, schedule: name === 'constant' ? undefined : { name, options: {} } })),
            )
          : nothing
      }
      ${
        v.settings.runs.length > 1 && allowed(v, 'others') === 'change'
          ? html`<button type="button" class="link" @click=${remove}>remove</button>`
          : nothing
      }
      <button type="button" class="pill" @click=${close}>done</button>
    </div>
    ${dials(v, t)}
  </div>`;
}
