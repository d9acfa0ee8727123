/** What the browser tests share: the built page, opened as a reader would, and hands to use it with. */
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect, type Browser, type BrowserContext, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { getCurrentTest } from 'vitest/suite';

import { open, settled, watch } from '../../web/tools/lib/browser.mjs';
import { buttonIn, nonsenseIn, quantitiesIn, slideTo, words } from './in-page';

import './one-browser';

export { settled };

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
/** The tutorial. */
export const fromDisk = pathToFileURL(`${dist}index.html`).href;
/** A figure's own page, which takes settings as the tutorial does, but keeps none in its address: `#name?setting=value`. */
export const pageOf = (figure: string): string => pathToFileURL(`${dist}figures/${figure}.html`).href;

/** `downhill.js` and its pieces, as somebody copies them for a page of their own. */
export function layScript(folder: string): void {
  for (const part of ['downhill.js', 'pieces']) cpSync(dist + part, `${folder}/${part}`, { recursive: true });
}

export type Scheme = 'light' | 'dark';

export interface Visit {
  readonly page: Page;
  /** Fails the test if anything was logged as an error, or another site was asked for anything. */
  readonly clean: () => void;
}

export interface VisitOptions {
  readonly url?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: Scheme;
  readonly still?: boolean;
  readonly touch?: boolean;
}

let connected: Promise<Browser> | undefined;
afterAll(async () => (await connected)?.disconnect());

/** The tests' browser, as if it had just been started: what it keeps for one context, no other sees. */
export async function launch(): Promise<BrowserContext> {
  connected ??= connect({ browserWSEndpoint: inject('browser'), protocolTimeout: 120_000 });
  return (await connected).createBrowserContext();
}

/** What tests listen to. */
const heard = ['console', 'pageerror', 'request', 'requestfailed', 'response'] as const;

/** Empty pages of tests that have passed. A new page costs as much again as what it shows. */
const spare = new WeakMap<Browser | BrowserContext, Page[]>();

async function emptied(page: Page): Promise<void> {
  await page.mouse.reset();
  await page.goto('about:blank');
}

/**
 * When the running test is over, its page is there for the next one, if the test has passed and has not closed it: whoever
 * changes more of a page than its address, size and look closes it. Pages of no test, but of a group, are left alone.
 */
function keepFor(browser: Browser | BrowserContext, page: Page): void {
  if (!getCurrentTest()) return;
  onTestFinished(async ({ task }) => {
    if (page.isClosed()) return;
    // Not of every kind: puppeteer has some of its own.
    for (const kind of heard) page.removeAllListeners(kind);
    if (task.result?.state !== 'pass') return page.close();
    await emptied(page);
    spare.set(browser, [...(spare.get(browser) ?? []), page]);
  });
}

/** Opens a page at a size and in a colour scheme, watched from the first request on. It lasts as long as the test. */
export async function visit(browser: Browser | BrowserContext, o: VisitOptions = {}): Promise<Visit> {
  const kept = spare.get(browser)?.pop();
  // A page behind another one draws nothing.
  await kept?.bringToFront();
  const page = kept ?? (await browser.newPage());
  const url = o.url ?? fromDisk;
  const watched = watch(page, url.startsWith('file:') ? undefined : new URL(url).origin);
  keepFor(browser, page);
  await page.setViewport({ width: o.width ?? 1280, height: o.height ?? 900, hasTouch: o.touch ?? false });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: o.scheme ?? 'light' },
    { name: 'prefers-reduced-motion', value: (o.still ?? true) ? 'reduce' : 'no-preference' },
  ]);
  await open(page, url);
  return {
    page,
    clean: () => {
      expect(watched.problems).toEqual([]);
      expect(watched.foreign).toEqual([]);
    },
  };
}

/** Opens another address in a page of a visit, or the same one afresh, also where only what follows the # differs. */
export async function revisit(page: Page, url: string): Promise<void> {
  await emptied(page);
  await open(page, url);
}

/** How much of a page has moved by itself since it was opened, as the browser counts it. */
export const shift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) =>
          done(list.getEntries().reduce((sum, e) => sum + (e as unknown as { value: number }).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );

/** One figure on the page, by name: found, brought into view, and waited for. */
export class FigureHands {
  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  static async on(page: Page, name: string): Promise<FigureHands> {
    const hands = new FigureHands(page, name);
    await page.waitForSelector(`gd-figure[name="${name}"]`);
    await page.$eval(`gd-figure[name="${name}"]`, (e) => e.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await hands.find('.live');
    await settled(page);
    return hands;
  }

  /** Something inside the figure; waits for it. */
  async find(selector: string): Promise<ElementHandle<Element>> {
    // Asked again and again: a selector is only waited for while the document changes, and a shadow's changes are
    // not the document's.
    for (const end = Date.now() + 15_000; ; await settled(this.page)) {
      const found = await this.page.$(`gd-figure[name="${this.name}"] >>> ${selector}`);
      if (found) return found;
      if (Date.now() > end) throw new Error(`${selector} is not in figure ${this.name}`);
    }
  }

  async all(selector: string): Promise<ElementHandle<Element>[]> {
    return this.page.$$(`gd-figure[name="${this.name}"] >>> ${selector}`);
  }

  async text(selector: string): Promise<string> {
    const element = await this.find(selector);
    return element.evaluate(words);
  }

  /** Presses a button by its label or its words. */
  async press(label: string): Promise<void> {
    const figure = await this.page.waitForSelector(`gd-figure[name="${this.name}"]`);
    const button = await figure!.evaluateHandle(buttonIn, label);
    // What few press often is in a menu.
    await button.evaluate((b) => b.closest<HTMLDetailsElement>('details.more')?.toggleAttribute('open', true));
    // And on a phone what is below the stage is folded away.
    const folded = await button.evaluate((b) => {
      const rest = b.closest('.rest');
      if (!rest || rest.getClientRects().length) return false;
      rest.parentElement!.querySelector<HTMLElement>('.handles button:last-child')!.click();
      return true;
    });
    if (folded) await settled(this.page);
    // Under a stage that stays in sight a press would be the stage's.
    await button.evaluate((b) => {
      const { left, top, width, height } = b.getBoundingClientRect();
      const root = b.getRootNode() as ShadowRoot;
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      if (!hit || !b.contains(hit)) b.scrollIntoView({ block: 'end', behavior: 'instant' });
    });
    await button.click();
    await settled(this.page);
  }

  /** Turns to one of the figure's panels, by its name or the start of it. */
  async turnTo(name: string): Promise<void> {
    for (const tab of await this.all('[role=tab]')) {
      if (!(await tab.evaluate((t, n) => (t.textContent ?? '').trim().startsWith(n), name))) continue;
      await tab.evaluate((t) => (t as HTMLElement).click());
      await settled(this.page);
      return;
    }
    throw new Error(`figure ${this.name} has no panel "${name}"`);
  }

  /** Whole steps the time line stands at. */
  async step(): Promise<number> {
    return Number((await this.text('.clock b')).replace(/\s/g, ''));
  }

  async steps(): Promise<number> {
    return Number(((await this.text('.clock')).split('/')[1] ?? '').replace(/\s/g, ''));
  }

  /** Moves a native range input as a reader's key presses or drag would end: at this value. */
  async slide(selector: string, value: number): Promise<void> {
    const input = await this.find(selector);
    await input.evaluate(slideTo, value);
    await settled(this.page);
  }

  /** Drags a handle by so many pixels with the mouse. */
  async drag(selector: string, dx: number, dy: number): Promise<void> {
    const handle = await this.find(selector);
    await handle.evaluate((h) => h.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await settled(this.page);
    const box = await handle.boundingBox();
    if (!box) throw new Error(`${selector} has no place on the page`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
    await this.page.mouse.move(x + dx, y + dy, { steps: 4 });
    await this.page.mouse.up();
    await settled(this.page);
  }

  /** Where something in the figure stands in the window, scrolled to where a hand can reach it. */
  async #reached(selector: string): Promise<readonly [x: number, y: number]> {
    const element = await this.find(selector);
    await element.evaluate((e) => {
      const { left, top, width, height } = e.getBoundingClientRect();
      const hit = (e.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
      if (!hit || !(e.contains(hit) || hit.contains(e))) e.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    // Nobody aims at what still moves: a picture may be on its way to another form, or the page to another place.
    for (let [calm, last] = [0, '']; calm < 3;) {
      await settled(this.page);
      const now = JSON.stringify(await element.boundingBox());
      calm = now === last ? calm + 1 : 0;
      last = now;
    }
    const box = await element.boundingBox();
    if (!box) throw new Error(`${selector} has no place on the page`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Drags a handle by so many pixels with a finger, and answers how far the page scrolled under it. */
  async pull(selector: string, dx: number, dy: number): Promise<number> {
    const [x, y] = await this.#reached(selector);
    const before = await this.page.evaluate(() => scrollY);
    await this.page.touchscreen.touchStart(x, y);
    for (let i = 1; i <= 8; i++) await this.page.touchscreen.touchMove(x + (dx * i) / 8, y + (dy * i) / 8);
    await this.page.touchscreen.touchEnd();
    await settled(this.page);
    return (await this.page.evaluate(() => scrollY)) - before;
  }

  /** Taps something, so many pixels from its middle. */
  async tap(selector: string, dx = 0, dy = 0): Promise<void> {
    const [x, y] = await this.#reached(selector);
    await this.page.touchscreen.tap(x + dx, y + dy);
    await settled(this.page);
  }

  /** What a handle says of its value. */
  async valueOf(selector: string): Promise<string> {
    return (await this.find(selector)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');
  }

  /** Keys pressed on something that has the focus. */
  async keys(selector: string, ...names: string[]): Promise<void> {
    await (await this.find(selector)).evaluate((e) => (e as SVGElement).focus());
    for (const name of names) await this.page.keyboard.press(name as 'Home');
  }

  /** Text that is not a number where a number should be, anywhere in the figure. */
  async nonsense(): Promise<string[]> {
    return this.page.$eval(`gd-figure[name="${this.name}"]`, nonsenseIn);
  }

  /** The last number of the arithmetic's left-hand side, and the numbers it is made from. */
  async arithmetic(): Promise<number[]> {
    return this.page.$eval(`gd-figure[name="${this.name}"]`, quantitiesIn);
  }
}

export interface Opened extends Visit {
  readonly figure: FigureHands;
}

/** Opens one figure, in a browser that lives as long as the group of tests in which this is called. */
export function opening(name: string, usual: VisitOptions = {}) {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  const at = async (url: string, options?: VisitOptions): Promise<Opened> => {
    const visited = await visit(browser, { url, ...usual, ...options });
    return { ...visited, figure: await FigureHands.on(visited.page, name) };
  };
  return {
    at,
    /** On its own page. */
    open: (hash = '', options?: VisitOptions) => at(`${pageOf(name)}${hash}`, options),
    /** Where its address and its tasks follow what is done, and with all that lies around it. */
    inTutorial: (hash = '', options?: VisitOptions) => at(`${fromDisk}${hash}`, options),
    browser: () => browser,
  };
}

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

export interface AxeOptions {
  /** By name; by default all of WCAG 2.2 A and AA, and of good practice. */
  readonly rules?: readonly string[];
  /** Selects the part of the page that is looked at, where the rest has been looked at elsewhere. */
  readonly within?: string;
}

/** What may differ in a narrow window or in the dark, while the page is the same. */
export const looks: readonly string[] = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

/** What axe-core finds wrong, one line for each place. */
export async function accessibilityProblems(page: Page, { rules, within }: AxeOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async (only, part) => {
      const api = (globalThis as unknown as { axe: { run(root: unknown, options: unknown): Promise<AxeResult> } }).axe;
      interface AxeResult {
        violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
      }
      const result = await api.run(part ?? document, {
        // A page from disk may not fetch its own style sheet to look into it.
        preload: false,
        runOnly: only
          ? { type: 'rule', values: only }
          : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return result.violations.flatMap((v) =>
        v.nodes.map((n) => `${v.id}: ${v.help} at ${JSON.stringify(n.target)} ${n.failureSummary ?? ''}`),
      );
    },
    rules,
    within,
  );
}
