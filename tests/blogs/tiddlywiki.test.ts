/** A wiki on disk: the plugin is imported, the wiki saved and opened again. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launch, visit } from '../browser/support';
import { drive, expectNoHandlers, expectTame, overflow, stills } from './reading';
import { buildWiki, hasTiddlyWiki, type Wiki } from './sites';

/** What these tests use of the wiki's own object. */
interface WikiWindow {
  $tw: {
    wiki: {
      addTiddler(fields: Record<string, string>): void;
      addTiddlers(all: unknown[]): void;
      deserializeTiddlers(type: string, text: string): unknown[];
      renderTiddler(type: string, title: string): string;
    };
  };
}

/** Imports a file as dropping it onto the page does, and gives the text that saving writes. */
const importAndSave = (page: Page, plugin: string): Promise<string> =>
  page.evaluate((text) => {
    const { wiki } = (globalThis as unknown as WikiWindow).$tw;
    wiki.addTiddlers(wiki.deserializeTiddlers('application/json', text));
    return wiki.renderTiddler('text/plain', '$:/core/save/all');
  }, plugin);

describe.skipIf(!hasTiddlyWiki)('a wiki of TiddlyWiki', () => {
  let browser: BrowserContext;
  let wiki: Wiki;
  let saved: string;
  beforeAll(async () => {
    wiki = buildWiki();
    browser = await launch();
    const { page } = await visit(browser, { url: pathToFileURL(wiki.file).href });
    saved = path.join(wiki.folder, 'saved.html');
    writeFileSync(saved, await importAndSave(page, wiki.plugin));
    await page.close();
  });
  afterAll(() => browser?.close());
  const note = (title: string): string => `${pathToFileURL(saved).href}#${encodeURIComponent(title)}`;

  it('has a figure that can be driven after the plugin was imported, saved and loaded again', async () => {
    const { page, clean } = await visit(browser, { url: note('gradient descent') });
    await drive(page, 'gradient');
    const names = await page.evaluate(() => Object.keys(globalThis).filter((name) => name === 'Downhill'));
    expect(names).toEqual([]);
    clean();
    await page.close();
  });

  it('shows another figure when the note is edited, and again after the wiki was saved with it alive', async () => {
    const { page, clean } = await visit(browser, { url: note('gradient descent'), width: 400 });
    await page.waitForSelector('gd-figure[name="gradient"]');
    await page.evaluate(() => {
      const { wiki: open } = (globalThis as unknown as WikiWindow).$tw;
      open.addTiddler({ title: 'gradient descent', text: '<<downhill one-weight rate:"0.3">>' });
    });
    await page.waitForSelector('gd-figure[name="one-weight"][rate="0.3"]');
    await drive(page, 'one-weight');
    expect(await page.$('gd-figure[name="gradient"]')).toBeNull();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const again = path.join(wiki.folder, 'saved again.html');
    writeFileSync(again, await importAndSave(page, '[]'));
    // The wiki asks before what was edited is left behind.
    page.on('dialog', (question) => void question.accept());
    await page.goto(`${pathToFileURL(again).href}#${encodeURIComponent('gradient descent')}`);
    await drive(page, 'one-weight');
    clean();
    await page.close();
  });

  it('holds a picture and a caption for paper and static exports', async () => {
    const { page } = await visit(browser, { url: note('captions') });
    const [own, other] = await stills(page);
    expect(own).toMatchObject({ name: 'gradient', drawn: true });
    expect(own?.caption).toBe('Two slopes, <em>one</em> arrow &amp; nothing else.');
    expect(own?.words).toMatch(/loss/);
    expect(other).toMatchObject({ name: 'terrain', drawn: true });
    expect(other?.caption).toMatch(/still picture/);
    await expectNoHandlers(page);
    await page.close();
  });

  it('passes every text on as it is', async () => {
    const { page } = await visit(browser, { url: note('wild') });
    expect(wiki.wild.length).toBeGreaterThan(30);
    await expectTame(page, wiki.wild);
    await page.close();
  });
});
