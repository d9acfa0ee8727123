/** What the tests of all kits ask of a post. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

import { FigureHands } from '../browser/support';
import type { Written } from './wild';

/** The policy that a careful host sends. */
export const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:";

/** Uses a figure as a reader would: it is alive, and a step moves its clock by one. */
export async function drive(page: Page, name: string): Promise<FigureHands> {
  const figure = await FigureHands.on(page, name);
  const before = await figure.step();
  await figure.press('One step');
  expect(await figure.step()).toBe(before + 1);
  expect(await figure.nonsense()).toEqual([]);
  return figure;
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What stands in the place of each figure where no script runs. */
export function stills(page: Page) {
  return page.$$eval('gd-figure', (all) =>
    all.map((figure) => ({
      name: figure.getAttribute('name'),
      drawn: (figure.querySelector('img')?.naturalWidth ?? 0) > 100,
      words: figure.querySelector('img')?.alt ?? '',
      caption: figure.querySelector('.gd-caption')?.innerHTML ?? '',
    })),
  );
}

/** Every wild text arrived as it was, as one attribute, and brought nothing with it. */
export async function expectTame(page: Page, wild: readonly Written[]): Promise<void> {
  const found = await page.$$eval('gd-figure', (all) =>
    all.map((figure) => ({
      formula: figure.getAttribute('formula'),
      names: figure
        .getAttributeNames()
        .filter((name) => name !== 'live')
        .sort(),
      inside: [...figure.children].map((child) => child.localName),
    })),
  );
  const inside = ['img', 'span'];
  expect(found).toEqual(wild.map(({ text }) => ({ formula: text, names: ['formula', 'name'], inside })));
}

/** No attribute of any figure is an event's. */
export async function expectNoHandlers(page: Page): Promise<void> {
  const names = await page.$$eval('gd-figure', (all) => all.flatMap((figure) => figure.getAttributeNames()));
  expect(names).toContain('data-note');
  expect(names.filter((name) => name.startsWith('on'))).toEqual([]);
}
