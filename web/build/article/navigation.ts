/**
 * The list of chapters, drawn as what the tutorial is about: a loss that falls from the first chapter to
 * the last, with a ball where the reader is. Plain links; the page's script moves the ball.
 */
import { escapeAttribute } from './escape';

/** A place on the curve. */
export interface Stop {
  readonly number: number;
  readonly label: string;
  /** Id of its section. */
  readonly name: string;
}

/** Height of the curve at a fraction of the way, 1 at the start and 0 at the end. */
function height(fraction: number): number {
  const fall = (x: number): number => Math.exp(-3.6 * x);
  return (fall(fraction) - fall(1)) / (1 - fall(1));
}

const round = (value: number): number => Number(value.toFixed(2));

/** The curve in a square of 100 x 100 that the style sheet stretches to its place. */
function curve(): string {
  const points = Array.from({ length: 81 }, (_, i) => `${round(i * 1.25)} ${round(100 * (1 - height(i / 80)))}`);
  return `M${points.join('L')}`;
}

/** A stop as a link. */
function item(stop: Stop): string {
  const label = `<span class="stop-label"><span class="stop-number">${stop.number}</span>${escapeAttribute(stop.label)}</span>`;
  return `<li><a class="stop" href="#${stop.name}">${label}</a></li>`;
}

/** One picture for each choice of the theme switch; the style sheet shows the one that holds. */
const themeIcons = [
  ['system', '<circle cx="10" cy="10" r="6.5"/><path class="solid" d="M10 3.5a6.5 6.5 0 0 1 0 13z"/>'],
  [
    'light',
    '<circle cx="10" cy="10" r="3.5"/><path d="M10 1.8v1.6M10 16.6v1.6M1.8 10h1.6M16.6 10h1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M4.2 15.8l1.1-1.1M14.7 5.3l1.1-1.1"/>',
  ],
  ['dark', '<path d="M16.4 12.2A7 7 0 1 1 7.8 3.6a5.6 5.6 0 0 0 8.6 8.6z"/>'],
]
  .map(([choice, shapes]) => `<svg class="${choice}" viewBox="0 0 20 20" aria-hidden="true">${shapes}</svg>`)
  .join('');

const searchIcon =
  '<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.6 12.6l4.6 4.6"/></svg>';

/** HTML of the navigation. */
export function navigation(stops: readonly Stop[]): string {
  const path = `<path d="${curve()}"/>`;
  const svg = (kind: string): string =>
    `<svg class="${kind}" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${path}</svg>`;
  return `<nav class="chapters" aria-label="Chapters">
<div class="chapters-bar">
<div class="chapters-curve">
${svg('ahead')}${svg('behind')}
<ol>
${stops.map(item).join('\n')}
</ol>
<span class="chapters-ball" aria-hidden="true"></span>
</div>
<details class="chapters-menu">
<summary><span class="chapters-here">Chapters</span></summary>
<ol>
${stops.map(item).join('\n')}
</ol>
</details>
<button class="tool search" type="button" aria-label="Search" aria-keyshortcuts="/" hidden>${searchIcon}</button>
<button class="tool theme" type="button" hidden>${themeIcons}</button>
</div>
</nav>`;
}

/**
 * Style rules that put every stop on the curve, and the ball on the first. They are rules rather than
 * `style` attributes because a strict content policy forbids those.
 */
export function navigationRules(count: number): string {
  const place = (index: number): string => {
    const fraction = count < 2 ? 0 : index / (count - 1);
    return `--x: ${round(100 * fraction)}%; --y: ${round(1 - height(fraction))};`;
  };
  const stops = Array.from({ length: count }, (_, i) => `.chapters li:nth-child(${i + 1}) { ${place(i)} }`);
  return [...stops, `.chapters-curve { ${place(0)} }`].join('\n');
}
