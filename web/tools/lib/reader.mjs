/**
 * A reader who tries everything, in an order that a seed decides. Its functions run in the page, where a use costs
 * next to nothing; `readerScript` holds them as text.
 */

/**
 * @typedef {object} Use
 * @property {string} figure
 * @property {number} uses how many things are done
 * @property {number} seed whole number
 */

/** Runs in the page: installs `reader` there. */
function installReader() {
  const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
  /** The next frame; where the browser paints none, since nobody can see the page, it goes on without. */
  const painted = () => Promise.race([new Promise((done) => requestAnimationFrame(done)), pause(2000)]);

  /** Numbers from 0 to 1 (mulberry32). @param {number} seed */
  const randomFrom = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  /** @param {EventTarget} target @param {string} type @param {number} x @param {number} y */
  const point = (target, type, x, y) =>
    target.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, button: 0, bubbles: true, composed: true, clientX: x, clientY: y }),
    );

  /** @param {Element} element @param {() => number} random */
  async function drag(element, random) {
    // A pointer that no device moves cannot be captured.
    element.setPointerCapture = () => undefined;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    point(element, 'pointerdown', x, y);
    for (let i = 0; i < 6; i++) {
      point(element, 'pointermove', x + (random() - 0.5) * 300, y + (random() - 0.5) * 200);
      await painted();
    }
    point(element, 'pointerup', x, y);
  }

  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Escape', ' '];

  /** @param {Element} element @param {() => number} random */
  function press(element, random) {
    const key = keys[Math.floor(random() * keys.length)] ?? 'Enter';
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  /** @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} element */
  function changed(element) {
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  const formulas = ['x^2 + y^2', '(x - 1)^2 + 3 y^2', 'sin(x) + cos(y)', 'x^2 +', '1/x'];

  /** @param {HTMLInputElement} input @param {() => number} random */
  function fill(input, random) {
    if (input.type === 'file') return;
    if (input.type === 'checkbox' || input.type === 'radio') {
      input.click();
      return;
    }
    const [low, high] = [Number(input.min || 0), Number(input.max || 10)];
    const text = input.type === 'text' || input.type === 'search';
    input.value = text
      ? (formulas[Math.floor(random() * formulas.length)] ?? '')
      : String(low + random() * (high - low));
    changed(input);
  }

  /** @param {HTMLElement} element @param {() => number} random */
  async function use(element, random) {
    if (element instanceof HTMLInputElement) fill(element, random);
    else if (element instanceof HTMLSelectElement) {
      element.selectedIndex = Math.floor(random() * element.options.length);
      changed(element);
    } else if (element instanceof HTMLButtonElement || element.localName === 'summary') element.click();
    else if (element.getAttribute('role') === 'slider' && random() < 0.6) await drag(element, random);
    else press(element, random);
  }

  const usable =
    'button:not([disabled]), input:not([disabled]), select, summary, [tabindex="0"], [role="slider"], canvas';

  /** @param {string} name */
  const find = (name) => {
    const figure = /** @type {HTMLElement & { updateComplete: Promise<unknown> }} */ (
      document.querySelector(`gd-figure[name="${name}"]`)
    );
    const fold = figure.closest('details');
    if (fold) fold.open = true;
    return figure;
  };

  /** @param {string} name */
  async function visit(name) {
    const figure = find(name);
    figure.scrollIntoView({ block: 'start', behavior: 'instant' });
    for (let tries = 0; !figure.hasAttribute('live'); tries++) {
      if (tries > 1000) throw new Error(`figure ${name} does not come to life`);
      await pause(20);
    }
    return figure;
  }

  const nonsense = /.{0,120}(NaN|Infinity|undefined|\[object).{0,40}/;

  /**
   * Does things in one figure; answers what it showed that is no number.
   * @param {Use} options
   */
  async function tryOut({ figure: name, uses, seed }) {
    const random = randomFrom(seed);
    const figure = await visit(name);
    /** @type {string[]} */
    const found = [];
    for (let i = 0; i < uses; i++) {
      const all = /** @type {HTMLElement[]} */ ([...(figure.shadowRoot?.querySelectorAll(usable) ?? [])]);
      const chosen = all[Math.floor(random() * all.length)];
      if (chosen) await use(chosen, random);
      if (random() < 0.1)
        figure.shadowRoot
          ?.querySelector('.live')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: random() < 0.4 }));
      await painted();
      await figure.updateComplete;
      // With its surroundings, and without pictures, whose letters spell anything now and then.
      const markup = (figure.shadowRoot?.innerHTML ?? '').replace(/data:image[^"]*/g, '');
      const words = nonsense.exec(markup)?.[0];
      if (words) found.push(`${name} shows ${words} after ${chosen?.getAttribute('aria-label') ?? chosen?.innerText}`);
    }
    return found;
  }

  /** Milliseconds without a change after which a figure has come to rest, and how long that is waited for. */
  const [STILL, PATIENT] = [400, 6000];

  /** @param {HTMLElement} figure */
  async function atRest(figure) {
    const began = performance.now();
    let [markup, since] = ['', began];
    for (let now = began; now - since < STILL && now - began < PATIENT; now = performance.now()) {
      await pause(50);
      const there = figure.shadowRoot?.innerHTML ?? '';
      if (there !== markup) [markup, since] = [there, performance.now()];
    }
  }

  /** @param {HTMLElement} figure */
  async function loaded(figure) {
    for (let tries = 0; tries < 600 && (tries < 2 || figure.shadowRoot?.querySelector('progress')); tries++)
      await pause(100);
  }

  /** More offers than any figure makes. */
  const OFFERS = 10;

  /**
   * Opens every panel of a figure once and takes up every offer to load something: what it keeps for good, it has then.
   * @param {string} name
   */
  async function tour(name) {
    const figure = await visit(name);
    const all = (/** @type {string} */ selector) =>
      /** @type {HTMLElement[]} */ ([...(figure.shadowRoot?.querySelectorAll(selector) ?? [])]);
    await atRest(figure);
    for (let i = 0; i < all('[role="tab"]').length; i++) {
      all('[role="tab"]')[i]?.click();
      await atRest(figure);
      for (let k = 0; k < OFFERS; k++) {
        const offer = all('button').find((button) => /^\s*load /.test(button.textContent ?? ''));
        if (!offer) break;
        offer.click();
        await loaded(figure);
        await atRest(figure);
      }
    }
  }

  /**
   * Every figure as the page brought it: a copy of one in use would bring along what was opened in it.
   * @type {Map<string, HTMLElement>}
   */
  const untouched = new Map();
  for (const figure of document.querySelectorAll('gd-figure')) {
    const name = figure.getAttribute('name') ?? '';
    const copy = /** @type {HTMLElement} */ (figure.cloneNode(true));
    copy.removeAttribute('live');
    if (!untouched.has(name)) untouched.set(name, copy);
  }

  /** @type {WeakRef<HTMLElement>[]} */
  let taken = [];

  /** Puts a new figure where one was, as a page does that takes figures away and brings them back. */
  async function renew(/** @type {string} */ name) {
    const figure = find(name);
    figure.replaceWith(untouched.get(name)?.cloneNode(true) ?? '');
    taken.push(new WeakRef(figure));
    await visit(name);
    await pause(50);
  }

  /** How many figures were taken away and are still there, because something holds them. */
  function held() {
    taken = taken.filter((figure) => figure.deref());
    return taken.length;
  }

  /** Longer than any button says "copied". */
  const rest = () => pause(2500);
  const handles = async () => {
    /** @type {{ loadEngine: typeof import('../../engine/engine').loadEngine }} */
    const { loadEngine } = /** @type {any} */ (globalThis).Downhill;
    const engine = await loadEngine('functions');
    return { handles: engine.liveHandles(), memory: engine.heapBytes() };
  };

  Object.assign(globalThis, { reader: { tour, tryOut, renew, held, rest, handles } });
}

export const readerScript = `(${installReader.toString()})()`;
