/** A run's dials, opened from its row: its rule, its schedule, and every number of both. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ParameterInfo } from '../../engine/engine';
import { hyperparameters } from '../../parts/hyperparameters';
import type { Chosen, Spec } from './lineup';
import { searching } from './model';
import { allowed, still, type Seen, type Track } from './seen';

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
  const rule = { name, options: { learningRate: v.model.suited(info), ...searching(info) } };
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
      rule: { ...usual, learningRate: v.model.suited(t.info) },
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
