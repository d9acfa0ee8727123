/**
 * What every mark looks like, in one table. Three things are made from it: the style sheet of a live
 * figure, the same rules for static pictures in the page, and the plain attributes that keep a
 * picture coloured where no style sheet follows it (feeds, mail).
 */
import {
  land,
  palette,
  racers,
  sea,
  surface,
  terrain,
  water,
  type Idea,
  type Surface,
  type Theme,
} from '../style/tokens';

type Colour = Idea | Surface;
const colours = { ...palette, ...surface };

interface Ink {
  readonly fill?: Colour | 'none';
  readonly stroke?: Colour | 'none';
  readonly width?: number;
  readonly dash?: string;
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly strokeOpacity?: number;
  /** Text: size in px, weight. */
  readonly size?: number;
  readonly weight?: number;
  /** A halo in the paper colour that lifts a label off what is drawn beneath. */
  readonly halo?: boolean;
  readonly join?: 'round';
}

const text = (fill: Colour, size: number, weight = 400, halo = false): Ink => ({
  fill,
  stroke: 'none',
  size,
  weight,
  halo,
});
const line = (stroke: Colour, width: number, more: Partial<Ink> = {}): Ink => ({
  fill: 'none',
  stroke,
  width,
  join: 'round',
  ...more,
});

/** Dash pattern of a run that was pinned, whatever its colour. */
export const PINNED_DASH = '5 4';

export const ink = {
  // frame
  grid: line('rule', 1, { opacity: 0.8 }),
  baseline: line('rule', 1),
  hairline: line('ink2', 1),
  'tick-text': text('ink2', 12.5),
  'axis-name': text('ink2', 12.5),
  // ideas
  'loss-line': line('loss', 2.25),
  'loss-ahead': line('loss', 1.75, { opacity: 0.35 }),
  'loss-area': { fill: 'loss', stroke: 'none', fillOpacity: 0.08 },
  'loss-mark': { fill: 'loss', stroke: 'none' },
  'loss-dot': { fill: 'loss', stroke: 'card', width: 1.5 },
  'loss-text': text('loss', 13, 600, true),
  'parameter-line': line('parameter', 2.25),
  'parameter-thin': line('parameter', 1.25, { opacity: 0.7 }),
  'parameter-ghost': line('parameter', 1.25, { opacity: 0.42 }),
  'parameter-dot': { fill: 'parameter', stroke: 'card', width: 1.25 },
  'parameter-ring': { fill: 'card', stroke: 'parameter', width: 1.6 },
  'parameter-fill': { fill: 'parameter', stroke: 'none' },
  'parameter-legs': line('parameter', 1.5, { dash: '2.5 3.5' }),
  'parameter-text': text('parameter', 13, 600, true),
  'gradient-line': line('gradient', 2, { dash: '6 4' }),
  'gradient-fill': { fill: 'gradient', stroke: 'none' },
  'gradient-part': line('gradient', 2.25, { opacity: 0.55 }),
  'gradient-dot': { fill: 'gradient', stroke: 'card', width: 1.5 },
  'gradient-text': text('gradient', 13, 600, true),
  'optimum-line': line('optimum', 2.25),
  'optimum-dash': line('optimum', 1.75, { dash: '2 4' }),
  'optimum-text': text('optimum', 13, 600, true),
  'guess-line': line('guess', 1.5, { dash: '1.5 3.5' }),
  'border-line': line('guess', 2.5, { dash: '0.5 5.5' }),
  'guess-mark': { fill: 'card', stroke: 'guess', width: 2, join: 'round' },
  'guess-text': text('guess', 13, 600, true),
  // a run kept to compare with: never to be taken for the present one
  'pinned-line': line('parameter', 1.5, { dash: PINNED_DASH }),
  'pinned-ball': { fill: 'card', stroke: 'parameter', width: 1.75 },
  'pinned-loss': line('loss', 1.5, { dash: PINNED_DASH }),
  'pinned-loss-dot': { fill: 'card', stroke: 'loss', width: 1.75 },
  // what can be grabbed
  halo: { fill: 'parameter', stroke: 'none', opacity: 0.2 },
  ball: { fill: 'parameter', stroke: 'card', width: 2 },
  value: text('ink', 18, 600),
  'scrub-line': line('ink2', 1.25, { dash: '0.5 3' }),
  'scrub-sign': line('ink2', 1.25),
  // what can be pressed: its area is felt, not seen
  press: { fill: 'none', stroke: 'none' },
  'chosen-line': line('ink', 2),
  // what a learning rate does
  'manner-crawls': { fill: 'ink2', stroke: 'none', fillOpacity: 0.1 },
  'manner-glides': { fill: 'optimum', stroke: 'none', fillOpacity: 0.16 },
  'manner-swings': { fill: 'guess', stroke: 'none', fillOpacity: 0.2 },
  'manner-diverges': { fill: 'gradient', stroke: 'none', fillOpacity: 0.16 },
  'manner-rests': { fill: 'optimum', stroke: 'none', fillOpacity: 0.16 },
  'threshold-line': line('ink', 1.25),
  // the slope in every direction
  rising: { fill: 'gradient', stroke: 'gradient', width: 1.25, fillOpacity: 0.14 },
  falling: { fill: 'none', stroke: 'gradient', width: 1.25, dash: '2 3' },
  // steps of one length
  'equal-steps': { fill: 'card', stroke: 'ink', width: 1.25, fillOpacity: 0.35 },
  // where ground is cut open
  'rim-line': line('ink', 1, { opacity: 0.45 }),
  'section-line': line('ink', 1, { opacity: 0.5 }),
  // what belongs to no idea: rates, estimates, lines to compare with
  'solid-line': line('ink', 1.75),
  'dotted-line': line('ink', 2, { dash: '0.5 4.5' }),
  'ahead-line': line('ink', 1.5, { opacity: 0.3 }),
  'refused-dot': { fill: 'card', stroke: 'ink2', width: 1.25 },
  'guide-line': line('ink2', 1),
  'hollow-dot': { fill: 'card', stroke: 'ink', width: 1.75 },
  knob: { fill: 'ink', stroke: 'card', width: 2 },
  'knob-halo': { fill: 'ink', stroke: 'none', opacity: 0.16 },
  'row-chosen': { fill: 'ink', stroke: 'none', fillOpacity: 0.06 },
  chosen: { fill: 'none', stroke: 'ink', width: 1.75 },
  'dial-scale': line('rule', 3),
  'dial-arc': line('parameter', 3),
  'dial-cap': { fill: 'card', stroke: 'ink2', width: 1.25 },
  'dial-needle': line('parameter', 2.75),
  // boxes of a graph, and what has not arrived there yet
  box: { fill: 'card', stroke: 'ink', width: 1.6 },
  'box-now': { fill: 'card', stroke: 'ink', width: 3.5 },
  'box-input': { fill: 'card', stroke: 'ink2', width: 1.25 },
  'box-loss': { fill: 'card', stroke: 'loss', width: 1.75 },
  index: text('ink', 10.5, 600),
  hole: { fill: 'card', stroke: 'gradient', width: 1.75, dash: '2.5 2.5' },
  'gradient-large': text('gradient', 17, 700, true),
  turn: { fill: 'ink2', stroke: 'card', width: 1.5 },
  early: { fill: 'guess', stroke: 'card', width: 1.5 },
  sheet: { fill: 'none', stroke: 'rule', width: 1 },
  // how far a prediction is off: pieces of the loss
  'miss-line-faint': line('loss', 0.75, { opacity: 0.3 }),
  'miss-square-faint': { fill: 'loss', stroke: 'loss', width: 0.5, fillOpacity: 0.05, strokeOpacity: 0.12 },
  'miss-line': line('loss', 1.25, { opacity: 0.75 }),
  'miss-square': { fill: 'loss', stroke: 'loss', width: 0.75, fillOpacity: 0.07, strokeOpacity: 0.4 },
  // runs side by side: a seam of paper keeps each apart from the ground and from the others
  'racer-seam': line('card', 4, { opacity: 0.7 }),
  'racer-number': text('card', 10.5, 700),
  'finish-line': line('optimum', 1.5, { dash: '2 4' }),
  // weights between neurons, as wide as they are large; the hollow ones are negative
  road: { fill: 'none', stroke: 'parameter', join: 'round' },
  'road-faint': { fill: 'none', stroke: 'parameter', join: 'round', opacity: 0.38 },
  'road-bed': { fill: 'none', stroke: 'card', join: 'round' },
  'coast-line': line('ink', 1.75),
  'coast-seam': line('card', 4.5, { opacity: 0.75 }),
  'coast-other': line('parameter', 1.25, { opacity: 0.75 }),
  'coast-mine': line('parameter', 2.25),
  'coast-was': line('parameter', 1.75, { dash: '6 5' }),
  // examples by class, and those that are on the wrong shore
  'on-land': { fill: 'ink', stroke: 'card', width: 1 },
  'at-sea': { fill: 'card', stroke: 'ink', width: 1.6 },
  ice: { fill: 'card', stroke: 'none' },
  'on-ice': { fill: 'ink2', stroke: 'card', width: 1 },
  'note-strong': text('ink', 12.5, 600),
  'wrong-ring': { fill: 'none', stroke: 'loss', width: 1.9 },
  'bar-more': { fill: 'parameter', stroke: 'parameter', width: 1.5 },
  'bar-less': { fill: 'card', stroke: 'parameter', width: 1.5 },
  'cross-hair': line('ink', 1.5),
  'map-rim': { fill: 'none', stroke: 'ink2', width: 1 },
  'map-chosen': { fill: 'none', stroke: 'ink', width: 2.75, join: 'round' },
  // neutral
  label: text('ink', 13, 600, true),
  note: text('ink2', 12.5, 400, true),
  'datum-faint': { fill: 'ink', stroke: 'none', fillOpacity: 0.6 },
  datum: { fill: 'ink', stroke: 'card', width: 1 },
  // batches: each example's own gradient, what one batch makes of its own, and what others would
  needle: line('gradient', 1, { opacity: 0.4 }),
  'needle-tip': { fill: 'card', stroke: 'gradient', width: 1.25 },
  'loss-batch': line('loss', 1, { opacity: 0.45 }),
  'batch-line': line('gradient', 2.25),
  cloud: line('gradient', 4, { opacity: 0.5 }),
  'cloud-ring': line('gradient', 1.75),
  // the examples in the order in which they are asked
  'deck-dim': line('ink2', 1.2, { opacity: 0.4 }),
  'deck-lit': line('parameter', 1.5),
  'deck-ribs': line('card', 1),
  window: { fill: 'parameter', stroke: 'parameter', width: 1.75, fillOpacity: 0.1 },
  // a pad of grey squares, the neurons behind it, and how much each answer gets
  paper: { fill: 'card', stroke: 'none' },
  'paper-rim': line('ink', 1.75),
  pixel: { fill: 'ink', stroke: 'none' },
  'grid-fine': line('rule', 0.6, { opacity: 0.6 }),
  'close-line': line('guess', 2.25, { dash: '1 4' }),
  'neuron-ring': { fill: 'card', stroke: 'ink', width: 1 },
  fan: { fill: 'parameter', stroke: 'none', fillOpacity: 0.07 },
  answer: { fill: 'ink', stroke: 'none' },
  'answer-other': { fill: 'ink', stroke: 'none', fillOpacity: 0.38 },
  'answer-was': line('ink2', 1.25, { dash: '2 2.5' }),
  digit: text('ink2', 14.5),
  'digit-best': text('ink', 20, 700),
  verdict: text('ink', 15, 600),
  'mix-right': { fill: 'ink', stroke: 'none', fillOpacity: 0.3 },
  'mix-wrong': { fill: 'loss', stroke: 'none' },
  'loss-note': text('loss', 12.5, 600),
  'tile-rim': { fill: 'none', stroke: 'rule', width: 1 },
  // a table of chances, and how much each letter surprises; dots are round ends of lines, as wide as the chance asks
  chances: { fill: 'none', stroke: 'parameter' },
  'surprise-bar': { fill: 'loss', stroke: 'none', fillOpacity: 0.6 },
  'surprise-now': { fill: 'loss', stroke: 'none' },
  'surprise-hidden': line('guess', 1.25, { dash: '1.5 3.5' }),
  'surprise-unknown': line('ink2', 1, { dash: '2 3' }),
  'loss-mean': line('loss', 1.25, { dash: '0.5 4' }),
  'row-band': { fill: 'loss', stroke: 'none', fillOpacity: 0.13 },
  pair: { fill: 'none', stroke: 'loss', width: 2 },
  letter: text('ink', 17),
  'letter-now': text('ink', 17, 700),
  'letter-narrow': text('ink', 13),
  'letter-small': text('ink2', 10.5),
  'letter-small-now': text('ink', 12.5, 700),
  space: line('ink2', 1.25),
  perplexity: text('loss', 38, 600),
  // a reader's own surprise, and the keys to guess by
  'tries-bar': { fill: 'guess', stroke: 'guess', width: 1.25, fillOpacity: 0.22 },
  'tries-now': { fill: 'guess', stroke: 'guess', width: 1.25 },
  'guess-solid': line('guess', 1.75),
  'guess-fill': { fill: 'guess', stroke: 'none' },
  'early-slot': { fill: 'guess', stroke: 'guess', width: 1, fillOpacity: 0.16 },
  key: { fill: 'card', stroke: 'rule', width: 1 },
  'key-struck': { fill: 'none', stroke: 'rule', width: 1, dash: '2 3' },
  'ruler-band': { fill: 'ink2', stroke: 'none', fillOpacity: 0.18 },
  // lines only: a band of terrain brings its own fill
  'contour-thin': { stroke: 'ink', width: 0.6, strokeOpacity: 0.17 },
  'contour-heavy': { stroke: 'ink', width: 0.9, strokeOpacity: 0.42 },
} satisfies Record<string, Ink>;

/** Dash patterns that tell curves of one idea apart, by rank. */
export const dashes = ['', '7 4', '1.5 4', '9 4 1.5 4'] as const;

/** How a run among several is drawn, in the colour of its number: `gd-racer-line-3`. */
const runs = {
  line: (colour: string) => ({ fill: 'none', stroke: colour, 'stroke-width': '2.5', 'stroke-linejoin': 'round' }),
  quiet: (colour: string) => ({ fill: 'none', stroke: colour, 'stroke-width': '1.5', 'stroke-linejoin': 'round' }),
  ahead: (colour: string) => ({ fill: 'none', stroke: colour, 'stroke-width': '1.25', 'stroke-opacity': '0.4' }),
  dot: (colour: string) => ({ fill: colour, stroke: 'none' }),
  fill: (colour: string, paper: string) => ({ fill: colour, stroke: paper, 'stroke-width': '1.25' }),
  /** A name at a ball. */
  text: (colour: string, paper: string) => ({
    fill: colour,
    stroke: paper,
    'stroke-width': '4px',
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'font-size': '13px',
    'font-weight': '600',
  }),
  basin: (colour: string) => ({ fill: colour, 'fill-opacity': '0.5', stroke: colour, 'stroke-width': '1' }),
} as const;
type RunMark = keyof typeof runs;

const runAttributes = (mark: RunMark, colour: string, paper: string): Record<string, string> =>
  runs[mark](colour, paper);

export type InkName = keyof typeof ink;

const variable = (idea: Colour | 'none'): string => (idea === 'none' ? 'none' : `var(--gd-${idea})`);

function declarations(i: Ink): string {
  const rules: string[] = [];
  if (i.fill) rules.push(`fill:${variable(i.fill)}`);
  if (i.stroke) rules.push(`stroke:${variable(i.stroke)}`);
  if (i.width !== undefined) rules.push(`stroke-width:${i.width}px`);
  if (i.dash) rules.push(`stroke-dasharray:${i.dash}`);
  if (i.opacity !== undefined) rules.push(`opacity:${i.opacity}`);
  if (i.fillOpacity !== undefined) rules.push(`fill-opacity:${i.fillOpacity}`);
  if (i.strokeOpacity !== undefined) rules.push(`stroke-opacity:${i.strokeOpacity}`);
  if (i.join) rules.push(`stroke-linejoin:${i.join}`, 'stroke-linecap:round');
  if (i.size !== undefined) {
    rules.push(`font-size:${i.size}px`, `font-weight:${i.weight ?? 400}`);
    if (i.halo) rules.push('paint-order:stroke', 'stroke:var(--gd-card)', 'stroke-width:4px', 'stroke-linejoin:round');
  }
  return rules.join(';');
}

/** Rules for every mark below `scope` (a selector, or empty inside a shadow root). */
export function inkStyles(scope = ''): string {
  const prefix = scope ? `${scope} ` : '';
  const marks = Object.entries(ink).map(([name, i]) => `${prefix}.gd-${name}{${declarations(i)}}`);
  const bands = Object.entries({ terrain, land, sea }).flatMap(([name, { light }]) =>
    light.map((_, i) => `${prefix}.gd-${name}-${i}{fill:var(--gd-${name}-${i})}`),
  );
  bands.push(`${prefix}.gd-water{fill:none;stroke:var(--gd-water);stroke-width:1px}`);
  const racing = racers.light.flatMap((_, i) =>
    (Object.keys(runs) as RunMark[]).map((mark) => {
      const rules = Object.entries(runAttributes(mark, `var(--gd-racer-${i})`, 'var(--gd-card)'));
      return `${prefix}.gd-racer-${mark}-${i}{${rules.map(([k, v]) => `${k}:${v}`).join(';')}}`;
    }),
  );
  return [...marks, ...bands, ...racing].join('\n');
}

/** The same as presentation attributes in one theme's palette; any style sheet overrides them. */
export function inkAttributes(className: string, theme: Theme = 'light'): Record<string, string> {
  const band = /^gd-(terrain|land|sea)-(\d+)$/.exec(className);
  if (band) return { fill: { terrain, land, sea }[band[1] as 'land'][theme][Number(band[2])] ?? 'none' };
  if (className === 'gd-water') return { fill: 'none', stroke: water[theme], 'stroke-width': '1' };
  const run = /^gd-racer-(line|quiet|ahead|dot|fill|text|basin)-(\d)$/.exec(className);
  if (run) return runAttributes(run[1] as RunMark, racers[theme][Number(run[2])] ?? 'none', surface.card[theme]);
  const i: Ink | undefined = (ink as Record<string, Ink>)[className.replace(/^gd-/, '')];
  if (!i) return {};
  const colour = (idea: Colour | 'none'): string => (idea === 'none' ? 'none' : colours[idea][theme]);
  const attributes: Record<string, string> = {};
  if (i.fill) attributes['fill'] = colour(i.fill);
  if (i.stroke) attributes['stroke'] = colour(i.stroke);
  if (i.width !== undefined) attributes['stroke-width'] = String(i.width);
  if (i.dash) attributes['stroke-dasharray'] = i.dash;
  if (i.opacity !== undefined) attributes['opacity'] = String(i.opacity);
  if (i.fillOpacity !== undefined) attributes['fill-opacity'] = String(i.fillOpacity);
  if (i.strokeOpacity !== undefined) attributes['stroke-opacity'] = String(i.strokeOpacity);
  if (i.join) attributes['stroke-linejoin'] = i.join;
  if (i.size !== undefined) {
    attributes['font-size'] = String(i.size);
    attributes['font-weight'] = String(i.weight ?? 400);
    if (i.halo) {
      attributes['stroke'] = surface.card[theme];
      attributes['stroke-width'] = '4';
      attributes['paint-order'] = 'stroke';
    }
  }
  return attributes;
}
