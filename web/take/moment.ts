/** A figure as it stands at this moment: all that the formats know of it. */
import type { GdFigure, NamedRun, NumberTable } from '../figures/host/downhill.d.ts';
import { withTypefaces } from './typefaces';

export interface Moment {
  readonly name: string;
  readonly title: string;
  /** What differs from the figure's own defaults, as texts by attribute name. */
  readonly state: Readonly<Record<string, string>>;
  readonly step: number;
  /** In px, as it stands here without this panel. */
  readonly height: number;
  /** From `#` on. */
  readonly link: string;
  /** The page's address without its hash. */
  readonly page: string;
  /** The drawing, as a file with its typefaces; made when asked for, since it takes a while. */
  readonly picture: () => Promise<string>;
  readonly tables: () => readonly NumberTable[];
  readonly runs: () => readonly NamedRun[];
}

/** Asks once, however often it is asked. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function heightOf(figure: GdFigure): number {
  const panel = figure.querySelector<HTMLElement>('[slot=take]');
  return figure.offsetHeight - (panel?.offsetHeight ?? 0);
}

export function momentOf(figure: GdFigure, page: string): Moment {
  const { name, state, step, link } = figure;
  return {
    name,
    title: figure.shadowRoot?.querySelector('[part=figure]')?.getAttribute('aria-label') ?? name,
    state,
    step,
    height: heightOf(figure),
    link,
    page,
    picture: once(() => withTypefaces(figure.picture())),
    tables: once(() => figure.tables()),
    runs: once(() => figure.runs()),
  };
}

/** Every attribute that brings this moment back, the figure's name first. */
export function attributes({ name, state, step }: Moment): [name: string, value: string][] {
  return [['name', name], ...Object.entries(state), ['step', String(step)]];
}

/** The folder of a page that can be reached by others; nothing for one from disk, whose files are copied. */
export function folder(page: string): string {
  return /^https?:/.test(page) ? new URL('.', page).href : '';
}
