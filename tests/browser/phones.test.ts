/**
 * Every figure on a phone upright and on its side, and on a laptop at 200 % zoom: nothing is wider than the window,
 * everything that can be pressed is large enough, and a plot fits the window together with what moves in it.
 */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { launch, settled, visit } from './support';

const screens = [
  { title: 'a phone, upright', width: 360, height: 740, touch: true },
  { title: 'a phone on its side', width: 740, height: 360, touch: true },
  // A page at 200 % has half the pixels of its window.
  { title: 'a laptop at 200 % zoom', width: 640, height: 450, touch: false },
];

/** Side of what a finger must be able to hit: handles, and (WCAG 2.2, criterion 2.5.8) everything else. */
const [HANDLE, TARGET] = [44, 24];

interface Found {
  readonly wide: string[];
  readonly small: string[];
  readonly tallest: number;
}

/** Opens every fold, so that figures inside them count as well. */
const unfold = (page: Page): Promise<void> =>
  page.$$eval('details', (all) => all.forEach((fold) => (fold.open = true)));

/** Brings a figure to life and measures it; runs in the page for the most part. */
async function measured(page: Page, name: string): Promise<Found> {
  const figure = (await page.$(`gd-figure[name="${name}"]`))!;
  await figure.evaluate((f) => f.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.waitForSelector(`gd-figure[name="${name}"][live]`);
  await settled(page);
  return figure.evaluate(
    (element, handleSide, targetSide) => {
      const root = element.shadowRoot!;
      const box = (e: Element): DOMRect => e.getBoundingClientRect();
      const called = (e: Element): string =>
        `${e.localName} ${e.getAttribute('aria-label') ?? (e.textContent ?? '').trim().slice(0, 30)}`;
      const seen = (e: Element): boolean => e.checkVisibility({ visibilityProperty: true }) && box(e).width > 0;
      /** What a press may land on: a label counts with its control, since pressing either does the same. */
      const area = (e: Element): DOMRect => {
        const label = e instanceof HTMLInputElement && e.type !== 'range' ? e.labels?.[0] : undefined;
        return box(label ?? e.querySelector('.grip') ?? e);
      };
      const scrolls = (e: Element): boolean => {
        for (let up: Element | null = e; up; up = up.parentElement)
          if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
        return false;
      };
      // What is drawn may be cut off by the picture it is in; words and the pictures themselves must not be.
      const laid = [...root.querySelectorAll('.live *')].filter((e) => !e.closest('svg') || e.matches('text, svg'));
      const edge = document.documentElement.clientWidth + 1;
      const wide = laid.filter((e) => seen(e) && !e.closest('.unseen') && box(e).right > edge && !scrolls(e));
      const interactive = [...root.querySelectorAll('button, input, select, summary, a[href], [tabindex="0"]')];
      const small = interactive.filter(seen).flatMap((e) => {
        const { width, height } = area(e);
        const side = e.matches('.handle') ? handleSide : targetSide;
        // Links within a sentence are exempt, and a plot that is steered as a whole is large in one direction.
        if (e.matches('p a, .caption a')) return [];
        return Math.min(width, height) < side - 0.5
          ? [`${called(e)}: ${Math.round(width)} x ${Math.round(height)}`]
          : [];
      });
      const plots = [...root.querySelectorAll('.plot > svg, .plot > * > svg')].filter(seen).map((e) => box(e).height);
      return { wide: wide.map(called), small, tallest: Math.max(0, ...plots) };
    },
    HANDLE,
    TARGET,
  );
}

describe.each(screens)('on $title', ({ width, height, touch }) => {
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    ({ page } = await visit(browser, { width, height, touch }));
    await unfold(page);
  }, 180_000);
  afterAll(() => browser.close());

  it.each([...figures.keys()])('figure %s fits, and everything in it can be hit', async (name) => {
    const found = await measured(page, name);
    expect(found.wide).toEqual([]);
    expect(found.small).toEqual([]);
    // The chapters' bar keeps a strip of the window.
    if (height < width) expect(found.tallest).toBeLessThanOrEqual(height);
  });

  it('the page does not scroll sideways', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
