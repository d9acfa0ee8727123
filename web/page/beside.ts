/**
 * Keeps a figure's picture in sight while the reader scrolls to the controls below it. Only a picture that
 * leaves them most of the room is pinned: on a small screen, or a much magnified one, it scrolls away.
 */
const MOST = 0.52;

function pin(figure: HTMLElement): void {
  const plot = figure.shadowRoot?.querySelector<HTMLElement>('[part="plot"]');
  const height = plot?.offsetHeight ?? 0;
  const columns = getComputedStyle(figure).position === 'sticky';
  // Whoever wants it whole, for a picture, sets no limit.
  const whole = figure.style.maxHeight === 'none';
  const room = whole ? 0 : columns ? parseFloat(getComputedStyle(figure).maxHeight) : innerHeight;
  const pinned = height > 0 && height < room * MOST;
  figure.classList.toggle('pinned', pinned);
  // What is focused or scrolled to must come to stand below the picture, not under it.
  figure.style.setProperty('--gd-covered', `${pinned ? height : 0}px`);
}

/** @param figures those that stand on the page, asked for anew: one that was taken away must not be kept alive. */
export function keepInSight(figures: () => Iterable<HTMLElement>): void {
  // With the next frame: what is pinned at once may change the size that is being told, of which browsers complain.
  const sizes = new ResizeObserver((entries) =>
    requestAnimationFrame(() => entries.forEach((e) => pin(e.target as HTMLElement))),
  );
  for (const figure of figures()) sizes.observe(figure);
  addEventListener('resize', () => [...figures()].forEach(pin));
}
