/**
 * Where a reader is: chapters read, tasks solved, and the chapter to go on with. Kept in this browser alone, where it
 * allows that, and forgotten by one press.
 */

/** Pages opened from disk share one storage, hence the prefix. */
const key = 'downhill-reading';

interface Reading {
  /** Chapters whose sentence to keep was in sight. */
  readonly read: readonly string[];
  /** Tasks as `figure/goal`. */
  readonly solved: readonly string[];
  /** The chapter that was being read last. */
  readonly here?: string | undefined;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').slice(0, 100) : [];

/** Reads what was kept; whatever else stands there counts as nothing. */
export function readReading(text: string | null): Reading {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown> | null;
    const here = kept?.['here'];
    return {
      read: texts(kept?.['read']),
      solved: texts(kept?.['solved']),
      here: typeof here === 'string' ? here : undefined,
    };
  } catch {
    return { read: [], solved: [] };
  }
}

function stored(): Reading {
  try {
    return readReading(localStorage.getItem(key));
  } catch {
    return { read: [], solved: [] };
  }
}

/** A page that may keep nothing knows it for this visit only. */
function store(reading: Reading | undefined): void {
  try {
    if (reading) localStorage.setItem(key, JSON.stringify(reading));
    else localStorage.removeItem(key);
  } catch {
    return;
  }
}

const goalOf = (task: Element): string => `${task.getAttribute('for')}/${task.getAttribute('goal')}`;
const taskSolved = (chapter: Element, solved: readonly string[]): boolean => {
  const tasks = [...chapter.querySelectorAll('gd-task')];
  return tasks.length > 0 && tasks.every((task) => solved.includes(goalOf(task)));
};

/** Says of every stop of the chapter list what is known of it, to the eye and to the ear. */
function mark(chapters: readonly Element[], { read, solved }: Reading): void {
  for (const chapter of chapters) {
    const done = [
      ...(read.includes(chapter.id) ? ['read'] : []),
      ...(taskSolved(chapter, solved) ? ['task solved'] : []),
    ];
    for (const stop of document.querySelectorAll<HTMLElement>(`a.stop[href="#${chapter.id}"]`)) {
      stop.classList.toggle('read', done.includes('read'));
      stop.classList.toggle('solved', done.includes('task solved'));
      stop.title = done.join(', ');
    }
  }
}

function chapterLink(verb: string, chapter: Element): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `#${chapter.id}`;
  const number = chapter.querySelector('.chapter-number')?.textContent?.replace(/\D/g, '') ?? '';
  const title = chapter.querySelector('h2')?.firstChild?.textContent?.trim() ?? '';
  link.textContent = `${verb}: ${number} ${title}`;
  return link;
}

/** On the first screen: the way in; or the way back to where the reader was, and the way to have that forgotten. */
function wayIn(line: Element, first: Element, left: Element | undefined, forget: () => void): void {
  if (!left) return line.replaceChildren(chapterLink('Begin', first));
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'forget where I was';
  button.addEventListener('click', forget);
  line.replaceChildren(chapterLink('Continue', left), ' ', button);
}

/**
 * Follows the reader from here on.
 *
 * @param whenReading calls back with a chapter's name whenever one begins to be read
 */
export function keepReading(whenReading: (told: (name: string) => void) => void): void {
  const chapters = [...document.querySelectorAll('section.chapter')];
  let reading = stored();
  const change = (to: Partial<Reading>): void => {
    reading = { ...reading, ...to };
    store(reading);
    mark(chapters, reading);
  };
  mark(chapters, reading);
  const [first] = chapters;
  const words = document.querySelector('.first-words');
  if (first && words) {
    const line = document.createElement('p');
    line.className = 'go-on';
    words.append(line);
    const left = chapters.find(({ id }) => id === reading.here);
    wayIn(line, first, left, () => {
      reading = { read: [], solved: [] };
      store(undefined);
      mark(chapters, reading);
      wayIn(line, first, undefined, () => undefined);
      line.querySelector('a')?.focus();
    });
  }
  whenReading((name) => {
    if (name !== reading.here && chapters.some(({ id }) => id === name)) change({ here: name });
  });
  const kept = new IntersectionObserver(
    (entries) => {
      const names = entries
        .filter(({ isIntersecting }) => isIntersecting)
        .map(({ target }) => target.closest('section')?.id ?? '');
      const anew = names.filter((name) => name !== '' && !reading.read.includes(name));
      if (anew.length) change({ read: [...reading.read, ...anew] });
    },
    { threshold: 0.6 },
  );
  for (const sentence of document.querySelectorAll('section.chapter .keep')) kept.observe(sentence);
  document.addEventListener('gd-goals', (event) => {
    const { figure, goals } = (event as CustomEvent<Standing>).detail;
    const anew = Object.keys(goals)
      .filter((goal) => goals[goal]?.done)
      .map((goal) => `${figure}/${goal}`)
      .filter((goal) => !reading.solved.includes(goal));
    if (anew.length) change({ solved: [...reading.solved, ...anew] });
  });
}

/** How a figure's tasks stand, as it tells its page. */
interface Standing {
  readonly figure: string;
  readonly goals: Readonly<Record<string, { readonly done: boolean }>>;
}
