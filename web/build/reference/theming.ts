/** How a figure is made to fit its host: custom properties and parts, with pictures of what they change. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine';
import { renderPoster } from '../../figures/poster';
import { land, palette, racers, sea, surface, terrain, water, type Idea, type Surface } from '../../style/tokens';
import { code, escaped, row, table } from './markup';

const meanings: Readonly<Record<Idea | Surface, string>> = {
  parameter: 'parameters: balls, paths, steps, links',
  gradient: 'gradients and slopes',
  loss: 'losses',
  optimum: 'bottoms, and what arrived there',
  guess: 'what the reader guesses',
  paper: 'the page; a figure itself does not use it',
  card: 'what a figure stands on: halos, buttons',
  ink: 'text',
  ink2: 'labels, captions, units',
  rule: 'hairlines',
};

/** What each part is; every `part` that occurs has its line here, and no other. */
const parts: Readonly<Record<string, string>> = {
  figure: 'the whole instrument',
  stage: 'picture, question and time bar, which belong together',
  plot: 'the main picture',
  'time-bar': 'back, play, step, scrubber, speed, and a menu',
  button: 'a button of the time bar',
  ending: 'how the run ended',
  arithmetic: 'the arithmetic of the step',
  'loss-curve': 'the loss against the step',
  'loss-map': 'the loss over two parameters',
  surface: 'a landscape as a block',
  table: 'a table of steps',
  predict: 'a question to the reader',
  slider: 'a slider with its label',
  choice: 'a choice between a few',
  compared: 'a pinned run and the present one, in words',
  numbers: 'the numbers behind the pictures, once they are opened',
  caption: 'what to try',
  stillness: 'why figures cannot run in this browser, below the first of them',
  notice: 'what could not be used, and what is allowed; or that the start failed, with a button to try again',
  take: 'in the tutorial: the button that opens the panel for taking a figure along',
};

interface Example {
  readonly words: string;
  readonly figure: string;
  readonly properties: Readonly<Record<string, string>>;
}

const examples: readonly Example[] = [
  { words: 'As it comes', figure: 'one-weight', properties: {} },
  {
    words: 'A blog’s own two colours',
    figure: 'one-weight',
    properties: { '--gd-parameter': '#7a2ea0', '--gd-loss': '#00707a' },
  },
  {
    words: 'On a sheet of one’s own',
    figure: 'one-weight',
    properties: {
      '--gd-card': '#f2e8d5',
      '--gd-ink': '#3a2d1c',
      '--gd-ink2': '#6b5a41',
      '--gd-rule': '#d2c2a4',
      '--gd-sans': 'Georgia, serif',
    },
  },
];

const declarations = (properties: Example['properties']): string =>
  Object.entries(properties)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('');

/** Rules that give the examples what they are examples of. */
export function exampleStyles(): string {
  const rules = examples.map(({ properties }, i) => {
    const ground = properties['--gd-card'] ? '  background: var(--gd-card);\n' : '';
    const type = properties['--gd-sans'] ? '  font-family: var(--gd-sans);\n' : '';
    return `.reference-example-${i} {\n${declarations(properties)}${ground}${type}}`;
  });
  return `${rules.join('\n')}\n`;
}

export function examplePictures(engine: Engine): string {
  const shown = examples.map(({ words, figure, properties }, i) => {
    const rule = Object.keys(properties).length ? `gd-figure {\n${declarations(properties)}}` : '/* nothing */';
    // Names within a drawing are unique in a page, and the same drawing stands here more than once.
    const svg = renderPoster(engine, figure).svg.replaceAll(`poster-${figure}`, `example-${i}`);
    return `<figure><div class="reference-picture reference-example-${i}">${svg}</div><figcaption>${escaped(words)}</figcaption><pre tabindex="0"><code>${escaped(rule)}</code></pre></figure>`;
  });
  return `<div class="reference-examples">${shown.join('')}</div>`;
}

/** A patch of a colour; SVG, since the page's policy allows no style of its own to an element. */
const patch = (colour: string): string =>
  `<svg class="swatch" width="18" height="18" aria-hidden="true"><rect width="18" height="18" rx="4" fill="${colour}"/></svg> ${code(colour)}`;

export function customProperties(): string {
  const pairs = Object.entries({ ...palette, ...surface }).map(([name, { light, dark }]) =>
    row([code(`--gd-${name}`), patch(light), patch(dark), escaped(meanings[name as Idea | Surface])]),
  );
  const series = (name: string, { light, dark }: typeof terrain, words: string): string => {
    const last = light.length - 1;
    const ends = (of: readonly string[]): string => `${patch(of[0] ?? '')} … ${patch(of[last] ?? '')}`;
    return row([code(`--gd-${name}-0 … --gd-${name}-${last}`), ends(light), ends(dark), escaped(words)]);
  };
  return table(
    ['property', 'light', 'dark', 'colours'],
    [
      ...pairs,
      series('terrain', terrain, 'heights, from the lowest ground to the highest'),
      series('land', land, 'what is above zero, from the coast inland'),
      series('sea', sea, 'what is below zero, from the coast to the depth'),
      row([code('--gd-water'), patch(water.light), patch(water.dark), 'the hatching of the sea']),
      series('racer', racers, 'runs side by side that stand for no idea of their own'),
      row([code('--gd-sans'), 'the host’s', 'the host’s', 'the typeface of the figure']),
    ],
  );
}

/** Names of parts in the sources of figures. */
async function partsInUse(root: string): Promise<Set<string>> {
  const files = await Promise.all(
    ['web/figures', 'web/parts'].map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name));
    }),
  );
  const texts = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
  return new Set(texts.flatMap((text) => [...text.matchAll(/\spart="([a-z][a-z-]*)"/g)].map(([, name]) => name!)));
}

/** @throws Error when a part is not described, or one is described that does not exist */
export async function partNames(root: string): Promise<string> {
  const used = await partsInUse(root);
  const unknown = [...used].filter((name) => !(name in parts));
  const gone = Object.keys(parts).filter((name) => !used.has(name));
  if (unknown.length || gone.length)
    throw new Error(
      `web/build/reference/theming.ts must describe the parts ${unknown.join(', ') || '-'}, and no longer ${gone.join(', ') || '-'}.`,
    );
  return table(
    ['part', 'what it is'],
    Object.entries(parts).map(([name, words]) => row([code(`::part(${name})`), escaped(words)])),
  );
}
