/** A pinned training beside the present one: its coast on the map, its loss on the curve, and what tells the two apart. */
import { svg, type SVGTemplateResult } from 'lit';
import { stretchedOver, UNITS } from '../../plot/contours';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { clamp, type Box } from '../../plot/scales';
import type { Comparison } from '../figure';
import { settings, type Settings } from './choices';
import type { Neurons, Seen } from './seen';
import { coastPath, realms } from './tides';

const BY = [
  'inputs',
  'layers',
  'activation',
  'last',
  'loss',
  'optimizer',
  'rate',
  'batch',
  'decay',
  'updates',
  'seed',
  'weights',
] as const;

function told(s: Settings, key: (typeof BY)[number]): string {
  if (key === 'weights') return s.weights.length ? 'set by hand' : 'drawn';
  const value = s[key];
  return typeof value === 'number' ? brief(value, 4) : settings[key].write(value as never);
}

/** On the same points two trainings may differ in everything else. */
export const compare: Comparison<typeof settings, Neurons> = {
  by: BY,
  run: (model) => ({
    steps: model.training.steps,
    reason: model.training.reason,
    loss: (step) => model.assess(Math.min(step, model.training.reached), 'seen').loss,
  }),
  traits: (_, s) => Object.fromEntries(BY.map((key) => [settings[key].label, told(s, key)])),
};

/** The update at which the pinned training stands: the one asked for, or the last that there is by now. */
export function pinnedUpdate({ pinned }: Pick<Seen, 'pinned'>): number {
  return pinned ? pinned.model.training.reach(pinned.step) : 0;
}

/** Where in the box the first point of a traced path comes to lie; undefined of an empty path. */
function beginning(path: string, { left, top, right, bottom }: Box): readonly [number, number] | undefined {
  const [, x, y] = /^M\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/.exec(path) ?? [];
  if (x === undefined || y === undefined) return undefined;
  return [left + (Number(x) / UNITS) * (right - left), top + (Number(y) / UNITS) * (bottom - top)];
}

/** The coast of the pinned answer, dashed; its name stands where the coast begins. */
export function pinnedCoast(v: Pick<Seen, 'pinned'>, box: Box): SVGTemplateResult | '' {
  if (!v.pinned) return '';
  const { model } = v.pinned;
  const { training, net, examples } = model;
  const drawn = model.maps(training.parameters(pinnedUpdate(v)));
  const paths = examples.kinds === 2 ? [coastPath(drawn, net.hidden)] : realms(drawn, net.hidden);
  const all = paths.join('');
  const place = stretchedOver(box);
  const [x, y] = beginning(all, box) ?? [box.left + 30, box.top + 28];
  return svg`<g aria-hidden="true">
    <path class="gd-coast-seam" vector-effect="non-scaling-stroke" transform=${place} d=${all}></path>
    <path class="gd-pinned-line" vector-effect="non-scaling-stroke" transform=${place} d=${all}></path>
    <text class="gd-note" x=${round(clamp(x, box.left + 26, box.right - 26))} y=${round(clamp(y - 8, box.top + 14, box.bottom - 8))} text-anchor="middle">pinned</text>
  </g>`;
}
