/** Marks that travel with a figure: none is drawn where its rule has not come. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../web/figures/registry';
import { everyInkStyles } from '../../../web/plot/every-ink';
import { ink } from '../../../web/plot/ink';
import { networkInk, networkMarks } from '../../../web/plot/network-ink';

const web = new URL('../../../web/', import.meta.url);
const names = Object.keys(networkInk);
const drawn = new RegExp(`\\bgd-(${names.join('|')})(?![\\w-])`, 'g');

/** Marks of networks that the scripts of a folder name, those of folders within left out. */
const namedIn = (folder: string): string[] =>
  readdirSync(new URL(folder, web), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap(({ name }) => readFileSync(new URL(`${folder}${name}`, web), 'utf8').match(drawn) ?? []);

describe('marks of networks', () => {
  it('are told apart from those of every figure', () => {
    expect(names.filter((name) => name in ink)).toEqual([]);
    expect(networkMarks.cssText).toContain('.gd-road{');
  });

  it('come with every figure that draws one, and with no other', () => {
    const come = [...figures].filter(([, { styles = [] }]) => styles.includes(networkMarks)).map(([name]) => name);
    expect([...figures.keys()].filter((name) => namedIn(`figures/${name}/`).length > 0)).toEqual(come);
  });

  it('are drawn by no part that every figure may be made of', () => {
    for (const folder of ['parts/', 'figures/', 'figures/host/']) expect(namedIn(folder), folder).toEqual([]);
  });

  it('colour static pictures, which stand beside each other in one page', () => {
    for (const name of [...names, ...Object.keys(ink)])
      expect(everyInkStyles('.p')).toMatch(new RegExp(`^\\.p \\.gd-${name}\\{`, 'm'));
  });
});
