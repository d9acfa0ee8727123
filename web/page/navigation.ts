/**
 * Moves the ball of the chapter list to the chapter that is being read, and slims the list once it sticks.
 * The list stands twice: along the curve, and folded under the chapter's name where the curve is too short.
 */

/** A chapter is being read when it crosses this height of the window. */
const readingLine = 0.35;

function mark(navigation: HTMLElement, name: string): void {
  const curve = navigation.querySelector<HTMLElement>('.chapters-curve')!;
  const here = navigation.querySelector<HTMLElement>('.chapters-here')!;
  for (const list of navigation.querySelectorAll('ol')) {
    let before = true;
    for (const link of list.querySelectorAll<HTMLAnchorElement>('a.stop')) {
      if (link.hash === `#${name}`) {
        before = false;
        link.setAttribute('aria-current', 'location');
        here.replaceChildren(...[...link.querySelector('.stop-label')!.childNodes].map((node) => node.cloneNode(true)));
      } else link.removeAttribute('aria-current');
      link.classList.toggle('passed', before);
    }
  }
  const stop = curve.querySelector('[aria-current]')?.parentElement;
  if (!stop) return;
  const place = getComputedStyle(stop);
  for (const axis of ['--x', '--y']) curve.style.setProperty(axis, place.getPropertyValue(axis));
}

/** The folded list closes when a chapter was chosen, and when the reader turns to something else. */
function foldAway(menu: HTMLDetailsElement): void {
  const summary = menu.querySelector('summary')!;
  menu.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

/**
 * Starts following the reader.
 *
 * @param navigation the `<nav>` that holds a link per chapter
 * @param told of the chapter that is being read, whenever it is another one
 */
export function followReader(navigation: HTMLElement, told: (name: string) => void): void {
  const names = new Set([...navigation.querySelectorAll<HTMLAnchorElement>('a.stop')].map((a) => a.hash.slice(1)));
  const crossing = new IntersectionObserver(
    (entries) => {
      // A browser that was busy tells of two moments at once, the later one last.
      const read = entries.filter((entry) => entry.isIntersecting).at(-1);
      if (!read) return;
      mark(navigation, read.target.id);
      told(read.target.id);
    },
    { rootMargin: `-${readingLine * 100}% 0px -${(1 - readingLine) * 100 - 1}% 0px` },
  );
  for (const name of names) {
    const section = document.getElementById(name);
    if (section) crossing.observe(section);
  }
  const [first] = names;
  if (first !== undefined) mark(navigation, first);
  foldAway(navigation.querySelector<HTMLDetailsElement>('.chapters-menu')!);
  const sticking = new IntersectionObserver(
    (entries) => {
      const { intersectionRatio, boundingClientRect } = entries.at(-1)!;
      navigation.classList.toggle('stuck', intersectionRatio < 1 && boundingClientRect.top < 1);
    },
    // More than the one threshold: a reader who follows a link jumps from partly below the window to stuck.
    { rootMargin: '-1px 0px 0px 0px', threshold: [0, 0.25, 0.5, 0.75, 0.98, 1] },
  );
  sticking.observe(navigation);
}
