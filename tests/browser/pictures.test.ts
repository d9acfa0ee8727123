/** Every figure as it opens, beside the pictures in `pictures/`. What differs is laid out in `build/shots/compare/`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { openComparer, verdict } from '../../web/tools/lib/compare.mjs';
import { figurePictures, pictureNames } from '../../web/tools/lib/pictures.mjs';
import { fromDisk, launch } from './support';

const accepted = fileURLToPath(new URL('pictures', import.meta.url));
const failures = fileURLToPath(new URL('../../build/shots/compare', import.meta.url));
const names = pictureNames([...figures.keys()]);

describe('pictures of figures', () => {
  let browser: BrowserContext;
  const wrong = new Map<string, string>();
  const seen = new Set<string>();

  beforeAll(async () => {
    browser = await launch();
    rmSync(failures, { recursive: true, force: true });
    mkdirSync(failures, { recursive: true });
    const comparer = await openComparer(browser);
    for await (const { name, png } of figurePictures(browser, fromDisk)) {
      seen.add(name);
      const file = join(accepted, `${name}.png`);
      if (!existsSync(file)) continue;
      const [got, expected] = [await comparer.reduce(png), readFileSync(file)];
      const comparison = await comparer.compare(got, expected);
      const words = verdict(comparison);
      if (!words) continue;
      wrong.set(name, words);
      const kept = { full: png, got, expected, difference: comparison.difference };
      for (const [kind, data] of Object.entries(kept)) writeFileSync(join(failures, `${name}-${kind}.png`), data);
    }
  }, 240_000);
  afterAll(() => browser.close());

  it('are of every figure, and of nothing else', () => {
    expect([...seen].sort()).toEqual([...names].sort());
    expect(readdirSync(accepted).sort()).toEqual(names.map((name) => `${name}.png`).sort());
  });

  it.each(names)('%s looks as accepted', (name) => {
    expect(wrong.get(name) ?? '').toBe('');
  });
});
