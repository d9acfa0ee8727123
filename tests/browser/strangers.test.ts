/**
 * What strangers write, in a real browser: as attributes, all at once and one after the other, as state, as a step, as a
 * pin, and as a link. No exception, no node that is not the figure's own, no hang, and the figure goes on working.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { pinFor, settingsFor, steps } from '../web/figures/strangers';
import { dist, launch, visit } from './support';

/** The same every time; another number tries other texts, and more runs more of them. */
const numRuns = Number(process.env['DOWNHILL_RUNS'] ?? 12);

let browser: BrowserContext;
let page: Page;
let clean: () => void;
const folder = mkdtempSync(path.join(dist, '../build/strangers '));
beforeAll(async () => {
  browser = await launch();
  const file = path.join(folder, 'page.html');
  const script = pathToFileURL(path.join(dist, 'downhill.js')).href;
  // No policy: what got in would run.
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<script>window.hits = 0; window.hit = () => window.hits++;</script><script src="${script}"></script><body><main></main>`,
  );
  ({ page, clean } = await visit(browser, { url: pathToFileURL(file).href, width: 700 }));
  await page.evaluate('Downhill.loadEngine("functions").then(() => undefined)');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

type Pairs = readonly (readonly [name: string, text: string])[];

interface Visit {
  readonly name: string;
  /** Attributes that it is made with. */
  readonly made: Pairs;
  /** Attributes that it is given afterwards, one by one; those of before are taken away. */
  readonly live: Pairs;
  readonly state: Pairs;
  readonly step: string;
  readonly pin: string;
  readonly hash: string;
}

/** Runs in the page: lets a figure meet all of it, and says what it found. */
async function meet(visit: Visit) {
  const main = document.querySelector('main')!;
  const figure = document.createElement('gd-figure');
  const painted = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  const found = { strange: [] as string[], nonsense: [] as string[], long: [] as string[] };
  const look = async (): Promise<void> => {
    await figure.updateComplete;
    await painted();
    for (let i = 0; !figure.hasAttribute('live') && i < 60; i++) await painted();
    const root = figure.shadowRoot!;
    const bad = 'script, style, link, iframe, img, object, embed, base, meta, form, foreignObject';
    found.strange.push(...[...root.querySelectorAll(bad)].map((e) => e.outerHTML.slice(0, 200)));
    for (const e of root.querySelectorAll('*'))
      for (const { name, value } of e.attributes) {
        const address = /^(href|src|xlink:href|action)$/.test(name);
        if (name.startsWith('on') || (address && !/^(#|data:image\/png)/.test(value)))
          found.strange.push(`${e.localName} ${name}=${value.slice(0, 80)}`);
      }
    const [live] = root.querySelectorAll('.live');
    const notices = [...root.querySelectorAll('.notice p')].map((p) => p.textContent ?? '');
    found.long.push(...notices.filter((text) => text.length > 700));
    const copy = live?.cloneNode(true) as Element | undefined;
    // A notice, and a formula's, may quote a little of what was written.
    for (const quoting of copy?.querySelectorAll('.notice, .formula, .problem') ?? []) quoting.remove();
    const markup = (copy?.outerHTML ?? '').replace(/data:image[^"]*/g, '');
    found.nonsense.push(...(markup.match(/.{0,60}(NaN|Infinity|undefined|\[object).{0,20}/g) ?? []));
  };
  figure.setAttribute('name', visit.name);
  figure.setAttribute('linked', '');
  for (const [name, text] of visit.made) figure.setAttribute(name, text);
  main.replaceChildren(figure);
  await look();
  for (const [name] of visit.made) figure.removeAttribute(name);
  for (const [name, text] of visit.live) figure.setAttribute(name, text);
  figure.setAttribute('pin', visit.pin);
  figure.setAttribute('step', visit.step);
  await look();
  figure.state = Object.fromEntries(visit.state);
  figure.step = Number(visit.step);
  await look();
  dispatchEvent(new HashChangeEvent('hashchange'));
  location.hash = visit.hash;
  await look();
  // Afterwards it is a figure like any other.
  for (const name of figure.getAttributeNames()) if (!['name', 'live'].includes(name)) figure.removeAttribute(name);
  figure.state = {};
  figure.step = 0;
  let told = -1;
  figure.addEventListener('gd-step', (e) => (told = e.detail.step));
  await figure.updateComplete;
  await painted();
  const next = figure.shadowRoot?.querySelector<HTMLElement>('[aria-label="One step"]');
  next?.click();
  for (let i = 0; next && told < 1 && i < 40; i++) await painted();
  const lively = next ? told >= 1 : figure.shadowRoot?.querySelector('.live') !== null;
  const notice = figure.shadowRoot?.querySelector('.notice')?.textContent?.trim() ?? '';
  return { ...found, lively, notice, hits: (globalThis as unknown as { hits: number }).hits };
}

describe("strangers' words", () => {
  it.each([...figures.values()].map((figure) => [figure.name, figure] as const))(
    '%s lets them do no harm',
    async (name, figure) => {
      const settings = settingsFor(figure);
      const hash = fc
        .tuple(settings, steps)
        .map(([pairs, step]) => `#${name}?${new URLSearchParams([...pairs, ['step', step]]).toString()}`);
      const words = fc.record({
        ...{ made: settings, live: settings, state: settings, step: steps, pin: pinFor(figure), hash },
      });
      await fc.assert(
        fc.asyncProperty(words, async (asked) => {
          expect(await page.evaluate(meet, { name, ...asked })).toEqual({
            ...{ strange: [], nonsense: [], long: [], lively: true, notice: '', hits: 0 },
          });
          clean();
        }),
        { numRuns, interruptAfterTimeLimit: 20_000, endOnFailure: true },
      );
    },
  );
});

it('on a page in the encoding of another age, every sign is the one that was meant', async () => {
  const file = path.join(folder, 'old.html');
  const script = pathToFileURL(path.join(dist, 'downhill.js')).href;
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="windows-1252"><title>A page</title><link rel="icon" href="data:,">
<script src="${script}"></script><body><gd-figure name="optimizers"></gd-figure>`,
  );
  const old = await visit(browser, { url: pathToFileURL(file).href, width: 700 });
  await expect
    .poll(() => old.page.evaluate(() => document.querySelector('gd-figure')?.shadowRoot?.textContent ?? ''))
    .toMatch(/\d×/);
  const text = await old.page.evaluate(() => document.querySelector('gd-figure')?.shadowRoot?.textContent ?? '');
  expect(text).not.toMatch(/[ÂÃâ]/);
  old.clean();
});
