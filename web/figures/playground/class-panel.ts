/** A link for a class is prepared: a goal in a sentence with two numbers, how hard it is, and what its readers see. A piece of its own. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { copyButton } from '../../parts/copy';
import { round } from '../../plot/curve';
import { count } from '../../plot/format';
import { clamp, logAxis, linearAxis } from '../../plot/scales';
import { moment, ownPage } from './address';
import { isOut, pickedOf, still, type Seen } from './seen';
import { PARTS, type Part } from './parts';
import { GOALS, type GoalKind } from './settings';
import { rateOf } from './table';
import { legend, tag } from './tags';
import { counted, tried, type Trials } from './trials';

const SAYS: Readonly<Record<GoalKind, string>> = {
  none: 'no goal yet',
  below: 'stand at or below',
  within: 'get to or below',
  valley: 'be in the valley at',
};

function blank(label: string, value: number, whole: boolean, set: (value: number) => void): TemplateResult {
  return html`<input
    type="number"
    aria-label=${label}
    step=${whole ? '1' : 'any'}
    .value=${String(Number(value.toPrecision(6)))}
    @change=${(e: Event) => {
      const field = e.target as HTMLInputElement;
      if (field.value.trim() !== '' && Number.isFinite(field.valueAsNumber)) set(field.valueAsNumber);
      else field.value = String(value);
    }}
  />`;
}

/** Where the chosen run's end leads down to: the valley it is in. */
function valleyOf(v: Seen): readonly number[] | undefined {
  const t = pickedOf(v);
  if (!t.run || isOut(t, v.model.steps)) return undefined;
  const { run } = t;
  return v.model.downhill(Array.from({ length: run.dimension }, (_, i) => run.parameter(run.steps, i)));
}

function choose(v: Seen, goal: GoalKind): void {
  const at = goal === 'valley' ? valleyOf(v) : undefined;
  v.set({ goal, ...(at ? { goalAt: pair(at) } : {}) }, still);
}

const pair = (at: readonly number[]): readonly number[] => [0, 1].map((i) => Number((at[i] ?? 0).toFixed(3)));

function goalLine(v: Seen): TemplateResult {
  const { goal, goalSteps, goalLoss, goalAt } = v.settings;
  const steps = blank('Steps', goalSteps, true, (n) => v.set({ goalSteps: clamp(Math.round(n), 1, 1000) }, still));
  const kinds = html`<select
    aria-label="Kind of goal"
    @change=${(e: Event) => choose(v, (e.target as HTMLSelectElement).value as GoalKind)}
  >
    ${GOALS.map((name) => html`<option value=${name} ?selected=${name === goal}>${SAYS[name]}</option>`)}
  </select>`;
  const count = v.model.survey?.variables.length ?? 2;
  const second =
    goal === 'valley'
      ? goalAt
          .slice(0, count)
          .map((value, i) =>
            blank(`Valley, weight ${i + 1}`, value, false, (n) =>
              v.set({ goalAt: goalAt.map((o, k) => (k === i ? n : o)) }, still),
            ),
          )
      : blank('Loss', goalLoss, false, (n) => v.set({ goalLoss: clamp(n, -1e9, 1e9) }, still));
  return html`<p class="goal-line">
    <b>Goal:</b> ${goal === 'none' ? '' : html`${goal === 'within' ? 'within' : 'after'} ${steps} steps`} ${kinds}
    ${goal === 'none' ? '' : second}
  </p>`;
}

const HEIGHT = 98;

/** Every setting that was tried, in its place: rate across, memory up; a square where it reaches the goal. */
function gridPlot(v: Seen, { grid, reached }: Trials): SVGTemplateResult {
  const box = { left: 34, top: 8, right: v.width - 8, bottom: HEIGHT - 22 };
  const { rates, memories, memory } = grid;
  const [columns, rows] = [rates.length, memories.length];
  const x = logAxis([rates[0]!, columns > 1 ? rates[columns - 1]! : rates[0]! * 10], [box.left + 4, box.right - 4]);
  const y = linearAxis([0, 1], [box.bottom, box.top], 30);
  const [w, h] = [(box.right - box.left) / columns - 0.6, rows > 1 ? (box.bottom - box.top) / rows - 0.6 : 20];
  const high = (value: number): number => (rows > 1 ? y.at(value) - h : (box.top + box.bottom) / 2 - h / 2);
  const squares = reached
    .map((yes, i) => {
      const [column, row] = [i % columns, Math.floor(i / columns)];
      return yes
        ? `M${round(x.at(rates[column]!) - w / 2)} ${round(high(memories[row]!))}h${round(w)}v${round(h)}h${round(-w)}Z`
        : '';
    })
    .join('');
  const t = pickedOf(v);
  const own = memory
    ? (t.spec.rule.options[memory.name] ?? t.info.parameters.find((p) => p.name === memory.name)?.default ?? 0)
    : 0;
  const [px, py] = [
    clamp(x.at(rateOf(t)), box.left, box.right),
    rows > 1 ? clamp(y.at(own), box.top, box.bottom) : (box.top + box.bottom) / 2,
  ];
  return svg`<g aria-hidden="true">
    <rect class="unknown" x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    <path class="squares" d=${squares}></path>
    <path class="gd-guide-line" d=${`M${round(px)} ${round(py)}V${box.bottom}`}></path>
    <circle class="gd-ball" cx=${round(px)} cy=${round(py)} r="5"></circle>
    ${rows > 1 ? y.ticks.map((tick) => svg`<text class="gd-tick-text" x=${box.left - 6} y=${round(tick.at + 4)} text-anchor="end">${tick.text}</text>`) : ''}
    ${rows > 1 && memory ? svg`<text class="gd-note" x=${box.left + 6} y=${box.top + 14}>${memory.label.length > 8 ? 'memory' : memory.label}</text>` : ''}
    <path class="gd-baseline" d=${`M${box.left} ${box.bottom}H${box.right}`}></path>
    ${x.ticks.map((tick) => svg`<text class="gd-tick-text" x=${round(tick.at)} y=${box.bottom + 15} text-anchor="middle">${tick.text}</text>`)}
    <text class="gd-axis-name" x="0" y=${box.bottom + 15}>rate</text>
  </g>`;
}

/** What the grid says of the goal. */
export function possible(so: Trials): string {
  const { of, reach } = counted(so);
  const { rates, memories, memory } = so.grid;
  // Only what the readers may change was tried.
  const dials = [...(rates.length > 1 ? ['the rate'] : []), ...(memories.length > 1 && memory ? [memory.label] : [])];
  const what = dials.join(' and ');
  const done = so.reached.length;
  if (so.running) return `${reach} of ${count(done)} settings so far …`;
  if (of === 1)
    return reach ? 'this very setting reaches it' : 'this setting does not reach it, and nothing may be changed';
  return reach
    ? `it can be done: ${count(reach)} of ${count(of)} settings of ${what} ${reach === 1 ? 'reaches' : 'reach'} it`
    : `none of ${count(of)} settings of ${what} reaches it`;
}

function trialsPanel(v: Seen): TemplateResult {
  if (v.settings.goal === 'none')
    return html`<p class="quiet small">
      Choose a goal, and the figure tries a grid of settings of run ${pickedOf(v).number}: so you know how hard it is
      before you send it.
    </p>`;
  const so = tried(v) ?? (v.local['trials'] as Trials | undefined);
  if (!so) return html`<p class="quiet small">trying …</p>`;
  return html`<svg
    width=${v.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${v.width} ${HEIGHT}`}
    role="img"
    aria-label=${possible(so)}
  >
    ${gridPlot(v, so)}
  </svg>`;
}

/** Tags of what stands in panels, or nowhere while this one is open. */
const HERE: readonly Part[] = ['rules', 'rate', 'schedule', 'dials', 'others', 'noise', 'losses', 'numbers'];

export function classPanel(v: Seen): TemplateResult {
  const so = v.local['trials'] as Trials | undefined;
  const s = { ...v.settings, panel: 'runs' as const };
  const preview = (): void => {
    v.setLocal({ teacher: true });
    v.set({ panel: 'runs' });
  };
  return html`<div data-spot="class">
    ${goalLine(v)} ${trialsPanel(v)} ${legend()}
    <div class="tags">${HERE.filter((part) => part in PARTS).map((part) => tag(v, part))}</div>
    <p class="sending">
      <span class="possible small" role="status">${v.settings.goal !== 'none' && so ? possible(so) : ''}</span>
      <button type="button" class="link" @click=${preview}>see it as they will</button>
      ${copyButton(v, 'class', 'copy the link', () => `${ownPage() ?? ''}${moment(s, 0)}`)}
    </p>
  </div>`;
}
