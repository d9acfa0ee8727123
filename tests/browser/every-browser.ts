/** The browsers of all engines, each behind the little that tests of them all need. */
import type { Browser, BrowserContext } from 'puppeteer-core';
import type { WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import { drawn, launch as launchOwn } from '../../web/tools/lib/browser.mjs';
import { findFirefox, launchFirefox } from '../../web/tools/lib/firefox.mjs';
import { findWebKit, launchWebKit } from '../../web/tools/lib/webkit.mjs';
import { buttonIn, nonsenseIn, quantitiesIn, slideTo, words } from './in-page';
import { launch } from './support';

/** One page. Expressions are source text; what they come to, at once or in a while, must be fit for JSON. */
export interface Tab {
  evaluate(expression: string): Promise<unknown>;
  /** Presses the element that an expression comes to, with the mouse. */
  press(expression: string): Promise<void>;
  close(): Promise<void>;
}

export interface AnyBrowser {
  /** Opens an address, and waits until it has loaded. */
  open(url: string): Promise<Tab>;
  close(): Promise<void>;
}

async function overPuppeteer(launching: Promise<Browser | BrowserContext>): Promise<AnyBrowser> {
  const browser = await launching;
  return {
    async open(url) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(url, { waitUntil: 'load' });
      return {
        evaluate: (expression) => page.evaluate(expression),
        async press(expression) {
          await ((await page.evaluateHandle(expression)).asElement() as Awaited<ReturnType<typeof page.$>>)?.click();
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** WebKit's driver has one window; a page is closed by leaving it. */
async function overWebDriver(launching: ReturnType<typeof launchWebKit>): Promise<AnyBrowser> {
  const { driver, close } = await launching;
  return {
    async open(url) {
      await driver.get(url);
      return {
        evaluate: (expression) => driver.executeScript(`return ${expression}`),
        press: async (expression) => (await driver.executeScript<WebElement>(`return ${expression}`)).click(),
        close: () => driver.get('about:blank'),
      };
    },
    close,
  };
}

interface Kind {
  readonly name: string;
  readonly present: boolean;
  readonly start: () => Promise<AnyBrowser>;
  /** The same with WebAssembly turned off, by a switch of the browser's own. */
  readonly startWithoutWebAssembly: () => Promise<AnyBrowser>;
}

const kinds: readonly Kind[] = [
  {
    name: 'Chromium',
    present: true,
    start: () => overPuppeteer(launch()),
    startWithoutWebAssembly: () => overPuppeteer(launchOwn({ args: ['--js-flags=--jitless'] })),
  },
  {
    name: 'Firefox',
    present: findFirefox() !== undefined,
    start: () => overPuppeteer(launchFirefox()),
    startWithoutWebAssembly: () => overPuppeteer(launchFirefox({ 'javascript.options.wasm': false })),
  },
  {
    name: 'WebKitGTK',
    present: findWebKit() !== undefined,
    start: () => overWebDriver(launchWebKit()),
    // Its versions name the option differently.
    startWithoutWebAssembly: () => overWebDriver(launchWebKit({ JSC_useWasm: '0', JSC_useWebAssembly: '0' })),
  },
];

type Tests = (browser: () => AnyBrowser) => void;

function inEach(start: (kind: Kind) => Promise<AnyBrowser>, lacking: string, tests: Tests): void {
  for (const kind of kinds)
    describe.skipIf(!kind.present)(`in ${kind.name}${kind.present ? lacking : ', which is not installed'}`, () => {
      let running: AnyBrowser | undefined;
      beforeAll(async () => {
        running = await start(kind);
      }, 120_000);
      afterAll(() => running?.close());
      tests(() => running!);
    });
}

/** A group of tests for each browser, in which `browser` answers the running one; skipped where it is not installed. */
export const inEveryBrowser = (tests: Tests): void => inEach((kind) => kind.start(), '', tests);

export const inEveryBrowserWithoutWebAssembly = (tests: Tests): void =>
  inEach((kind) => kind.startWithoutWebAssembly(), ' without WebAssembly', tests);

/** The source of a call with such arguments as JSON knows; `first` is source already. */
const call = (f: (...all: never[]) => unknown, first: string, args: readonly unknown[]): string =>
  `(${String(f)})(${[first, ...args.map((a) => JSON.stringify(a))].join()})`;

/** What is expected to become so within a while. */
export const until = <T>(question: () => Promise<T>) => expect.poll(question, { timeout: 30_000, interval: 100 });

/** One figure on a page of any browser. */
export class Figure {
  readonly #host: string;

  private constructor(
    readonly tab: Tab,
    name: string,
  ) {
    this.#host = `document.querySelector('gd-figure[name="${name}"]')`;
  }

  /** Brings a figure into view, and waits until it lives. */
  static async on(tab: Tab, name: string): Promise<Figure> {
    const figure = new Figure(tab, name);
    await until(() => tab.evaluate(`${figure.#host} !== null`)).toBe(true);
    // Chapters on the way get their heights as they come near: whoever looks for a figure scrolls until it is there.
    await until(async () => {
      await tab.evaluate(`${figure.#host}.scrollIntoView({ block: 'start', behavior: 'instant' })`);
      return figure.count('.live');
    }).toBe(1);
    await figure.#drawn();
    return figure;
  }

  #drawn = (): Promise<unknown> => this.tab.evaluate(call(drawn, '', []));

  async count(selector: string): Promise<number> {
    return Number(await this.tab.evaluate(`${this.#host}.shadowRoot?.querySelectorAll('${selector}').length ?? 0`));
  }

  /** What a function of the element answers to these arguments, in the page. */
  async ask<A extends unknown[], R>(selector: string, question: (element: Element, ...args: A) => R, ...args: A) {
    return (await this.tab.evaluate(
      call(question, `${this.#host}.shadowRoot.querySelector('${selector}')`, args),
    )) as R;
  }

  text(selector: string): Promise<string> {
    return this.ask(selector, words);
  }

  async press(label: string): Promise<void> {
    // What few press often is in a menu.
    await this.tab.evaluate(`${call(buttonIn, this.#host, [label])}.closest('details.more')?.setAttribute('open', '')`);
    await this.tab.press(call(buttonIn, this.#host, [label]));
    await this.#drawn();
  }

  async slide(selector: string, value: number): Promise<void> {
    await this.ask(selector, slideTo, value);
    await this.#drawn();
  }

  async arithmetic(): Promise<number[]> {
    return (await this.tab.evaluate(call(quantitiesIn, this.#host, []))) as number[];
  }

  async nonsense(): Promise<string[]> {
    return (await this.tab.evaluate(call(nonsenseIn, this.#host, []))) as string[];
  }
}
