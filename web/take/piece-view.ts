/** One piece on the shelf: its words, what it shows, its buttons. Shown anew without losing focus or selection. */
import { copy, make, save } from './dom';
import type { Download, Piece } from './format';

/** Lines that a text is given before it scrolls. */
const MOST_LINES = 16;
/** Characters that fit into a line, roughly: long ones wrap. */
const WIDE = 56;

/** Tells the reader what a press did. */
export type Say = (sentence: string) => void;

const lines = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / WIDE)), 0);

async function keep({ file, content }: Download, say: Say): Promise<void> {
  try {
    save(file, await content());
    say(`Saved as ${file}.`);
  } catch (problem) {
    say(problem instanceof Error ? problem.message : 'That could not be saved.');
  }
}

export class PieceView {
  readonly root: HTMLElement;
  readonly #note = make('p', { className: 'quiet' });
  readonly #field: HTMLTextAreaElement;
  readonly #picture: HTMLImageElement;
  readonly #open = make('a', { textContent: 'open' });
  readonly #copy = make('button', { type: 'button', className: 'pill', textContent: 'copy' });
  readonly #downloads = make('span');
  #piece: Piece;

  constructor(piece: Piece, say: Say) {
    this.#piece = piece;
    const heading = make('p', { className: 'take-label', textContent: piece.label });
    this.#field = make('textarea', { readOnly: true, spellcheck: false, 'aria-label': piece.label });
    this.#picture = make('img', { alt: piece.label });
    this.#copy.addEventListener('click', () => void copy(this.#field).then(say));
    this.#copy.setAttribute('aria-label', `copy: ${piece.label}`);
    for (const [i, { label }] of (piece.downloads ?? []).entries()) {
      const button = make('button', { type: 'button', className: 'pill', textContent: label });
      button.addEventListener('click', () => {
        const download = this.#piece.downloads?.[i];
        if (download) void keep(download, say);
      });
      this.#downloads.append(button);
    }
    const buttons = make('p', { className: 'take-buttons' }, this.#copy, this.#downloads, this.#open);
    this.root = make('div', { className: 'take-piece' }, heading, this.#note, this.#field, this.#picture, buttons);
    this.show(piece);
  }

  /** @param piece of the same kind as the first one */
  show(piece: Piece): void {
    this.#piece = piece;
    const { note, text, picture, href } = piece;
    this.#note.textContent = note ?? '';
    this.#note.hidden = note === undefined;
    this.#field.hidden = this.#copy.hidden = text === undefined;
    // Setting a text, even the same one, would undo the reader's selection.
    if (text !== undefined && text !== this.#field.value) {
      this.#field.value = text;
      this.#field.rows = Math.min(MOST_LINES, lines(text));
    }
    this.#picture.hidden = picture === undefined;
    if (picture !== undefined && picture !== this.#picture.src) this.#picture.src = picture;
    this.#open.hidden = href === undefined;
    if (href !== undefined) this.#open.href = href;
  }
}
