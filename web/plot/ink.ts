/**
 * What every mark looks like. Three things are made from it: the style sheet of a live figure, the same rules for
 * static pictures in the page, and the plain attributes that keep a picture coloured where no style sheet follows it
 * (feeds, mail; `every-ink.ts`). Here are the marks that come with every figure; those that only networks, batches and
 * text ask for come with them (`network-ink.ts`).
 */
import { land, palette, racers, sea, surface, terrain, type Idea, type Surface } from '../style/tokens';

export type Colour = Idea | Surface;
export const colours = { ...palette, ...surface };

export interface Ink {
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

export const text = (fill: Colour, size: number, weight = 400, halo = false): Ink => ({
  fill,
  stroke: 'none',
  size,
  weight,
  halo,
});
export const line = (stroke: Colour, width: number, more: Partial<Ink> = {}): Ink => ({
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
  // how far a prediction is off: pieces of the loss
  'miss-line-faint': line('loss', 0.75, { opacity: 0.3 }),
  'miss-square-faint': { fill: 'loss', stroke: 'loss', width: 0.5, fillOpacity: 0.05, strokeOpacity: 0.12 },
  'miss-line': line('loss', 1.25, { opacity: 0.75 }),
  'miss-square': { fill: 'loss', stroke: 'loss', width: 0.75, fillOpacity: 0.07, strokeOpacity: 0.4 },
  // runs side by side: a seam of paper keeps each apart from the ground and from the others
  'racer-seam': line('card', 4, { opacity: 0.7 }),
  'racer-number': text('card', 10.5, 700),
  'finish-line': line('optimum', 1.5, { dash: '2 4' }),
  // neutral
  label: text('ink', 13, 600, true),
  note: text('ink2', 12.5, 400, true),
  'datum-faint': { fill: 'ink', stroke: 'none', fillOpacity: 0.6 },
  datum: { fill: 'ink', stroke: 'card', width: 1 },
  // a pad of grey squares, the neurons behind it, and how much each answer gets
  paper: { fill: 'card', stroke: 'none' },
  'guess-solid': line('guess', 1.75),
  'guess-fill': { fill: 'guess', stroke: 'none' },
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
export type RunMark = keyof typeof runs;

export const runAttributes = (mark: RunMark, colour: string, paper: string): Record<string, string> =>
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

/** Rules for the marks of a table, below `prefix` (a selector and a space, or empty inside a shadow root). */
export const rulesOf = (table: Readonly<Record<string, Ink>>, prefix = ''): string[] =>
  Object.entries(table).map(([name, i]) => `${prefix}.gd-${name}{${declarations(i)}}`);

/** Rules for every figure's marks below `scope` (a selector, or empty inside a shadow root). */
export function inkStyles(scope = ''): string {
  const prefix = scope ? `${scope} ` : '';
  const marks = rulesOf(ink, prefix);
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
