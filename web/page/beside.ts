/**
 * Keeps a chapter's figure in sight while the chapter is read. Beside the text it stands still below the chapters' bar,
 * or, where it is taller than the window, with its lower end in sight. Above the text, on a phone, its stage - picture
 * and time bar - stays at the top, and the rest of it is folded away.
 */

/** On a small screen, or a much magnified one, a stage that leaves the text less than this share scrolls away. */
const MOST = 0.58;

function place(figure: HTMLElement): void {
  const stage = figure.shadowRoot?.querySelector<HTMLElement>('[part="stage"]');
  const chapter = figure.closest('.chapter');
  const beside = chapter !== null && getComputedStyle(chapter).display === 'grid';
  // Whoever wants it whole, for a picture, sets no limit.
  const whole = figure.style.maxHeight === 'none';
  figure.classList.toggle('docked', !beside && !whole && Boolean(stage));
  figure.classList.toggle('told', chapter?.querySelector('.predict gd-word') !== null);
  const { offsetHeight: height } = figure;
  const fits = (stage?.offsetHeight ?? height) < innerHeight * MOST;
  figure.classList.toggle('fits', fits);
  figure.style.setProperty('--tall', `${height}px`);
  // What is focused or scrolled to must come to stand below the stage, not under it.
  const covered = fits && figure.classList.contains('docked') ? (stage?.offsetHeight ?? 0) : 0;
  if (chapter instanceof HTMLElement) chapter.style.setProperty('--covered', `${covered}px`);
}

/** @param figures those that stand on the page, asked for anew: one that was taken away must not be kept alive. */
export function keepInSight(figures: () => Iterable<HTMLElement>): void {
  // With the next frame: what is placed at once may change the size that is being told, of which browsers complain.
  const sizes = new ResizeObserver((entries) =>
    requestAnimationFrame(() => entries.forEach((e) => place(e.target as HTMLElement))),
  );
  for (const figure of figures()) sizes.observe(figure);
  addEventListener('resize', () => [...figures()].forEach(place));
  document.addEventListener('gd-live', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.beside > gd-figure')) place(target);
  });
}
