/**
 * A figure's first state as a picture: what stands in the page before anything runs, in print and in
 * feeds. Runs at build time in Node, on the same engine and the same drawing code as the live figure.
 */
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import type { Engine } from '../engine/engine';
import { inkAttributes } from '../plot/every-ink';
import type { AnyFigure, Model, View } from './figure';
import { Models, type Moments } from './host/models';
import { keep, readPin } from './host/pin';
import { inARow, mapsAtSize, shorter } from './poster-paths';
import { figures } from './registry';
import { initialValues, readSettings } from './settings';

/** What comes late on a page is there before the first picture. */
await Promise.all([...figures.values()].flatMap((figure) => (figure.still ? [figure.still()] : [])));

/** Width a poster is drawn at; it scales with its column. */
const WIDTH = 528;

export interface Poster {
  /** An `<svg>` that needs no script, and no style sheet either unless it was asked for without. */
  readonly svg: string;
  readonly title: string;
  readonly caption: string;
  /** The picture in words. */
  readonly description: string;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** A hundredth of a pixel, and of a factor five digits, are finer than any screen; more would be a tenth of the page's markup. */
function rounded(tag: string): string {
  return tag.replace(/(?<![\w.#])-?\d+\.\d{3,}(?![\w.])/g, (text) => {
    const value = Number(text);
    return String(Math.abs(value) < 1 ? Number(value.toPrecision(5)) : Number(value.toFixed(2)));
  });
}

/** The marks of a class as attributes, for where no style sheet knows them. */
function inked(whole: string, names: string): string {
  const attributes = names.split(' ').flatMap((n) => Object.entries(inkAttributes(n)));
  return [whole, ...attributes.map(([k, v]) => `${k}="${v}"`)].join(' ');
}

/** Markup of a template without the marks Lit leaves for its own use, and without what only a live figure needs. */
function still(template: TemplateResult, dressed: boolean): string {
  return (
    collectResultSync(render(template))
      .replace(/<!--[\s\S]*?-->|<\?>/g, '')
      .replace(/\s(role|tabindex|aria-(?!hidden)[a-z]+)="[^"]*"/g, '')
      .replace(/<text class="gd-label hint"[\s\S]*?<\/text>/g, '')
      // A handle that shows only while it has the focus.
      .replace(/<circle class="gd-chosen"[^>]*><\/circle>/g, '')
      .replace(/<circle class="grip"[^>]*><\/circle>/g, '')
      .replace(/ class="handle[^"]*"/g, '')
      .replace(/class="([^"]*)"/g, (whole, names: string) => (dressed ? inked(whole, names) : whole))
      .replace(/<[^>]*>/g, rounded)
      .replace(/[ML]-?[\d.]+ -?[\d.]+(?:L-?[\d.]+ -?[\d.]+){4,}/g, shorter)
      .replace(/(?<= d=")(?:M-?[\d.]+ -?[\d.]+(?=[ahlmv])[-\s\d.ahlmvZ]*){4,}(?=")/g, inARow)
      .replace(/>\s+</g, '><')
      .replace(/\s*><\/(?:path|circle|rect|line)>/g, '/>')
      .replace(/\s*\n\s*/g, ' ')
      .trim()
  );
}

function viewOf(figure: AnyFigure, moments: Moments, width: number): View<AnyFigure['settings'], Model> {
  const nothing = (): void => undefined;
  return {
    ...moments,
    beat: null,
    width,
    id: `poster-${figure.name}`,
    set: nothing,
    go: nothing,
    play: nothing,
    local: { touched: true, still: true },
    setLocal: nothing,
  };
}

/**
 * Draws the first state of the figure `name`.
 *
 * @param width of the drawing, in px; by default the figure's own
 * @param dressed with its colours and sizes; a page whose style sheet has them (`everyInkStyles`) needs them only once
 * @throws Error naming the figure or attribute that is wrong: the page's build must fail on it.
 */
export function renderPoster(
  engine: Engine,
  name: string,
  attributes: Readonly<Record<string, string | number | boolean>> = {},
  width?: number,
  dressed = true,
): Poster {
  const figure = figures.get(name);
  if (!figure) throw new Error(`no figure is called "${name}"; there are ${[...figures.keys()].join(', ')}`);
  const { pin: pinText, ...own } = attributes;
  const texts = Object.entries(own).map(([k, v]) => [k, String(v)] as const);
  const { values, problems } = readSettings(figure.settings, texts);
  const asked = pinText === undefined ? undefined : readPin(figure, String(pinText));
  const wrong = [...problems, ...(asked?.problems ?? [])];
  if (wrong.length) throw new Error(`figure "${name}": ${wrong.join(' ')}`);
  const settings = { ...initialValues(figure.settings), ...values };
  const [refusal] = Object.entries(figure.refusals?.(engine, settings) ?? {});
  if (refusal) throw new Error(`figure "${name}": ${refusal.join(': ')}`);
  const state = { settings, pinned: asked && keep(figure, settings, asked.values) };
  const models = new Models();
  try {
    const refused = models.follow(engine, figure, { state });
    const step = Math.min(figure.firstStep ?? 0, models.steps);
    const moments = models.at(step, step, state);
    if (!moments || refused !== undefined) throw new Error(`figure "${name}": ${refused ?? 'there is no model'}`);
    const view = viewOf(figure, moments, width ?? figure.posterWidth ?? WIDTH);
    const description = figure.sentence(view);
    const svg = mapsAtSize(still(figure.plot(view), dressed)).replace(
      /^<svg\s/,
      `<svg xmlns="http://www.w3.org/2000/svg" class="gd-poster" role="img" aria-label="${escaped(description)}" `,
    );
    return { svg, title: figure.title, caption: figure.caption, description };
  } finally {
    models.free();
  }
}
