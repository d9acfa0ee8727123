/** `npm run bench`: sizes and speeds, beside the bars that were set for them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { ensureBrowser } from './lib/browser.mjs';
import { options } from './lib/options.mjs';
import { dist, filesBelow, root } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { judgeRow, median, showRow } from './lib/rows.mjs';
import { buildAll, prepare } from './lib/setup.mjs';

/** @typedef {import('./lib/rows.mjs').Row} Row */

/** @param {Buffer} bytes */
const kilobytes = (bytes) => bytes.length / 1000;

/** @param {Buffer} bytes */
const compressed = (bytes) =>
  kilobytes(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));

/** @returns {Row[]} */
function sizes() {
  const read = (/** @type {string} */ file) => readFileSync(path.join(dist, file));
  const fonts = filesBelow(dist).filter((file) => file.endsWith('.woff2'));
  return [
    { name: 'downhill.js, the entry, brotli', value: compressed(read('downhill.js')), unit: 'kB', bar: { atMost: 45 } },
    { name: 'downhill-all.js, brotli', value: compressed(read('downhill-all.js')), unit: 'kB' },
    ...['functions.wasm', 'descent.wasm'].flatMap((name) => {
      const module = readFileSync(path.join(root, 'build/wasm', name));
      return [
        { name, value: kilobytes(module), unit: 'kB' },
        { name: `${name}, brotli`, value: compressed(module), unit: 'kB' },
      ];
    }),
    { name: 'index.html, brotli', value: compressed(read('index.html')), unit: 'kB', bar: { atMost: 110 } },
    { name: 'downhill.css, brotli', value: compressed(read('downhill.css')), unit: 'kB' },
    {
      name: `fonts (${fonts.length} files)`,
      value: fonts.reduce((sum, file) => sum + kilobytes(read(file)), 0),
      unit: 'kB',
    },
    { name: 'downhill.html, all in one', value: kilobytes(read('downhill.html')), unit: 'kB' },
  ];
}

/**
 * Runs one module of benchmarks. Rows of several rounds become one with the median of their values.
 * @param {string} file
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
async function speeds(file, rounds) {
  /** @type {{ bench?: () => Promise<Row[]> }} */
  const { bench } = await import(pathToFileURL(file).href);
  if (typeof bench !== 'function')
    throw new Problem(`${path.basename(file)} exports no function "bench".`, 'See tests/bench/README.md.');
  /** @type {Map<string, Row & { values: number[] }>} */
  const rows = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const row of await bench()) {
      const known = rows.get(row.name) ?? { ...row, values: [] };
      known.values.push(row.value);
      rows.set(row.name, known);
    }
  }
  return [...rows.values()].map(({ values, ...row }) => ({ ...row, value: median(values) }));
}

await main(async () => {
  const { values, words } = options({
    usage: 'npm run bench -- [--rounds N] [part of a name ...]',
    does: 'Prints the sizes of what is built and the medians of every measurement in tests/bench/, with the bars they are held to.',
    flags: { rounds: { type: 'string', help: 'how often each measurement is repeated (3)' } },
    words: true,
  });
  const rounds = Number(values.rounds ?? 3);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem('--rounds wants a whole number from 1 on.');
  await prepare();
  await ensureBrowser();
  await buildAll();
  const wanted = (/** @type {string} */ name) => words.length === 0 || words.some((word) => name.includes(word));
  /** @type {Row[]} */
  const missed = [];
  const print = (/** @type {string} */ title, /** @type {Row[]} */ rows) => {
    process.stdout.write(`\n${title}\n${rows.map(showRow).join('\n')}\n`);
    missed.push(...rows.filter((row) => judgeRow(row) === 'missed'));
  };
  if (wanted('sizes')) print('sizes', sizes());
  const folder = path.join(root, 'tests/bench');
  for (const name of existsSync(folder) ? filesBelow(folder).filter((file) => /^[^/]+\.mjs$/.test(file)) : []) {
    if (wanted(name)) print(name.replace(/\.mjs$/, ''), await speeds(path.join(folder, name), rounds));
  }
  process.stdout.write(
    missed.length === 0 ? '\nEvery bar is met\n' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}\n`,
  );
  return missed.length === 0 ? 0 : 1;
});
