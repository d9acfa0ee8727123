/**
 * A figure without a page: settings, time and local values, and everything it would draw as text. What a figure shows
 * only when it is first asked for is left to whoever tests it, see `bring`: a file then loads one figure, not all.
 */
import { existsSync } from 'node:fs';
import { html, type TemplateResult } from 'lit';
import { afterEach, expect } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import type { AnyFigure, Figure, Model, View } from '../../../web/figures/figure';
import { Models, type Moments } from '../../../web/figures/host/models';
import { keep, type State } from '../../../web/figures/host/pin';
import type { Beat } from '../../../web/parts/player';
import {
  initialValues,
  readSettings,
  writeSettings,
  type SettingTable,
  type Values,
} from '../../../web/figures/settings';

const engineFile = new URL('../../../dist/engine.mjs', import.meta.url);

export async function realEngine(): Promise<Engine> {
  if (!existsSync(engineFile)) throw new Error('dist/engine.mjs is missing: run npm run build first.');
  const { loadEngine } = (await import(engineFile.href)) as { readonly loadEngine: () => Promise<Engine> };
  return loadEngine();
}

/** What comes when it is first opened is there from the start: a figure is tested with all that it can show. */
export const bring = (...parts: readonly { come(): Promise<unknown> }[]): Promise<unknown> =>
  Promise.all(parts.map((part) => part.come()));

/** What a test puts into this list is closed after it, and the engine then holds nothing any more. */
export function closedAfterEach<S extends { close(): void }>(engine: Engine): S[] {
  const open: S[] = [];
  afterEach(() => {
    for (const s of open.splice(0)) s.close();
    expect(engine.liveHandles()).toBe(0);
  });
  return open;
}

/** A template as text: everything Lit would write, event handlers left out. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (typeof value === 'object' && value !== null) {
    // A directive acts on an element that only a page has.
    if (!('strings' in value)) return '';
    const { strings, values } = value as TemplateResult;
    return strings.map((text, i) => text + (i < values.length ? written(values[i]) : '')).join('');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Markup as it is read: without tags, and one space where there are several. */
export const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

export class Stage<T extends SettingTable, M extends Model> {
  settings: Values<T>;
  time = 0;
  beat: Beat | null = null;
  local: Record<string, unknown> = {};
  #pinned: State['pinned'];
  readonly #models = new Models();

  constructor(
    private readonly engine: Engine,
    readonly figure: Figure<T, M>,
    settings: Partial<Values<T>> = {},
    public width = 486,
  ) {
    this.settings = { ...initialValues(figure.settings), ...settings };
    this.#compute();
  }

  get #state(): State {
    return { settings: this.settings, pinned: this.#pinned };
  }

  #compute(): void {
    const refused = this.#models.follow(this.engine, this.figure as unknown as AnyFigure, { state: this.#state });
    if (refused !== undefined) throw new Error(refused);
  }

  get model(): M {
    return this.#models.present as M;
  }

  get view(): View<T, M> {
    const moments = this.#models.at(this.time, Math.floor(this.time), this.#state);
    return {
      ...(moments as unknown as Pick<View<T, M>, keyof Moments>),
      beat: this.beat,
      width: this.width,
      id: 'stage',
      set: (change, options) => this.set(change, options?.keepTime ?? false),
      go: (step) => this.go(step),
      play: () => undefined,
      local: this.local,
      setLocal: (change) => (this.local = { ...this.local, ...change }),
    };
  }

  set(change: Partial<Values<T>>, keepTime = false): void {
    this.settings = { ...this.settings, ...change };
    this.#compute();
    this.go(keepTime ? this.time : 0);
  }

  go(step: number): void {
    this.time = Math.min(this.#models.steps, step);
  }

  /** Keeps the present run beside those to come. */
  pin(): void {
    this.#pinned = keep(this.figure as unknown as AnyFigure, this.settings);
    this.#compute();
  }

  done(goal: string): boolean {
    return this.figure.goals?.[goal]?.done(this.view) ?? false;
  }

  /** Everything the figure draws and says now. */
  drawn(): string {
    const { figure, view } = this;
    const pieces = {
      plot: figure.plot(view),
      asked: figure.asked?.(view) ?? html``,
      panels: figure.panels?.(view) ?? html``,
      controls: figure.controls?.(view) ?? html``,
    };
    const all = { ...pieces, timeBar: html``, foot: html``, numbers: html`` };
    return written(figure.arrange?.(view, all) ?? Object.values(all)) + figure.sentence(view);
  }

  /** Settings as they come back from a link. */
  viaLink(): { readonly values: Partial<Values<T>>; readonly problems: readonly string[] } {
    return readSettings(this.figure.settings, writeSettings(this.figure.settings, this.settings));
  }

  close(): void {
    this.#models.free();
  }
}

/** What stands where a number should; pictures are left out, whose letters spell anything now and then. */
export const nonsense = (text: string): readonly string[] =>
  text.replace(/data:image[\w/+;,=]*/g, '').match(/NaN|Infinity|undefined|\[object/g) ?? [];

export interface Scene<T extends SettingTable> {
  readonly settings?: Partial<Values<T>>;
  /** Default: where the figure's time line stands at first. */
  readonly step?: number;
  readonly width?: number;
}

/** A figure in one of its states; `look` sees it before it is put away. */
export function onStage<T extends SettingTable, M extends Model, R>(
  engine: Engine,
  figure: Figure<T, M>,
  { settings = {}, step = figure.firstStep ?? 0, width }: Scene<T>,
  look: (s: Stage<T, M>) => R,
): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(step);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}
