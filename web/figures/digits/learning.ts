/** How it learns: loss and accuracy against updates, of digits it learns from and of those it never sees. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { stepByKey } from '../../parts/step-keys';
import { linePath, round } from '../../plot/curve';
import { count, fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { clamp, logAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { lookAt, type Losses } from './judging';
import { updateNow } from './now';
import { pinnedLosses } from './pinned';
import type { Seen } from './seen';

const HEIGHT = 138;

interface Told {
  readonly name: string;
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
  /** Of a pinned training: the updates at which it was looked at, and how it read what neither has seen. */
  readonly pinned?: { readonly at: readonly number[]; readonly unseen: readonly number[] } | undefined;
  readonly text: (value: number) => string;
}

interface Layout {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** Right answers of 100, on a scale of the errors: from 90 to 95 is as far as from 80 to 90. */
function errorAxis({ seen, unseen, pinned }: Told, { top, bottom }: Box): Axis {
  const least = Math.max(0.05, 100 - Math.max(50, ...seen, ...unseen, ...(pinned?.unseen ?? [])));
  const errors = logAxis([least * 0.8, 100], [top, bottom]);
  const at = (value: number): number => errors.at(Math.max(least * 0.8, 100 - value));
  const worth = [0, 50, 80, 90, 95, 98, 99, 99.5].filter((value) => 100 - value >= least * 0.8);
  return {
    ...errors,
    at,
    value: (pixel) => 100 - errors.value(pixel),
    ticks: worth.map((value) => ({ value, at: at(value), text: String(value) })),
  };
}

function lines(l: Layout, at: readonly number[], told: Told, idea: boolean, now: number): SVGTemplateResult {
  const k = lookAt(at, now);
  const { pinned } = told;
  const p = pinned ? lookAt(pinned.at, now) : 0;
  const ends = [
    { value: told.seen[k] ?? 0, name: 'seen' },
    { value: told.unseen[k] ?? 0, name: 'unseen' },
    ...(pinned?.at.length ? [{ value: pinned.unseen[p] ?? 0, name: 'pinned' }] : []),
  ];
  const places = spread(
    ends.map(({ value }) => ({ at: clamp(l.y.at(value), l.box.top, l.box.bottom), size: 15 })),
    l.box.top - 4,
    l.box.bottom + 6,
  );
  const dot = (value: number, hollow: boolean): SVGTemplateResult => {
    const kind = idea ? (hollow ? 'gd-pinned-loss-dot' : 'gd-loss-dot') : hollow ? 'gd-hollow-dot' : 'gd-knob';
    return svg`<circle class=${kind} cx=${round(l.x.at(at[k] ?? 0))} cy=${round(clamp(l.y.at(value), l.box.top, l.box.bottom))} r="4"></circle>`;
  };
  return svg`${
    pinned?.at.length
      ? svg`<path class="gd-guide-line" stroke-dasharray="2 3" d=${linePath({ x: pinned.at, y: pinned.unseen }, l.x, l.y)}></path>
    <circle class="gd-hollow-dot" cx=${round(l.x.at(pinned.at[p] ?? 0))} cy=${round(clamp(l.y.at(pinned.unseen[p] ?? 0), l.box.top, l.box.bottom))} r="3"></circle>`
      : ''
  }
    <path class=${idea ? 'gd-pinned-loss' : 'gd-solid-line'} stroke-dasharray=${idea ? nothing : '5 4'} d=${linePath({ x: at, y: told.unseen }, l.x, l.y)}></path>
    <path class=${idea ? 'gd-loss-line' : 'gd-solid-line'} d=${linePath({ x: at, y: told.seen }, l.x, l.y)}></path>
    ${dot(ends[1]!.value, true)} ${dot(ends[0]!.value, false)}
    ${ends.map(({ value, name }, i) => svg`<text class=${idea ? 'gd-loss-text' : 'gd-label'} x=${round(l.box.right + 8)} y=${round((places[i] ?? 0) + 4)}>${told.text(value)}${l.box.right - l.box.left > 110 ? svg` <tspan class="gd-note">${name}</tspan>` : ''}</text>`)}`;
}

function chart(v: Seen, losses: Losses, told: Told, width: number, idea: boolean): TemplateResult {
  const { perEpoch } = v.model;
  const { steps } = v.clock;
  const now = updateNow(v);
  const box = { left: 36, top: 20, right: width - (width > 240 ? 96 : 44), bottom: HEIGHT - 40 };
  const x = stepAxis(steps, [box.left, box.right], 64);
  const all = [...told.seen, ...told.unseen, ...(told.pinned?.unseen ?? [])].filter(
    (value) => Number.isFinite(value) && value > 0,
  );
  const y = idea
    ? logAxis([Math.min(...all, 1) * 0.9, Math.max(...all, 1) * 1.1], [box.bottom, box.top])
    : errorAxis(told, box);
  const l = { box, x, y };
  const go = (px: number): void => v.go(Math.round(clamp(x.value(px), 0, v.model.training?.reached ?? 0)));
  const k = lookAt(losses.at, now);
  return html`<svg
    width=${round(width)}
    height=${HEIGHT}
    viewBox=${`0 0 ${round(width)} ${HEIGHT}`}
    role="group"
    aria-label=${`${told.name} against updates`}
    @pointerdown=${(e: PointerEvent) => follow(e, go)}
  >
    ${frame({ ...l, xName: `updates, ${count(perEpoch)} an epoch`, yName: told.name })}
    ${losses.at.length ? lines(l, losses.at, told, idea, now) : ''}
    ${svg`<rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label=${`Update on the curve of ${told.name}`}
      aria-valuemin="0" aria-valuemax=${steps} aria-valuenow=${now}
      aria-valuetext=${`update ${now}: seen ${told.text(told.seen[k] ?? 0)}, unseen ${told.text(told.unseen[k] ?? 0)}`}
      x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}
      @keydown=${(e: KeyboardEvent) => stepByKey(e, now, v.model.training?.reached ?? 0, (to) => v.go(to))}></rect>`}
  </svg>`;
}

export function learning(v: Seen): TemplateResult {
  const losses = v.model.losses() ?? { at: [], seen: [], unseen: [] };
  const now = updateNow(v);
  const { training, perEpoch } = v.model;
  const wide = v.width > 440;
  // A pixel less than half of the room: widths are rounded up.
  const width = wide ? Math.floor(v.width / 2 - 7) : v.width;
  const other = pinnedLosses(v);
  const of = (list: Losses['seen'], share: (a: Losses['seen'][number]) => number): number[] => list.map(share);
  const loss: Told = {
    name: 'loss',
    seen: of(losses.seen, (a) => a.loss),
    unseen: of(losses.unseen, (a) => a.loss),
    // Two kinds of loss have no scale in common.
    pinned:
      other && v.pinned?.settings.loss === v.settings.loss
        ? { at: other.at, unseen: of(other.unseen, (a) => a.loss) }
        : undefined,
    text: (value) => significant(value, 3),
  };
  const right: Told = {
    name: 'read right, of 100',
    seen: of(losses.seen, (a) => 100 * a.accuracy),
    unseen: of(losses.unseen, (a) => 100 * a.accuracy),
    pinned: other && { at: other.at, unseen: of(other.unseen, (a) => 100 * a.accuracy) },
    text: (value) => fixed(value, 1),
  };
  return html`<div class="learning" data-spot="learning">
      ${chart(v, losses, loss, width, true)} ${chart(v, losses, right, width, false)}
    </div>
    <p class="quiet small">
      Epoch ${fixed(now / perEpoch, 1)} of
      ${v.settings.epochs}${
        training && training.speed > 0
          ? html`, learned at <b>${count(Number(training.speed.toPrecision(2)))}</b> digits a second on this machine`
          : ''
      }.
    </p>`;
}
