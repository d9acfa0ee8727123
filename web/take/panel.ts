/** The panel below one figure: a choice of formats, and what the chosen one makes of the figure as it stands. */
import type { GdFigure } from '../figures/host/downhill.d.ts';
import { make } from './dom';
import type { Format } from './format';
import { formats } from './formats';
import { momentOf, type Moment } from './moment';
import { Shelf } from './shelf';

/** Milliseconds between two looks at a figure that moves. */
const PACE = 150;
let nextId = 1;

export class Panel {
  readonly root: HTMLElement;
  readonly #said = make('p', { className: 'take-said', role: 'status' });
  readonly #shelf = new Shelf((sentence) => (this.#said.textContent = sentence));
  readonly #labels = new Map<Format, HTMLElement>();
  #chosen: Format | undefined = formats[0];
  #due: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly figure: GdFigure,
    close: () => void,
  ) {
    const name = `take-${nextId++}`;
    const group = (kind: Format['kind'], legend: string): HTMLElement =>
      make(
        'fieldset',
        {},
        make('legend', { textContent: legend }),
        ...formats.filter((f) => f.kind === kind).map((f) => this.#choice(f, name)),
      );
    this.root = make(
      'div',
      { className: 'take', slot: 'take', role: 'group', 'aria-label': 'Take this figure with you', lang: 'en' },
      make('div', { className: 'take-choice' }, group('page', 'into a page'), group('file', 'to keep')),
      this.#shelf.root,
      this.#said,
    );
    this.root.addEventListener('keydown', (event) => {
      // Keys within the panel are not the figure's.
      event.stopPropagation();
      if (event.key === 'Escape') close();
    });
  }

  #choice(format: Format, name: string): HTMLElement {
    const input = make('input', { type: 'radio', name, value: format.name, checked: format === this.#chosen });
    input.addEventListener('change', () => {
      this.#chosen = format;
      this.#said.textContent = '';
      this.#show();
    });
    const label = make('label', {}, input, make('span', { textContent: format.label }));
    this.#labels.set(format, label);
    return label;
  }

  open(): void {
    this.root.hidden = false;
    this.figure.addEventListener('gd-step', this.#later);
    this.figure.addEventListener('gd-change', this.#later);
    this.#show();
  }

  close(): void {
    this.root.hidden = true;
    this.figure.removeEventListener('gd-step', this.#later);
    this.figure.removeEventListener('gd-change', this.#later);
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  readonly #later = (): void => {
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      this.#show();
    }, PACE);
  };

  #show(): void {
    const moment = momentOf(this.figure, location.href.replace(/#.*/, ''));
    for (const [format, label] of this.#labels) label.hidden = !(format.has?.(moment) ?? true);
    void this.#fill(moment);
  }

  async #fill(moment: Moment): Promise<void> {
    const format = this.#chosen;
    try {
      const pieces = (await format?.pieces(moment)) ?? [];
      if (format === this.#chosen) this.#shelf.show(pieces);
    } catch (problem) {
      this.#said.textContent = problem instanceof Error ? problem.message : 'That could not be made.';
    }
  }
}
