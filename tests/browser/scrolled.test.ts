/** A figure that is drawn while somebody scrolls comes on in steps; a reader sees its picture, and then the figure. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { open, watch } from '../../web/tools/lib/browser.mjs';
import { fromDisk, launch } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What a frame shows of a figure. */
interface Shown {
  /** What is laid out behind its picture. */
  readonly behind: string | undefined;
  readonly picture: boolean;
  readonly figure: boolean;
  readonly live: boolean;
  /** Where the chapter after it begins. */
  readonly next: number;
}

/** Notes every frame's view of a figure, as `frames`; and in `told` what was laid out behind its picture when it told of itself. */
function watchFrames(name: string): void {
  const frames: Shown[] = [];
  const told: string[] = [];
  Object.assign(globalThis, { frames, told });
  const figure = document.querySelector<HTMLElement>(`gd-figure[name="${name}"]`)!;
  const inside = figure.shadowRoot!.querySelector<HTMLElement>('.inside')!;
  const next = figure.closest('.chapter')!.nextElementSibling!;
  const tall = (part: Element | null | undefined): boolean => (part?.getBoundingClientRect().height ?? 0) > 40;
  figure.addEventListener('gd-live', () => told.push(inside.dataset['behind'] ?? 'seen'));
  const note = (): void => {
    frames.push({
      behind: inside.dataset['behind'],
      picture: tall(inside.querySelector('.poster:not(.only-print)')),
      figure: tall(inside.querySelector('.live')),
      live: figure.hasAttribute('live'),
      next: next.getBoundingClientRect().top + scrollY,
    });
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** However slow the machine is, signs of scrolling come all the while. */
const keepScrolling = (): void => void setInterval(() => dispatchEvent(new Event('scroll')), 20);

async function scrolledTo(page: Page, name: string): Promise<{ frames: Shown[]; told: unknown[] }> {
  await page.evaluate(keepScrolling);
  await page.evaluate(watchFrames, name);
  await page.mouse.move(300, 400);
  const far = (): Promise<number> =>
    page.$eval(`gd-figure[name="${name}"]`, (figure) => figure.getBoundingClientRect().top);
  while ((await far()) > 100) await page.mouse.wheel({ deltaY: 60 });
  await page.waitForSelector(`gd-figure[name="${name}"][live]`);
  return page.evaluate(() => {
    const { frames, told } = globalThis as unknown as { frames: Shown[]; told: unknown[] };
    return { frames, told };
  });
}

describe('a figure that somebody scrolls to', () => {
  it.each([
    ['beside its text', 1280, 800],
    ['on a phone', 390, 844],
  ])(
    'stands behind its picture first, and is seen and told of once all of it is laid out, %s',
    async (_, width, height) => {
      const page = await browser.newPage();
      const { problems } = watch(page);
      await page.setViewport({ width, height });
      await open(page, fromDisk);
      const { frames, told } = await scrolledTo(page, 'one-weight');
      expect(new Set(frames.map(({ behind }) => behind ?? 'none'))).toEqual(new Set(['none', 'stage', 'all']));
      for (const { behind, picture, figure, live } of frames) {
        expect({ picture, figure }).toEqual({ picture: !live, figure: live });
        if (behind) expect(live).toBe(false);
      }
      // It told of itself once, when it could be seen; and it does not push away what comes after while it waits.
      expect(told).toEqual(['seen']);
      const waiting = frames.findIndex(({ behind }) => behind);
      expect(frames[waiting]!.next).toBeCloseTo(frames[waiting - 1]!.next, 0);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  it('is updated once it stands there, for whoever waits for that', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await open(page, fromDisk);
    await page.evaluate(keepScrolling);
    const stood = await page.$eval('gd-figure[name="one-weight"]', async (element) => {
      const figure = element as HTMLElement & { updateComplete: Promise<unknown> };
      const inside = figure.shadowRoot!.querySelector<HTMLElement>('.inside')!;
      const hidden = new Promise((seen) => {
        new MutationObserver(seen).observe(inside, { attributeFilter: ['data-behind'] });
      });
      figure.scrollIntoView({ behavior: 'instant' });
      await hidden;
      const before = figure.hasAttribute('live');
      await figure.updateComplete;
      return { before, after: figure.hasAttribute('live'), behind: inside.dataset['behind'] ?? 'none' };
    });
    expect(stood).toEqual({ before: false, after: true, behind: 'none' });
    await page.close();
  });
});
