/**
 * `<gd-word for="learning-rate" set="chosen=1" step="3" at="sweep">glides</gd-word>`: a word of the text that sets the
 * figure beside it. An empty ring stands before it; the ball sits in the ring while the figure shows what the word says.
 */
import type { GdFigure, ShowRequest } from '../../figures/host/downhill.d.ts';

const EVENTS = ['gd-live', 'gd-change', 'gd-step', 'gd-end'];

function stepOf(text: string | null): ShowRequest['step'] {
  return text === null || text === 'end' ? (text ?? undefined) : Number(text);
}

export class Word extends HTMLElement {
  readonly #said = document.createElement('span');

  get request(): ShowRequest {
    return {
      settings: Object.fromEntries(new URLSearchParams(this.getAttribute('set') ?? '')),
      step: stepOf(this.getAttribute('step')),
      at: this.getAttribute('at') ?? undefined,
      play: this.hasAttribute('play'),
    };
  }

  /** The figure it speaks of: the one of its own chapter. */
  get figure(): GdFigure | null {
    const name = CSS.escape(this.getAttribute('for') ?? '');
    return (this.closest('section') ?? document).querySelector<GdFigure>(`gd-figure[name="${name}"]`);
  }

  /** Within a wager, the last word that sets something shows the answer: its button. What comes before only leads there. */
  get #answers(): boolean {
    const setting = this.closest('.predict')?.querySelectorAll('gd-word:is([set], [step])');
    return setting !== undefined && setting.item(setting.length - 1) === this;
  }

  connectedCallback(): void {
    if (this.#said.isConnected) return;
    this.setAttribute('role', 'button');
    this.tabIndex = 0;
    this.classList.toggle('wager', this.#answers);
    this.#said.className = 'unseen';
    this.append(this.#said);
    this.addEventListener('click', () => void this.press());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      void this.press();
    });
  }

  async press(): Promise<void> {
    await customElements.whenDefined('gd-figure');
    const { figure } = this;
    if (!figure) return;
    await figure.show(this.request);
    this.look();
  }

  /** Puts the ball into the ring, or takes it out. */
  look(): void {
    const { request, figure } = this;
    // A word that only points or plays says nothing about how the figure stands.
    const says = Object.keys(request.settings ?? {}).length > 0 || request.step !== undefined;
    const here = says && figure?.shows?.(request) === true;
    if (here === this.classList.contains('here')) return;
    this.classList.toggle('here', here);
    this.#said.textContent = here ? ', shown now' : '';
  }
}

/** Words look at their figures whenever one of these has moved, once a frame. */
export function startWords(root: Document): void {
  if (!root.querySelector('gd-word')) return;
  customElements.define('gd-word', Word);
  const words = [...root.querySelectorAll<Word>('gd-word')];
  const moved = new Set<string>();
  const look = (): void => {
    for (const word of words) if (moved.has(word.getAttribute('for') ?? '')) word.look();
    moved.clear();
  };
  for (const type of EVENTS)
    root.addEventListener(type, (event) => {
      const { target } = event;
      if (!(target instanceof Element) || target.localName !== 'gd-figure') return;
      if (moved.size === 0) requestAnimationFrame(look);
      moved.add(target.getAttribute('name') ?? '');
    });
}
