/** What is kept for reading without a connection, and where keeping it may be tried. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { offlineWorker } from '../../web/build/offline';
import { allowsWorker } from '../../web/page/offline';

const dist = (name: string): Buffer => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const origin = 'https://example.org';

describe('the list of the service worker', () => {
  const worker = dist('sw.js').toString();
  const entries = JSON.parse(/\[\{"url":.*?\}\]/.exec(worker)![0]) as { url: string; integrity: string }[];
  const urls = entries.map(({ url }) => url);

  test('holds every file that the tutorial and the pages of figures load, as it is', () => {
    for (const page of urls.filter((url) => url.endsWith('.html'))) {
      const base = new URL(page, `${origin}/`);
      const html = dist(page).toString();
      const loaded = [...html.matchAll(/<(?:link rel="(?:icon|stylesheet)"|script)[^>]* (?:src|href)="([^"]+)"/g)];
      expect(loaded.length).toBeGreaterThanOrEqual(3);
      for (const [, address] of loaded) expect(urls).toContain(new URL(address!, base).pathname.slice(1));
    }
    for (const { url, integrity } of entries)
      expect(integrity).toBe(`sha256-${createHash('sha256').update(dist(url)).digest('base64')}`);
  });

  test('holds the whole tutorial, and nothing that is only for other sites', () => {
    expect(urls).toEqual(
      expect.arrayContaining(['index.html', 'hosting.html', 'downhill.js', 'fonts/source-sans-3.woff2']),
    );
    for (const other of ['downhill.html', 'figure.html', 'engine.mjs', 'sw.js']) expect(urls).not.toContain(other);
  });

  test('holds the engine as a file, in the sizes that figures need, and not as letters besides', () => {
    const files = {
      'pieces/functions-3EO2z3fl.wasm': 'a',
      'pieces/letters-C0qT3InS.js': 'b',
      'pieces/start-1.js': 'c',
      'pieces/descent-7bQGrm1l.wasm': 'd',
      'pieces/whole-Xu5Z4k8a.js': 'e',
    };
    const kept = offlineWorker('self.__WB_MANIFEST', files, new Set(['functions']));
    expect(kept).toContain('functions-');
    expect(kept).toContain('start-');
    for (const left of ['letters-', 'descent-', 'whole-']) expect(kept).not.toContain(left);
    const all = offlineWorker('self.__WB_MANIFEST', files, new Set(['functions', 'whole']));
    for (const also of ['functions-', 'descent-', 'whole-']) expect(all).toContain(also);
  });

  const needs = new Set(['functions'] as const);
  test('changes with every byte of a file, and goes to exactly one place', () => {
    const one = offlineWorker('use(self.__WB_MANIFEST)', { 'page.js': 'a', 'other.js': 'a' }, needs);
    expect(one).not.toBe(offlineWorker('use(self.__WB_MANIFEST)', { 'page.js': 'b', 'other.js': 'a' }, needs));
    expect(one).toBe(offlineWorker('use(self.__WB_MANIFEST)', { 'page.js': 'a', 'other.js': 'b' }, needs));
    for (const code of ['', 'self.__WB_MANIFEST;self.__WB_MANIFEST'])
      expect(() => offlineWorker(code, {}, needs)).toThrow('exactly once');
  });
});

describe('a content security policy', () => {
  test.each([
    [null, true],
    ['', true],
    ["img-src 'none'", true],
    ["default-src 'self'", true],
    ["default-src 'none'", false],
    ["default-src 'self'; worker-src blob:", false],
    ["default-src 'none'; worker-src 'self' blob:", true],
    ["worker-src 'none'; child-src 'self'", false],
    ["script-src https://example.org; default-src 'none'", true],
    ["default-src 'self', worker-src blob:", false],
    ["Worker-Src  'SELF'", true],
    ["worker-src 'self'; worker-src 'none'", true],
  ])('%s allows a worker: %s', (policy, allowed) => {
    expect(allowsWorker(policy, origin)).toBe(allowed);
  });
});
