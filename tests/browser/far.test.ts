/** Figures that nobody is near let go of what the engine made for them, and are as they were when somebody comes back. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { open, watch } from '../../web/tools/lib/browser.mjs';
import { FigureHands, fromDisk, launch, settled } from './support';

/** Milliseconds that a figure waits before it lets go, and how long it waits here. */
const [PATIENCE, HERE] = [20_000, 400];

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const handles = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { Downhill } = globalThis as unknown as {
      Downhill: { loadEngine(need: 'functions'): Promise<{ liveHandles(): number }> };
    };
    return (await Downhill.loadEngine('functions')).liveHandles();
  });

interface Standing {
  readonly state: Record<string, string>;
  readonly step: number;
  readonly drawn: string;
  readonly tall: number;
  readonly page: number;
}

/** A figure as it stands, to the page and to the eye. */
const standing = (page: Page, name: string): Promise<Standing> =>
  page.$eval(`gd-figure[name="${name}"]`, (element) => {
    const { state, step } = element as unknown as Pick<Standing, 'state' | 'step'>;
    return {
      state,
      step,
      drawn: element.shadowRoot?.querySelector('.live')?.innerHTML.replace(/<!--.*?-->/g, '') ?? '',
      tall: element.getBoundingClientRect().height,
      page: document.documentElement.scrollHeight,
    };
  });

describe('a figure that nobody is near', () => {
  it('holds nothing of the engine, and is exactly as it was left when the reader comes back', async () => {
    const page = await browser.newPage();
    const { problems } = watch(page);
    await page.evaluateOnNewDocument(
      (patience, here) => {
        const wait = globalThis.setTimeout;
        const shortened = (work: TimerHandler, time?: number): number => wait(work, time === patience ? here : time);
        Object.assign(globalThis, { setTimeout: shortened });
      },
      PATIENCE,
      HERE,
    );
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await open(page, fromDisk);
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Pin this run');
    await figure.slide('.slider input', Math.log10(0.3));
    await figure.press('One step');
    await figure.press('One step');
    const left = await standing(page, 'one-weight');
    expect(left.state).toMatchObject({ rate: '0.3' });
    expect(left.state['pin']).toBeDefined();
    expect(left.step).toBe(4);

    // At the page's end there is no figure.
    await page.$eval('#end', (end) => end.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await expect.poll(() => handles(page), { timeout: 20_000 }).toBe(0);
    const far = await standing(page, 'one-weight');
    expect(far).toEqual({ ...left, page: far.page });

    // Whoever asks from afar is answered, and the engine's memory is given back once more.
    const told = await page.$eval('gd-figure[name="one-weight"]', (f) =>
      (f as unknown as { tables(): { rows: unknown[] }[] }).tables().map(({ rows }) => rows.length),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(Math.min(...told)).toBeGreaterThan(0);
    await expect.poll(() => handles(page), { timeout: 20_000 }).toBe(0);

    await page.$eval('gd-figure[name="one-weight"]', (f) => f.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await expect.poll(() => handles(page), { timeout: 20_000 }).toBeGreaterThan(0);
    await settled(page);
    const back = await standing(page, 'one-weight');
    expect(back).toEqual({ ...left, page: far.page });
    await figure.press('undo');
    expect((await standing(page, 'one-weight')).state).not.toHaveProperty('rate');
    expect(await figure.nonsense()).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });
});
