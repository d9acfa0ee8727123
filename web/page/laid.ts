/**
 * Has the page laid out in turns. Chapters that nobody is near, and the lists after them, wait (`content-visibility` in
 * the style sheet) until the reader moves, so that neither the first picture nor the first answer waits for all of them,
 * nor for their typefaces; then one after the other takes its place for good.
 */

/** Calls back when the browser has nothing better to do. */
function whenIdle(go: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: 1000 });
  else setTimeout(go, 50);
}

/** What lies above the reader becomes as tall as it is, and the lines being read stay where they are. */
function layOut(chapter: HTMLElement): void {
  if (CSS.supports('overflow-anchor', 'auto')) {
    chapter.classList.add('laid');
    return;
  }
  const before = chapter.getBoundingClientRect();
  chapter.classList.add('laid');
  const grown = chapter.offsetHeight - before.height;
  if (before.bottom <= 0 && grown !== 0) scrollBy({ top: grown, behavior: 'instant' });
}

/** Lays out the chapters one by one, once the reader has begun to move. */
export function layOutInTurn(chapters: readonly HTMLElement[]): void {
  const rest = [...chapters];
  const next = (): void => {
    const chapter = rest.shift();
    if (!chapter) return;
    layOut(chapter);
    whenIdle(next);
  };
  const begun = new AbortController();
  for (const sign of ['scroll', 'keydown', 'pointerdown', 'hashchange']) {
    const begin = (): void => {
      begun.abort();
      whenIdle(next);
    };
    addEventListener(sign, begin, { passive: true, capture: true, signal: begun.signal });
  }
  const atOnce = (): boolean => rest.splice(0).map((chapter) => chapter.classList.add('laid')).length > 0;
  // Paper has no time.
  addEventListener('beforeprint', atOnce);
  // Whoever jumps must know how far: a place behind chapters of a guessed height would move away on the way there.
  const arrive = (): void => {
    if (atOnce()) document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  };
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]')) atOnce();
  });
  addEventListener('hashchange', arrive);
  if (location.hash.length > 1) arrive();
}
