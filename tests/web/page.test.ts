/** The built page: complete, self-contained, and acceptable to a strict content policy. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../web/style/colour';
import { customProperties, palette, surface, terrain } from '../../web/style/tokens';
import { filesBelow } from '../../web/tools/lib/paths.mjs';

const dist = (name: string): string => {
  const file = new URL(`../../dist/${name}`, import.meta.url);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run npm run build first.`);
  return readFileSync(file, 'utf8');
};

/** Addresses that a browser would load by itself, and the one that the page's script loads. */
function loaded(html: string): string[] {
  const markup = html.replace(/(<script>)[\s\S]*?(<\/script>)/g, '$1$2');
  const elements = markup.match(/<(?:link|script|img|source|iframe|use|image)\b[^>]*>/g) ?? [];
  return elements.flatMap((element) =>
    [...element.matchAll(/\b(?:src|href|data-figures)="([^"]*)"/g)].map(([, address]) => address!),
  );
}

/** An address without the version that tells caches one content from the next. */
function unversioned(address: string): string {
  return address.replace(/\?v=[0-9a-f]{10}$/, '');
}

describe('index.html', () => {
  const html = dist('index.html');

  test('holds no inline script, style or handler', () => {
    expect(html).not.toMatch(/<style\b/);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    expect(html.match(/<script\b[^>]*>[^<]/g)).toBeNull();
  });

  test('loads only its neighbours, by relative address, and all of them are there', () => {
    const files = loaded(html).map(unversioned);
    expect(files).toEqual(expect.arrayContaining(['downhill.css', 'first.js', 'page.js', 'downhill.js', 'icon.svg']));
    for (const file of files) expect(dist(file).length).toBeGreaterThan(0);
    const fonts = [...dist('downhill.css').matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) =>
      unversioned(address!),
    );
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) expect(dist(font).length).toBeGreaterThan(0);
  });

  test('uses classic scripts, which also work from disk', () => {
    expect(html).not.toContain('type="module"');
    const pieces = filesBelow(fileURLToPath(new URL('../../dist/pieces', import.meta.url))).filter((file) =>
      /\.js$/.test(file),
    );
    for (const script of ['first.js', 'page.js', 'downhill.js', ...pieces.map((file) => `pieces/${file}`)]) {
      // Asking a loader for a piece is something else.
      expect(/(?<!\.)\bimport\s*[("'{*]|\bexport\s*[{*]|import\.meta/.exec(dist(script))?.[0], script).toBeUndefined();
      // A page that declares no encoding, or another than ours, reads it in its own.
      expect(/[^\0-\x7f]/.exec(dist(script))?.[0], script).toBeUndefined();
    }
  });

  test('can be read without scripts: every figure has its picture and its caption', () => {
    const figures = html.match(/<gd-figure\b[\s\S]*?<\/gd-figure>/g) ?? [];
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg[^>]*class="gd-poster"/);
      expect(figure).toContain('class="gd-caption"');
      expect(figure).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('has language, character set, viewport, description, one first heading and unique ids', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
    for (const name of ['viewport', 'description']) expect(html).toContain(`<meta name="${name}"`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('links within the page lead somewhere', () => {
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${target!}"`);
  });
});

describe('downhill.html', () => {
  test('is the whole tutorial in one file', () => {
    const html = dist('downhill.html');
    expect(loaded(html).filter((address) => !address.startsWith('data:'))).toEqual([]);
    for (const [, address] of html.matchAll(/url\("?([^")]+)"?\)/g)) expect(address).toMatch(/^data:|^#/);
    const chapters = dist('index.html').match(/<section\b[^>]*id="[^"]*"/g)!;
    for (const chapter of chapters) expect(html).toContain(chapter);
    expect(html).toContain('SIL OPEN FONT LICENSE');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });
});

describe('LICENSES.txt', () => {
  test.each([
    'Downhill',
    'lit-html',
    'd3-',
    'Eigen',
    'Emscripten',
    'workbox-precaching',
    'source-serif-4',
    'source-sans-3',
    'stix-two-math',
  ])('names %s', (name) => {
    expect(dist('LICENSES.txt')).toContain(name);
  });
});

describe('tokens', () => {
  test.each(['light', 'dark'] as const)('text of every colour can be read on paper and card, %s', (theme) => {
    const inks = { ...palette, ink: surface.ink, ink2: surface.ink2 };
    for (const ink of Object.values(inks)) {
      expect(contrast(ink[theme], surface.paper[theme])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink[theme], surface.card[theme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('terrain runs through its stops in even steps', () => {
    expect(terrain.light).toHaveLength(12);
    expect([terrain.light[0], terrain.light[11]]).toEqual(['#b5dcdf', '#d9ad8a']);
    expect(customProperties('dark')).toContain('--gd-terrain-11: #43352f;');
  });
});
