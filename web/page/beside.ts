/**
 * Keeps a chapter's figure in sight while the chapter is read. Beside the text it stands still below the chapters' bar,
 * or, where it is taller than the window, with its lower end in sight. Above the text, on a phone, its stage - picture
 * and time bar - stays at the top, and the rest of it is folded away.
 */

/** On a small screen, or a much magnified one, a stage that leaves the text less than this share scrolls away. */
const MOST = 0.58;

interface Place {
  readonly docked: boolean;
  readonly told: boolean;
  readonly fits: boolean;
  readonly tall: number;
  readonly covered: number;
}

function measure(figure: HTMLElement): Place {
  const stage = figure.shadowRoot?.querySelector<HTMLElement>('[part="stage"]');
  const chapter = figure.closest('.chapter');
  const beside = chapter !== null && getComputedStyle(chapter).display === 'grid';
  // Whoever wants it whole, for a picture, sets no limit.
  const whole = figure.style.maxHeight === 'none';
  const docked = !beside && !whole && Boolean(stage);
  const told = chapter?.querySelector('.predict gd-word') !== null;
  const { offsetHeight: tall } = figure;
  const fits = (stage?.offsetHeight ?? tall) < innerHeight * MOST;
  return { docked, told, fits, tall, covered: fits && docked ? (stage?.offsetHeight ?? 0) : 0 };
}

function set(element: HTMLElement, name: string, pixels: number): void {
  const value = `${pixels}px`;
  // What is inherited, every element below has to be told of.
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

/** Whether it is laid out: a chapter that nobody is near tells of its figure's size when its turn comes. */
const isLaid = (figure: HTMLElement): boolean => figure.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;

/** All are measured before one is changed: in turns, each would have the page laid out again. */
function place(all: readonly HTMLElement[]): void {
  const figures = all.filter(isLaid);
  const places = figures.map(measure);
  for (const [i, figure] of figures.entries()) {
    const { docked, told, fits, tall, covered } = places[i]!;
    figure.classList.toggle('docked', docked);
    figure.classList.toggle('told', told);
    figure.classList.toggle('fits', fits);
    set(figure, '--tall', tall);
    // What is focused or scrolled to must come to stand below the stage, not under it.
    const chapter = figure.closest<HTMLElement>('.chapter');
    if (chapter && (covered > 0 || chapter.style.getPropertyValue('--covered'))) set(chapter, '--covered', covered);
  }
}

/** @param figures those that stand on the page, asked for anew: one that was taken away must not be kept alive. */
export function keepInSight(figures: () => Iterable<HTMLElement>): void {
  // With the next frame: what is placed at once may change the size that is being told, of which browsers complain.
  const sizes = new ResizeObserver((entries) =>
    requestAnimationFrame(() => place(entries.map((entry) => entry.target as HTMLElement))),
  );
  for (const figure of figures()) sizes.observe(figure);
  addEventListener('resize', () => place([...figures()]));
  // Asked at once, its size would be worked out between two frames, and again for the next one.
  document.addEventListener('gd-live', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.beside > gd-figure'))
      requestAnimationFrame(() => place([target]));
  });
}
