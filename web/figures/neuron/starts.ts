/** A hundred trainings at four widths, in slices beside the page's own work: which share is not done, after how many updates. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { inSlices } from '../../engine/pause';
import { linePath, round } from '../../plot/curve';
import { count } from '../../plot/format';
import { linearAxis, logAxis } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { CHECKS } from './choices';
import type { Neurons, Seen } from './seen';

export const WIDTHS = [2, 3, 4, 8] as const;
export const STARTS = 100;
/** More than this share of the points wrong is not done. */
export const TOLERATED = 0.05;

export interface Hundred {
  readonly model: Neurons;
  /** By width: trainings that are over. */
  readonly over: readonly number[];
  /** By width, by check: how many of them were not done. */
  readonly open: readonly (readonly number[])[];
  readonly running: boolean;
}

/** What is stopped when something else begins. */
let latest: object | undefined;

export function* trials(model: Neurons, told: (so: Hundred) => void): Generator<void, void> {
  const over = WIDTHS.map(() => 0);
  const open = WIDTHS.map(() => CHECKS.map(() => 0));
  const most = TOLERATED * model.examples.seen;
  for (let start = 1; start <= STARTS; start++)
    for (const [w, width] of WIDTHS.entries()) {
      const wrong = yield* iterate(model.trial(width, start));
      wrong.forEach((n, k) => (open[w]![k]! += Number(n > most)));
      over[w]!++;
      told({
        model,
        over: [...over],
        open: open.map((row) => [...row]),
        running: start < STARTS || w < WIDTHS.length - 1,
      });
      yield;
    }
}

function* iterate<T>(work: Iterator<void, T>): Generator<void, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield;
  }
}

/** What there is of them on these points; undefined before they were asked for. */
export const soFar = (v: Seen): Hundred | undefined => {
  const so = v.local['hundred'] as Hundred | undefined;
  return so?.model === v.model ? so : undefined;
};

/** Milliseconds between two pictures of it. */
const APART = 150;

function begin(v: Seen): void {
  const token = (latest = {});
  let shown = 0;
  const work = trials(v.model, (hundred) => {
    const now = performance.now();
    if (latest !== token || (hundred.running && now - shown < APART)) return;
    shown = now;
    v.setLocal({ hundred });
  });
  const stoppable = (function* (): Generator<void, void> {
    for (;;) {
      if (latest !== token || work.next().done) break;
      yield;
    }
    work.return();
  })();
  void inSlices(stoppable);
}

function stop(v: Seen): void {
  latest = undefined;
  const so = soFar(v);
  if (so) v.setLocal({ hundred: { ...so, running: false } });
}

const HEIGHT = 168;

/** Of a hundred, also while fewer are over. */
const share = (so: Hundred, w: number, k: number): number =>
  (100 * (so.open[w]?.[k] ?? 0)) / Math.max(1, so.over[w] ?? 1);

function curves(v: Seen, so: Hundred): SVGTemplateResult {
  const box = { left: 34, top: 22, right: v.width - 84, bottom: HEIGHT - 34 };
  const x = logAxis([CHECKS[0], CHECKS[CHECKS.length - 1]!], [box.left, box.right]);
  const y = linearAxis([0, 100], [box.bottom, box.top], 50);
  const ends = spread(
    WIDTHS.map((_, w) => ({ at: y.at(share(so, w, CHECKS.length - 1)), size: 15 })),
    box.top,
    box.bottom + 6,
  );
  return svg`<g aria-hidden="true">
    ${y.ticks.map((t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${round(box.right)}`}></path><text class="gd-tick-text" x=${box.left - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
    ${[100, 300, 1000, 3000, 10000].map((n) => svg`<text class="gd-tick-text" x=${round(x.at(n))} y=${box.bottom + 17} text-anchor="middle">${count(n)}</text>`)}
    <text class="gd-axis-name" x="0" y="12">of 100, not done</text>
    <text class="gd-axis-name" x=${round(box.right)} y=${box.bottom + 32} text-anchor="end">updates</text>
    ${WIDTHS.map((width, w) => {
      const series = { x: CHECKS, y: CHECKS.map((_, k) => share(so, w, k)) };
      return svg`<path class="gd-solid-line" stroke-dasharray=${['', '7 4', '1.5 4', '9 4 1.5 4'][w]!} d=${linePath(series, x, y)}></path>
        <text class="gd-note" x=${round(box.right + 8)} y=${round((ends[w] ?? 0) + 4)}>${width} neurons</text>`;
    })}
  </g>`;
}

export function starts(v: Seen): TemplateResult {
  const so = soFar(v);
  const over = so ? so.over.reduce((sum, n) => sum + n, 0) : 0;
  const at = (k: number): string => WIDTHS.map((_, w) => Math.round(so ? share(so, w, k) : 0)).join(', ');
  const [early, late] = [CHECKS.indexOf(1000), CHECKS.length - 1];
  return html`<div class="starts" data-spot="starts">
    <p class="own-row">
      ${
        so?.running
          ? html`<span><b>${over}</b> of ${STARTS * WIDTHS.length} trainings</span
              ><progress max=${STARTS * WIDTHS.length} value=${over}></progress
              ><button type="button" class="pill" @click=${() => stop(v)}>stop</button>`
          : html`<button type="button" class="pill" @click=${() => begin(v)}>
                ${so ? 'train them again' : `train ${STARTS} from ${STARTS} starts`}</button
              ><span class="quiet small"
                >one hidden layer of ${WIDTHS.join(', ')} neurons, on these points; done: at most
                ${Math.floor(TOLERATED * v.model.examples.seen)} of ${v.model.examples.seen} wrong</span
              >`
      }
    </p>
    ${
      so
        ? html`<svg
              width=${v.width}
              height=${HEIGHT}
              viewBox=${`0 0 ${v.width} ${HEIGHT}`}
              role="img"
              aria-label=${`Not done of 100, by ${WIDTHS.join(', ')} neurons: after 1000 updates ${at(early)}; after 10000 ${at(late)}`}
            >
              ${curves(v, so)}
            </svg>
            <p class="quiet small">After 1 000 updates ${at(early)} of 100 are not done; after 10 000 ${at(late)}.</p>`
        : ''
    }
  </div>`;
}
