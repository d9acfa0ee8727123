/** Moves the ball of the chapter list to the chapter that is being read, and slims the list once it sticks. */

/** A chapter is being read when it crosses this height of the window. */
const readingLine = 0.35;

function mark(navigation: HTMLElement, link: HTMLAnchorElement): void {
  const curve = navigation.querySelector<HTMLElement>('.chapters-curve')!;
  const here = navigation.querySelector<HTMLElement>('.chapters-here')!;
  for (const other of navigation.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'location');
  const place = getComputedStyle(link.parentElement!);
  for (const axis of ['--x', '--y']) curve.style.setProperty(axis, place.getPropertyValue(axis));
  here.replaceChildren(...[...link.querySelector('.stop-label')!.childNodes].map((node) => node.cloneNode(true)));
}

/**
 * Starts following the reader.
 *
 * @param navigation the `<nav>` that holds one link per chapter
 */
export function followReader(navigation: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of navigation.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) links.set(section, link);
  }
  const crossing = new IntersectionObserver(
    (entries) => {
      const link = entries.filter((entry) => entry.isIntersecting).map((entry) => links.get(entry.target))[0];
      if (link) mark(navigation, link);
    },
    { rootMargin: `-${readingLine * 100}% 0px -${(1 - readingLine) * 100 - 1}% 0px` },
  );
  for (const section of links.keys()) crossing.observe(section);
  const [first] = links.values();
  if (first) mark(navigation, first);
  const sticking = new IntersectionObserver(
    ([entry]) =>
      navigation.classList.toggle('stuck', entry!.intersectionRatio < 1 && entry!.boundingClientRect.top <= 0),
    // More than the one threshold: a reader who follows a link jumps from partly below the window to stuck.
    { rootMargin: '-1px 0px 0px 0px', threshold: [0, 0.25, 0.5, 0.75, 0.98, 1] },
  );
  sticking.observe(navigation);
}
