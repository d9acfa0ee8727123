/** Loss against updates, over all points and not one batch: of those the network learns from, and of those it never sees. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { hover, hoverMarks } from '../../parts/hover';
import { stepByKey } from '../../parts/step-keys';
import { areaPath, linePath, round, type Series } from '../../plot/curve';
import { brief, count, grouped } from '../../plot/format';
import { frame } from '../../plot/frame';
import { clamp, linearAxis, logAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { updateNow } from './now';
import { pinnedUpdate } from './pinned';
import { lossesOf, type Losses } from './sampled';
import type { Seen } from './seen';

interface Layout {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function layoutOf(v: Seen, losses: Losses, width: number, height: number): Layout {
  const kept = v.pinned ? lossesOf(v.pinned.model).seen : [];
  const all = [...losses.seen, ...losses.unseen, ...kept].filter(Number.isFinite);
  const top = Math.min(Math.max(...all, 1e-9), Math.max((losses.seen[0] ?? 1) * 1.6, 1e-9));
  const box = { left: 40, top: 22, right: width - (losses.unseen.length || v.pinned ? 92 : 58), bottom: height - 38 };
  const y =
    v.settings.log === 'log'
      ? logAxis([Math.max(1e-9, Math.min(...all.filter((loss) => loss > 0), top / 10)), top], [box.bottom, box.top])
      : linearAxis([0, top * 1.04], [box.bottom, box.top], 38);
  return { box, y, x: stepAxis(v.clock.steps, [box.left, box.right], 64) };
}

/** What stands at the dots: in a line each, however near to each other they are. */
function labels(now: number, l: Layout, told: readonly (readonly [number, string])[]): SVGTemplateResult[] {
  const px = l.x.at(now);
  const late = px > l.box.right - 60;
  const places = told.map(([value]) => ({
    at: clamp(l.y.at(value), l.box.top, l.box.bottom) + (late ? 0 : -12),
    size: 16,
  }));
  const ends = spread(places, l.box.top - 8, l.box.bottom + 8);
  return told.map(
    ([value, name], i) =>
      svg`<text class="gd-loss-text" x=${round(late ? l.box.right + 8 : px + 9)} y=${round((ends[i] ?? 0) + 4)}>${grouped(value, 3)}${name}</text>`,
  );
}

/** Below its dot: what is read off stands above and beside. */
function pinnedName(update: number, value: number, { x, y, box }: Layout): SVGTemplateResult {
  const px = clamp(x.at(update), box.left + 26, box.right - 26);
  const py = Math.min(clamp(y.at(value), box.top, box.bottom) + 18, box.bottom - 5);
  return svg`<text class="gd-note" x=${round(px)} y=${round(py)} text-anchor="middle">pinned</text>`;
}

/** A curve as far as the time line, and faint beyond. */
function curve(series: Series, now: number, line: string, l: Layout, value: number): SVGTemplateResult {
  const last = series.x.length - 1;
  let k = 0;
  while (k < last && (series.x[k + 1] ?? 0) <= now) k++;
  const cut: Series = {
    x: [...Array.from(series.x).slice(0, k + 1), now],
    y: [...Array.from(series.y).slice(0, k + 1), value],
  };
  const py = clamp(l.y.at(value), l.box.top, l.box.bottom);
  const px = l.x.at(now);
  return svg`${line === 'gd-loss-line' ? svg`<path class="gd-loss-area" d=${areaPath(cut, l.x, l.y, l.box.bottom)}></path>` : ''}
    <path class="gd-loss-ahead" d=${linePath(series, l.x, l.y, k)}></path>
    <path class=${line} d=${linePath(cut, l.x, l.y)}></path>
    <circle class=${line === 'gd-loss-line' ? 'gd-loss-dot' : 'gd-pinned-loss-dot'} cx=${round(px)} cy=${round(py)} r="4.5"></circle>`;
}

export function lossPanel(v: Seen, width: number, height: number): TemplateResult {
  const { model } = v;
  const losses = lossesOf(model);
  const now = updateNow(v);
  const l = layoutOf(v, losses, width, height);
  const clip = `${v.id}-losses`;
  const both = losses.unseen.length > 0;
  const go = (px: number): void => v.go(Math.round(clamp(l.x.value(px), 0, v.clock.steps)));
  const read = (e: PointerEvent): void =>
    hover(e, l.box, (px) => {
      const update = Math.round(clamp(l.x.value(px), 0, model.training.reached));
      const told = (which: 'seen' | 'unseen'): string => brief(model.assess(update, which).loss, 6);
      return {
        x: l.x.at(update),
        lines: [`update ${count(update)}`, `loss ${told('seen')}`, ...(both ? [`unseen ${told('unseen')}`] : [])],
      };
    });
  const value = model.assess(now, 'seen').loss;
  const unseen = both ? model.assess(now, 'unseen').loss : 0;
  const kept = v.pinned && { losses: lossesOf(v.pinned.model), update: pinnedUpdate(v) };
  const keptValue = v.pinned && kept ? v.pinned.model.assess(kept.update, 'seen').loss : 0;
  return html`<div class="loss-curve" part="loss-curve" data-spot="loss">
    <svg
      width=${width}
      height=${height}
      viewBox=${`0 0 ${width} ${height}`}
      role="group"
      aria-label="Loss against updates"
      @pointerdown=${(e: PointerEvent) => follow(e, go)}
      @pointermove=${read}
      @pointerleave=${read}
    >
      <clipPath id=${clip}>
        <rect x=${l.box.left - 6} y=${l.box.top - 6} width=${width} height=${l.box.bottom - l.box.top + 8}></rect>
      </clipPath>
      ${frame({ ...l, xName: 'update', yName: 'loss' })}
      <g clip-path=${`url(#${clip})`}>
        ${both ? curve({ x: losses.at, y: losses.unseen }, now, 'gd-pinned-loss', l, unseen) : ''}
        ${kept ? curve({ x: kept.losses.at, y: kept.losses.seen }, kept.update, 'gd-pinned-loss', l, keptValue) : ''}
        ${curve({ x: losses.at, y: losses.seen }, now, 'gd-loss-line', l, value)}
      </g>
      ${kept ? pinnedName(kept.update, keptValue, l) : ''}
      ${labels(now, l, both ? [[unseen, ' unseen'] as const, [value, ' seen'] as const] : [[value, '']])}
      ${svg`<rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label="Update on the loss curve"
        aria-valuemin="0" aria-valuemax=${v.clock.steps} aria-valuenow=${now} aria-valuetext=${`update ${now}: loss ${brief(value, 6)}`}
        x=${round(l.box.left)} y=${l.box.top} width=${round(l.box.right - l.box.left)} height=${l.box.bottom - l.box.top}
        @keydown=${(e: KeyboardEvent) => stepByKey(e, now, v.clock.steps, (to) => v.go(to))}></rect>`}
      ${hoverMarks()}
    </svg>
    <label class="toggle small"
      ><input
        type="checkbox"
        .checked=${v.settings.log === 'log'}
        @change=${(e: Event) => v.set({ log: (e.target as HTMLInputElement).checked ? 'log' : 'linear' }, { keepTime: true })}
      /><span>log scale</span></label
    >
  </div>`;
}
