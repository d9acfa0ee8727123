/** What stands below the picture: what the map says and the network does, a row's coasts, or where the sharpness is. */
import { html, svg, type TemplateResult } from 'lit';
import { segmented } from '../../parts/slider';
import { brief, count, significant } from '../../plot/format';
import { BENT, highest } from './between';
import { STROKES } from './between-plot';
import { PLANES, WIDTHS, type Settings } from './choices';
import { coasts } from './coasts';
import { sharpnessAt, stays } from './edge';
import { RUNS } from './ends';
import { rowOf } from './rows';
import type { Between, Edge, Ends, Seen, Slice } from './seen';
import { known } from './wager';

const still = { keepTime: true } as const;

const said = (name: unknown, value: unknown, idea = ''): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd class=${idea}>${value}</dd>
  </div>`;

/** In full, and where there is little room. */
const PLANE_LABELS: Readonly<Record<Settings['plane'], readonly [string, string]>> = {
  path: ['the path', 'path'],
  random: ['at random', 'random'],
  straight: ['start to end', 'straight'],
  between: ['end to end', 'two ends'],
};

const planes = (v: Seen): TemplateResult =>
  segmented({
    id: `${v.id}-plane`,
    label: 'cut along',
    value: v.settings.plane,
    options: PLANES.map((value) => ({ value, label: PLANE_LABELS[value][v.width < 440 ? 1 : 0] })),
    input: (plane) => v.set({ plane }, still),
  });

/** How a way is drawn in the profile. */
const stroke = (way: keyof typeof STROKES): TemplateResult =>
  html`<svg class="stroke" width="22" height="8" aria-hidden="true">
    ${svg`<path class=${STROKES[way].line} stroke-dasharray=${STROKES[way].dash} d="M0 4H22"></path>`}
  </svg>`;

function betweenPanel(v: Seen, { straight, sorted, begins, ways }: Between): TemplateResult {
  const narrow = v.width < 440;
  const bent = ways.now?.bent;
  const most = narrow ? '' : ', at most';
  const top = (losses: ArrayLike<number> | undefined): string => (losses ? significant(highest(losses)) : '…');
  return html`<dl class="says ways" data-spot="says">
      ${said(html`${stroke('straight')} straight${most}`, top(straight), 'idea-loss')}
      ${said(html`${stroke('sorted')} sorted${most}`, top(sorted), 'idea-loss')}
      ${said(html`${stroke('bent')} bent${most}`, top(bent), 'idea-loss')}
      ${said(narrow ? 'untrained' : 'before training', significant(begins), 'idea-loss')}
    </dl>
    <div class="choose" data-spot="planes">
      ${planes(v)}
      ${
        ways.over
          ? narrow
            ? html`<span class="quiet small">the highest loss on each way</span>`
            : ''
          : html`<span class="running"
              ><progress
                max=${BENT}
                value=${ways.now?.updates ?? 0}
                aria-label="The bent way is being trained"
              ></progress
            ></span>`
      }
    </div>`;
}

function slicePanel(v: Seen, slice: Slice): TemplateResult {
  const narrow = v.width < 440;
  const shown = 100 * (slice.shares[0] + slice.shares[1]);
  return html`<dl class="says" data-spot="says">
      ${said('the map says', significant(slice.plane(slice.at(v.step))), 'idea-loss')}
      ${said('the network says', significant(slice.network(v.step)), 'idea-loss')}
      ${said(narrow ? 'shown' : 'movement shown', `${brief(shown, 2)} %`)}
      ${said(narrow ? 'left out' : 'directions left out', count(v.model.lesson.dials - 2))}
    </dl>
    <div class="choose" data-spot="planes">
      ${planes(v)}
      ${
        v.settings.plane === 'random'
          ? html`<button
              type="button"
              class="link"
              @click=${() => v.set({ draw: (v.settings.draw % 9999) + 1 }, still)}
            >
              two others
            </button>`
          : ''
      }
    </div>`;
}

function endsPanel(v: Seen, ends: Ends): TemplateResult {
  const { runs } = ends;
  const trials = runs.now;
  const row = rowOf(trials, v.settings.neurons, v.time);
  const over = WIDTHS.reduce((sum, width) => sum + (trials?.get(width)?.length ?? 0), 0);
  const all = RUNS * WIDTHS.length;
  const go = (): void => {
    if (runs.running) runs.rest();
    else runs.wake();
    v.setLocal({});
  };
  return html`${row.runs.length ? coasts(v, ends, row) : html`<div class="coasts empty"></div>`}
    <div class="choose">
      ${segmented({
        id: `${v.id}-neurons`,
        label: 'neurons',
        value: v.settings.neurons,
        options: WIDTHS.map((value) => ({ value, label: value })),
        input: (neurons) => v.set({ neurons, run: null }, still),
      })}
      ${
        runs.over
          ? ''
          : html`<span class="running"
              ><progress max=${all} value=${over} aria-label="Runs that are over"></progress> ${over} of ${all}
              <button type="button" class="link" @click=${go}>${runs.running ? 'stop' : 'go on'}</button></span
            >`
      }
    </div>`;
}

/** Rates worth a press: three that hover, and one that leaves. */
const OFFERED = [0.1, 0.2, 0.3, 0.5] as const;

function edgePanel(v: Seen, { course }: Edge): TemplateResult {
  const now = course.now;
  const open = known(v);
  const here = now && sharpnessAt(now, v.time);
  const held = now && open ? stays(now) : undefined;
  const { rate } = v.settings;
  return html`<dl class="says" data-spot="numbers">
      ${said('sharpness', here === undefined ? '…' : significant(here))}
      ${said('the rate can bear', open ? `2 / ${brief(rate)} = ${significant(2 / rate)}` : '?')}
      ${said(v.width < 440 ? 'it stays at' : 'in the second half it stays at', held === undefined ? (now?.diverged ? 'nothing' : '…') : significant(held))}
    </dl>
    <div class="choose" data-spot="rate">
      ${segmented({
        id: `${v.id}-rate`,
        label: 'learning rate',
        value: OFFERED.includes(rate as 0.1) ? String(rate) : '',
        options: OFFERED.map((value) => ({ value: String(value), label: String(value) })),
        input: (value) => v.set({ rate: Number(value), revealed: true }, still),
      })}
      ${OFFERED.includes(rate as 0.1) ? '' : html`<b>${brief(rate)}</b>`}
    </div>`;
}

export function panels(v: Seen): TemplateResult {
  const { slice, between, ends, edge } = v.model;
  if (slice) return slicePanel(v, slice);
  if (between) return betweenPanel(v, between);
  if (ends) return endsPanel(v, ends);
  return edge ? edgePanel(v, edge) : html``;
}
