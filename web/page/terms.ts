/**
 * Explains a term where it stands: a press on its link shows the glossary's sentence beside it. Where the
 * browser has no popovers, the link leads to the glossary, as it does without scripts.
 */

/** Pixels between the word and its note, and between the note and the window's edge. */
const GAP = 8;

function place(note: HTMLElement, word: Element): void {
  // A word that is broken over two lines has two boxes; the note belongs to the first.
  const box = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = note;
  const below = box.bottom + GAP + height < innerHeight;
  note.style.left = `${Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP))}px`;
  const top = below ? box.bottom + GAP : Math.min(box.top - GAP - height, innerHeight - GAP - height);
  note.style.top = `${Math.max(GAP, top)}px`;
}

export function explainTerms(root: Document): void {
  if (!('showPopover' in HTMLElement.prototype)) return;
  const note = root.createElement('div');
  note.className = 'term-note';
  note.popover = 'auto';
  // Spoken when it appears; the reader's place stays on the word.
  note.setAttribute('role', 'status');
  root.body.append(note);
  let shown: Element | null = null;
  note.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') shown = null;
  });
  // It stays beside its word while the page moves, and goes when the word does.
  const follow = (): void => {
    if (!shown) return;
    const { top, bottom } = shown.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) note.hidePopover();
    else place(note, shown);
  };
  addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow);
  root.addEventListener('click', (event) => {
    const word = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term') : null;
    if (!word || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const entry = root.getElementById(word.hash.slice(1));
    if (!entry) return;
    event.preventDefault();
    const list = root.createElement('dl');
    list.append(...[...entry.children].map((child) => child.cloneNode(true)));
    note.replaceChildren(list);
    note.showPopover();
    shown = word;
    place(note, word);
  });
}
