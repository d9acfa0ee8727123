/** What a page's memory holds, by kind, as a snapshot of Chromium's heap tells it. */

/**
 * @typedef {object} Heap in bytes
 * @property {number} objects objects, lists, texts, functions and the shapes of objects: what a script makes and may hold for good
 * @property {number} code what V8 compiled: bytecode of each function that has run, faster code of those that ran often
 * @property {number} buffers contents of typed arrays, WebAssembly's memory among them
 * @property {Map<string, number>} kinds how many bytes of `objects` are of which class
 */

/** Written out of the heap, but not of it: the browser's own objects, and places that V8 begins from. */
const OTHERS = new Set(['native', 'synthetic']);
const CONTENTS = 'system / JSArrayBufferData';

/** All texts are one kind; their content would make each of them its own. */
const TEXTS = /string$/;

/**
 * @typedef {object} Snapshot as V8 writes it, as far as it is read here
 * @property {{ meta: { node_fields: string[], node_types: [string[]] } }} snapshot
 * @property {number[]} nodes one after the other, each with as many numbers as there are fields
 * @property {string[]} strings
 */

/** @param {Snapshot} snapshot @returns {Heap} */
export function weighed({ snapshot: { meta }, nodes, strings }) {
  const field = (/** @type {string} */ name) => meta.node_fields.indexOf(name);
  const [type, name, size] = [field('type'), field('name'), field('self_size')];
  const types = meta.node_types[type] ?? [];
  /** @type {Heap} */
  const heap = { objects: 0, code: 0, buffers: 0, kinds: new Map() };
  for (let at = 0; at < nodes.length; at += meta.node_fields.length) {
    const [is, called, bytes] = [
      types[nodes[at + type] ?? 0] ?? '',
      strings[nodes[at + name] ?? 0] ?? '',
      nodes[at + size] ?? 0,
    ];
    if (called === CONTENTS) heap.buffers += bytes;
    else if (is === 'code') heap.code += bytes;
    else if (!OTHERS.has(is)) {
      heap.objects += bytes;
      const kind = TEXTS.test(is) ? 'texts' : is === 'object' ? called : `${is}s`;
      heap.kinds.set(kind, (heap.kinds.get(kind) ?? 0) + bytes);
    }
  }
  return heap;
}

/**
 * Collects what is garbage and weighs the rest.
 * @param {import('puppeteer-core').CDPSession} session
 */
export async function weigh(session) {
  // What a first collection finalises, only a second one frees.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  /** @type {string[]} */
  const chunks = [];
  const more = (/** @type {{ chunk: string }} */ { chunk }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', more);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', more);
  return weighed(JSON.parse(chunks.join('')));
}

/**
 * The kinds that grew most, in words.
 * @param {Heap} before
 * @param {Heap} after
 */
export function grown(before, after, most = 5) {
  return [...after.kinds]
    .map(([kind, bytes]) => ({ kind, more: bytes - (before.kinds.get(kind) ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, most)
    .map(({ kind, more }) => `${kind} by ${(more / 1000).toFixed(0)} kB`)
    .join(', ');
}
