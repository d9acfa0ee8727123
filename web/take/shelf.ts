/** The pieces of one format: all of them if they are few, otherwise one, and a list to choose it from. */
import { make } from './dom';
import type { Piece } from './format';
import { PieceView, type Say } from './piece-view';

/** As many pieces as still can be looked over at once. */
const FEW = 2;

export class Shelf {
  readonly root = make('div', { className: 'take-shelf' });
  #labels = '';
  #views: PieceView[] = [];
  #pieces: readonly Piece[] = [];
  #chosen = 0;

  constructor(private readonly say: Say) {}

  show(pieces: readonly Piece[]): void {
    this.#pieces = pieces;
    const labels = JSON.stringify(pieces.map(({ label, downloads }) => [label, downloads?.length]));
    if (labels !== this.#labels) this.#build();
    else this.#fill();
    this.#labels = labels;
  }

  get #shown(): readonly Piece[] {
    return this.#pieces.length > FEW ? this.#pieces.slice(this.#chosen, this.#chosen + 1) : this.#pieces;
  }

  #build(): void {
    this.#chosen = Math.min(this.#chosen, Math.max(0, this.#pieces.length - 1));
    const place = make('div');
    const lay = (): void => {
      this.#views = this.#shown.map((piece) => new PieceView(piece, this.say));
      place.replaceChildren(...this.#views.map(({ root }) => root));
    };
    lay();
    this.root.replaceChildren(...(this.#pieces.length > FEW ? [this.#list(lay)] : []), place);
  }

  #list(lay: () => void): HTMLElement {
    const options = this.#pieces.map(({ label }, i) => make('option', { value: String(i), textContent: label }));
    const list = make('select', {}, ...options);
    list.value = String(this.#chosen);
    list.addEventListener('change', () => {
      this.#chosen = Number(list.value);
      lay();
    });
    return make('label', { className: 'take-list' }, 'which ', list);
  }

  #fill(): void {
    this.#shown.forEach((piece, i) => this.#views[i]?.show(piece));
  }
}
