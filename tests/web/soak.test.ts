/** How a soak weighs a page's memory, and what it takes for a leak. */
import { describe, expect, it } from 'vitest';

import { grown, weighed, type Snapshot } from '../../web/tools/lib/heap.mjs';
import { leaks, type Left } from '../../web/tools/lib/soak.mjs';

/** A heap as V8 writes it: type, name and size of each thing in it. */
function snapshotOf(things: readonly (readonly [type: string, name: string, bytes: number])[]): Snapshot {
  const types = [...new Set(things.map(([type]) => type))];
  const strings = [...new Set(things.map(([, name]) => name))];
  return {
    snapshot: { meta: { node_fields: ['type', 'name', 'id', 'self_size'], node_types: [types] } },
    nodes: things.flatMap(([type, name, bytes], id) => [types.indexOf(type), strings.indexOf(name), id, bytes]),
    strings,
  };
}

describe('a heap', () => {
  const heap = weighed(
    snapshotOf([
      ['synthetic', '(GC roots)', 1],
      ['object', 'Map', 10],
      ['object', 'Map', 20],
      ['string', 'a text', 100],
      ['concatenated string', 'another', 200],
      ['closure', 'render', 400],
      ['code', 'render', 1000],
      ['native', 'HTMLDivElement', 10_000],
      ['native', 'system / JSArrayBufferData', 100_000],
    ]),
  );

  it('is told apart: what scripts made, what was compiled, what lies in typed arrays', () => {
    expect(heap).toMatchObject({ objects: 730, code: 1000, buffers: 100_000 });
  });

  it('says which kinds grew, the most grown first', () => {
    const later = weighed(
      snapshotOf([
        ['object', 'Map', 60],
        ['string', 'a third', 5300],
        ['closure', 'render', 400],
      ]),
    );
    expect(grown(heap, later)).toBe('texts by 5 kB, Map by 0 kB');
  });
});

describe('what a soak takes for a leak', () => {
  const before: Left = {
    heap: { objects: 7e6, code: 10e6, buffers: 80e6, kinds: new Map([['Map', 1e5]]) },
    objects: 7e6,
    buffers: 30e6,
    code: 10e6,
    figures: 0,
    nodes: 27_000,
    templates: 1000,
    listeners: 1500,
    handles: 2,
    memory: 50e6,
  };
  const found = (more: Partial<Left>): string[] =>
    leaks({ before, after: { ...before, ...more }, rounds: 1, uses: 1, problems: [] });

  it('is nothing where nothing grew, nor compiled code or templates, which are made once', () => {
    expect(found({})).toEqual([]);
    expect(found({ code: 13e6, templates: 1100 })).toEqual([]);
  });

  it.each([
    ['objects', 9e6],
    ['buffers', 45e6],
    ['code', 30e6],
    ['figures', 2],
    ['nodes', 28_000],
    ['templates', 2000],
    ['listeners', 1600],
    ['handles', 3],
    ['memory', 90e6],
  ] as const)('is more in %s', (what, much) => {
    expect(found({ [what]: much })).toEqual([expect.stringMatching(new RegExp(`^${what}: `))]);
  });

  it('is named by its kind', () => {
    const heap = { ...before.heap, kinds: new Map([['Map', 2e6]]) };
    expect(found({ objects: 9e6, heap })[0]).toContain('Map by 1900 kB');
  });
});
