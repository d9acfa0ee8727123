/** The table of runs: each with its rule, schedule and rate, and where it is now. A press on a number opens its sliders. */
import { html, nothing, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { brief, significant, fixed } from '../../plot/format';
import { sign } from '../optimizers/bib';
import { allowed, isOut, outAt, pickedOf, shownTracks, still, type Seen, type Track } from './seen';
import { MOST_RUNS } from './lineup';
import { wrongNow } from './answer';
import type { Part } from './parts';

/** The dials, which most readers open only later. */
export const turning = new Late(() => import('./drawer'));

/** Which run's dials are open: its number; 0 for none. */
export const openedOf = (v: Seen): number => Number(v.local['opened'] ?? 0);

const open = (v: Seen, t: Track): void => {
  v.setLocal({ opened: openedOf(v) === t.number ? 0 : t.number });
  v.set({ picked: t.number }, still);
};

export const rateOf = ({ spec, info }: Track): number =>
  spec.rule.options['learningRate'] ?? info.parameters.find((p) => p.name === 'learningRate')?.default ?? 0;

/** `cosine, 80`: a schedule with its first number. */
function scheduleText({ spec, schedule }: Track): string {
  if (!spec.schedule) return 'constant';
  const [first] = schedule.parameters;
  const value = first && (spec.schedule.options[first.name] ?? first.default);
  return [
    schedule.label === 'backtracking line search' ? 'line search' : schedule.label,
    ...(value === undefined ? [] : [brief(value, 3)]),
  ].join(', ');
}

/** A cell that opens the run's dials, where its reader may change that. */
function opening(v: Seen, t: Track, part: Part, text: string, label: string): TemplateResult | typeof nothing | string {
  const state = allowed(v, part);
  if (state === 'gone') return nothing;
  if (state === 'see') return text;
  return html`<button
    type="button"
    class="cell"
    aria-label=${`${text}, ${label}; opens its dials`}
    aria-expanded=${openedOf(v) === t.number ? 'true' : 'false'}
    @click=${(e: Event) => {
      e.stopPropagation();
      open(v, t);
    }}
  >
    ${text}
  </button>`;
}

const at = (value: number): string => (Math.abs(value) < 1000 ? fixed(value, 2) : significant(value, 3));

/** Where it is now, or how it ended. */
function now(v: Seen, t: Track): TemplateResult {
  const dims = v.model.survey?.variables.length ?? 1;
  const wide = v.model.survey ? dims : 1;
  if (!t.run) return html`<td class="told" colspan=${wide + 1}>${t.problem}</td>`;
  if (isOut(t, v.step)) return html`<td class="told out" colspan=${wide + 1}>diverged at step ${outAt(t)}</td>`;
  const k = Math.min(v.step, t.run.steps);
  const loss = html`<td class="idea-loss">${significant(t.run.loss(k))}</td>`;
  if (!v.model.survey) {
    const wrong = t === pickedOf(v) ? wrongNow(v)?.filter(Boolean).length : undefined;
    return html`<td class="place">${wrong ?? ''}</td>
      ${loss}`;
  }
  return html`${Array.from({ length: dims }, (_, i) => html`<td class="idea-parameter place">${at(t.run!.parameter(k, i))}</td>`)}${loss}`;
}

function row(v: Seen, t: Track): TemplateResult {
  const picked = t === pickedOf(v);
  return html`<tr
    class=${picked ? 'now' : ''}
    aria-current=${picked ? 'true' : nothing}
    @click=${() => v.set({ picked: t.number }, still)}
  >
    <th scope="row">
      ${sign({ number: t.number, colour: t.colour })} ${opening(v, t, 'rules', t.info.label, `rule of run ${t.number}`)}
    </th>
    <td class="wide">${opening(v, t, 'schedule', scheduleText(t), `schedule of run ${t.number}`)}</td>
    <td>
      ${opening(v, t, 'rate', t.spec.schedule?.name === 'backtracking' ? '—' : brief(rateOf(t), 4), `rate of run ${t.number}`)}
    </td>
    ${now(v, t)}
  </tr>`;
}

async function add(v: Seen): Promise<void> {
  const { another } = await import('./drawer');
  const { runs } = v.settings;
  v.set({ runs: [...runs, another(v)], picked: runs.length + 1 }, still);
}

function below(v: Seen): TemplateResult {
  const { runs } = v.settings;
  const mayAdd = allowed(v, 'others') === 'change' && runs.length < MOST_RUNS;
  const mayTurn = (['rules', 'rate', 'schedule'] as const).some((part) => allowed(v, part) === 'change');
  return html`<p class="below">
    ${mayAdd ? html`<button type="button" class="link" @click=${() => void add(v)}>+ another run</button>` : ''}
    ${mayTurn ? html`<span class="quiet small">press a number to change its rule</span>` : ''}
  </p>`;
}

export function table(v: Seen): TemplateResult {
  const survey = v.model.survey;
  const places = survey ? survey.variables : ['wrong'];
  const open = v.model.tracks.find((t) => t.number === openedOf(v));
  return html`<div class="runs" data-spot="runs">
    <table class="run-table">
      <caption class="unseen">
        All runs at step ${v.step}
      </caption>
      <thead>
        <tr>
          <th scope="col">run</th>
          <th scope="col" class="wide">schedule</th>
          <th scope="col">rate</th>
          ${places.map((name) => html`<th scope="col" class="place">${name}</th>`)}
          <th scope="col">loss</th>
        </tr>
      </thead>
      <tbody>
        ${shownTracks(v).map((t) => row(v, t))}
      </tbody>
    </table>
    ${
      open
        ? turning.draw(
            ({ drawer }) => drawer(v, open, () => v.setLocal({ opened: 0 })),
            () => v.setLocal({}),
          )
        : below(v)
    }
  </div>`;
}
