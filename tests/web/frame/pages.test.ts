/** The built pages of single figures, as files. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { addressOf, siteAddress, versioned } from '../../../web/build/addresses';
import { figures } from '../../../web/figures/registry';
import { attributeName } from '../../../web/figures/settings';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const names = [...figures.keys()];
const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
/** Every address in a page's markup, without what a script or a style holds. */
const addresses = (html: string): string[] =>
  [...html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').matchAll(/\s(?:src|href|content)="([^"]*)"/g)].map(
    ([, address]) => address!,
  );

describe('figure.html', () => {
  const html = read('figure.html');

  test('asks for no other file', () => {
    expect(addresses(html).filter((a) => /^[\w./-]+\.\w+/.test(a))).toEqual([]);
    for (const [, address] of html.matchAll(/url\("?([^")]+)"?\)/g)) expect(address).toMatch(/^data:|^#/);
    expect(html).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/);
  });

  test('lists every figure with its picture', () => {
    for (const name of names) expect(html).toContain(`<li id="${name}">`);
    expect(html.match(/class="gd-poster"/g)).toHaveLength(names.length);
  });

  test('takes no word for itself that a figure uses for a setting', () => {
    const settings = [...figures.values()].flatMap(({ settings }) => Object.keys(settings).map(attributeName));
    for (const word of ['name', 'step', 'theme', 'background']) expect(settings).not.toContain(word);
  });
});

describe.each(names)('figures/%s.html', (name) => {
  const html = read(`figures/${name}.html`);

  test('shows the figure as a picture before any script runs', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain(`<title>${figures.get(name)!.title} - Downhill</title>`);
    expect(html).toMatch(new RegExp(`<gd-figure name="${name}"><svg[^>]*class="gd-poster"`));
    expect(html).not.toMatch(/<script>|<style|\sstyle=|NaN|undefined/);
  });

  test('has a card, and leads to its neighbours by relative addresses', () => {
    for (const property of ['og:title', 'og:description', 'og:image', 'og:url'])
      expect(html).toMatch(new RegExp(`<meta property="${property}" content="[^"]+">`));
    const files = addresses(html).filter((a) => a.startsWith('../'));
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const file of files) expect(existsSync(path.join(dist, 'figures', file.replace(/[?#].*/, '')))).toBe(true);
  });

  test('has an oEmbed answer', () => {
    expect(html).toContain(`<link rel="alternate" type="application/json+oembed" href="../oembed/${name}.json"`);
    const answer = JSON.parse(read(`oembed/${name}.json`)) as Record<string, unknown>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: figures.get(name)!.title, width: 650 });
    expect(answer['html']).toContain(`<iframe src="../figure.html#${name}" width="650"`);
    expect(answer['height']).toBeGreaterThan(300);
  });
});

describe('addresses', () => {
  test('carry a version that changes exactly with the content', () => {
    expect(versioned('a.js', 'one')).toMatch(/^a\.js\?v=[0-9a-f]{10}$/);
    expect(versioned('a.js', 'one')).toBe(versioned('a.js', Buffer.from('one')));
    expect(versioned('a.js', 'one')).not.toBe(versioned('a.js', 'two'));
  });

  test('are relative, unless the place of the site is known', () => {
    expect(siteAddress('')).toBeUndefined();
    expect(addressOf('oembed/x.json', 1, undefined)).toBe('../oembed/x.json');
    const site = siteAddress('https://example.org/learn');
    expect(addressOf('oembed/x.json', 1, site)).toBe('https://example.org/learn/oembed/x.json');
    for (const wrong of ['example.org', 'file:///x/', 'https://example.org/?a'])
      expect(() => siteAddress(wrong)).toThrow(/such as https/);
  });
});
