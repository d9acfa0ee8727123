/**
 * Every colour, typeface, size and distance of the tutorial, in one place.
 *
 * The page's style sheet gets them as `--gd-*` custom properties; static pictures, which must stand
 * without a style sheet, read the values.
 */
import { ramp } from './colour';

export type Theme = 'light' | 'dark';

/** The ideas that own a colour, everywhere: text, formula, map, curve and table. */
export type Idea = 'parameter' | 'gradient' | 'loss' | 'optimum' | 'guess';

/** What the ideas stand on. */
export type Surface = 'paper' | 'card' | 'ink' | 'ink2' | 'rule';

type Pair = Readonly<Record<Theme, string>>;

/**
 * One colour per idea. Each has a second cue as well, for eyes and prints that do not tell the
 * colours apart: parameter - solid line, round ball with a ring; gradient - dashed, arrow; loss -
 * solid curve above a faint fill; optimum - cross; guess - dotted, hollow triangle.
 */
export const palette: Readonly<Record<Idea, Pair>> = {
  parameter: { light: '#0b5fc0', dark: '#74b6ff' },
  gradient: { light: '#c8450a', dark: '#ff9d61' },
  loss: { light: '#96307a', dark: '#f093d3' },
  optimum: { light: '#0a7552', dark: '#57d6a9' },
  guess: { light: '#8a6100', dark: '#f0c251' },
};

export const surface: Readonly<Record<Surface, Pair>> = {
  /** The page. */
  paper: { light: '#fbf9f4', dark: '#12161d' },
  /** What a figure is drawn on. */
  card: { light: '#fffefb', dark: '#171c25' },
  /** Text. */
  ink: { light: '#1c2330', dark: '#e9e6de' },
  /** Labels, captions, units. */
  ink2: { light: '#5c6474', dark: '#9aa3b2' },
  /** Hairlines. */
  rule: { light: '#dcd6c8', dark: '#2c3442' },
};

/** How many colours a height map is drawn with. */
export const terrainSteps = 12;

/** Heights from the lowest ground (index 0) to the highest (index 11). */
export const terrain: Readonly<Record<Theme, readonly string[]>> = {
  light: ramp(['#b5dcdf', '#d3e7dc', '#efeeda', '#f0dfc1', '#e6c6a4', '#d9ad8a'], terrainSteps),
  // Hills turn warm: sunk into the page's own dark, they were lost.
  dark: ramp(['#1f6a73', '#1b5461', '#1d424e', '#253640', '#332f33', '#43352f'], terrainSteps),
};

/** Shades that each side of a coast is drawn with. */
export const tideSteps = 5;

/** What has a sign and lies above zero: from the coast (index 0) to the farthest inland. */
export const land: Readonly<Record<Theme, readonly string[]>> = {
  light: ramp(['#f7ecd6', '#ecd3ae', '#d5a67f'], tideSteps),
  dark: ramp(['#332e2a', '#473c2f', '#665039'], tideSteps),
};

/** What lies below zero: from the coast (index 0) to the deepest. Hatched, so that it needs no colour to be told apart. */
export const sea: Readonly<Record<Theme, readonly string[]>> = {
  light: ramp(['#dcece3', '#b9dbd9', '#8fc2c6'], tideSteps),
  dark: ramp(['#16323a', '#19505a', '#1f6f78'], tideSteps),
};

/** The hatching of the sea. */
export const water: Pair = { light: '#5b9aa3', dark: '#4aa0a8' };

/**
 * Runs side by side that stand for no idea of their own, such as optimizers in a race; the first is the
 * path's own blue. Told apart by lightness as well as by hue, and never without a number or a name beside
 * them.
 */
export const racers: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#0b5fc0', '#cd420a', '#007a5b', '#75178c', '#1c2330', '#0c7ba6', '#5e4c00', '#c24380'],
  dark: ['#5aa2ff', '#ff9450', '#2fae83', '#e2a9ff', '#f2efe6', '#7fdcf5', '#c9a400', '#ff7d9e'],
};

const serif = "'Source Serif 4', Charter, 'Downhill Stand-in', 'Downhill Narrow Stand-in', serif";

/**
 * Families, ours first, each ending in what every machine has. Ours are Source Serif and Source Sans cut
 * down to what the page uses; their licence reserves the name for the whole ones.
 */
export const fonts = {
  serif: `'Downhill Serif', ${serif}`,
  /** For large sizes, in which details may be finer. */
  display: `'Downhill Display', ${serif}`,
  sans: "'Downhill Sans', 'Source Sans 3', system-ui, 'Segoe UI', sans-serif",
} as const;

/** Type sizes in rem (1 rem is the browser's setting, 16 px unless the reader chose otherwise). */
export const sizes = {
  /** Ticks, units, small labels: 13 px. */
  small: 0.8125,
  /** Captions and controls: 15 px. */
  label: 0.9375,
  /** Reading: 18 px. */
  text: 1.125,
  /** The chapter's claim: 23 px. */
  claim: 1.4375,
  /** A chapter's title: 36 px. */
  title: 2.25,
  /** The tutorial's name: 56 px. */
  name: 3.5,
} as const;

/** Distances in rem, each about 1.6 times the one before. */
export const spaces = [0.25, 0.5, 0.75, 1.25, 2, 3.25, 5.25, 8.5] as const;

/** Widths in px. */
export const widths = {
  /** The longest comfortable line of text. */
  text: 650,
  /** Text and figure side by side. */
  page: 1200,
  /** Narrower than this, they are stacked. */
  beside: 950,
} as const;

function declarations(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--gd-${name}: ${value};`)
    .join('\n');
}

/** The colours of one theme as custom properties, without a selector around them. */
export function customProperties(theme: Theme): string {
  const named = Object.entries({ ...palette, ...surface }).map(([name, pair]) => [name, pair[theme]] as const);
  const heights = terrain[theme].map((colour, i) => [`terrain-${i}`, colour] as const);
  const tides = Object.entries({ land, sea }).flatMap(([name, of]) =>
    of[theme].map((colour, i) => [`${name}-${i}`, colour] as const),
  );
  const runs = racers[theme].map((colour, i) => [`racer-${i}`, colour] as const);
  return declarations(Object.fromEntries([...named, ...heights, ...tides, ['water', water[theme]], ...runs]));
}

/** What both themes share - type, sizes, distances - as custom properties, without a selector. */
export function sharedProperties(): string {
  return declarations({
    ...fonts,
    ...Object.fromEntries(Object.entries(sizes).map(([name, rem]) => [`size-${name}`, `${rem}rem`])),
    ...Object.fromEntries(spaces.map((rem, i) => [`space-${i + 1}`, `${rem}rem`])),
    ...Object.fromEntries(Object.entries(widths).map(([name, px]) => [`width-${name}`, `${px}px`])),
  });
}
