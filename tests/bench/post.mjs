/**
 * One figure in somebody's post: what its reader loads for it, and how soon it can be used on a phone - four times as
 * slow, at 1.4 Mbit/s and 150 ms away. The picture that stands there first is the figure's own.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { launch } from '../../web/tools/lib/browser.mjs';
import { dist, filesBelow, inBuild } from '../../web/tools/lib/paths.mjs';
import { Problem } from '../../web/tools/lib/problem.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';

/** @typedef {import('../../web/tools/lib/rows.mjs').Row} Row */

const phone = { slower: 4, latency: 150, bytesPerSecond: 1.4e6 / 8 };
/** Figures whose times are taken; of all others only the bill. */
const timed = ['one-weight'];

/** @param {Buffer} bytes */
const brotli = (bytes) => brotliCompressSync(bytes).length / 1000;

/** @param {string} from a folder as the build makes it */
const figuresOf = (from) => filesBelow(path.join(from, 'figures')).map((file) => path.basename(file, '.html'));

/**
 * A post's folder: the script as it is copied, and a page for each figure.
 * @param {string} from a folder as the build makes it
 */
function lay(from) {
  const folder = mkdtempSync(inBuild('bench', 'post-'));
  for (const part of ['downhill.js', 'pieces'].filter((name) => existsSync(path.join(from, name))))
    cpSync(path.join(from, part), path.join(folder, part), { recursive: true });
  for (const name of figuresOf(from)) {
    const page = readFileSync(path.join(from, 'figures', `${name}.html`), 'utf8');
    const figure = /<gd-figure[\s\S]*<\/gd-figure>/.exec(page)?.[0];
    if (!figure) throw new Problem(`figures/${name}.html holds no figure.`);
    const head =
      '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><script src="downhill.js" defer></script>';
    writeFileSync(
      path.join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>${head}</head><body><h1>A post</h1><p>Some words.</p>${figure}</body></html>`,
    );
  }
  return folder;
}

/**
 * Opens one post and waits for its figure.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url of the folder
 * @param {string} name
 * @param {boolean} slowly as on the phone
 */
async function look(browser, url, name, slowly) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  if (slowly) {
    await page.emulateCPUThrottling(phone.slower);
    const client = await page.createCDPSession();
    const { latency, bytesPerSecond } = phone;
    const speed = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
    await client.send('Network.emulateNetworkConditions', { offline: false, latency, ...speed });
  }
  await page.goto(`${url}${name}.html`, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => document.querySelector('gd-figure')?.hasAttribute('live'), { polling: 20 });
  const times = await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return { usable: performance.now() / 1000, first: (first?.startTime ?? NaN) / 1000 };
  });
  await context.close();
  return {
    ...times,
    asked: [...new Set(asked)].filter((file) => file.startsWith('pieces/') || file === 'downhill.js'),
  };
}

/**
 * @param {string} [from] a folder as the build makes it; another version's can be measured in the same run
 * @returns {Promise<Row[]>}
 */
export async function bench(from = dist) {
  const folder = lay(from);
  const browser = await launch();
  const server = await serve(folder, { port: 0 });
  const weigh = (/** @type {string} */ file) => brotli(readFileSync(path.join(folder, file)));
  try {
    /** @type {Row[]} */
    const rows = [{ name: 'the entry, brotli', value: weigh('downhill.js'), unit: 'kB', bar: { atMost: 45 } }];
    // What another figure has brought already costs a further one nothing.
    const before = new Set((await look(browser, server.url, 'one-weight', false)).asked);
    const common = /^downhill|pieces\/(functions|descent|whole|letters)-/;
    for (const name of figuresOf(from)) {
      const { asked } = await look(browser, server.url, name, false);
      const all = asked.reduce((sum, file) => sum + weigh(file), 0);
      const own = asked.filter((file) => !common.test(file) && (!before.has(file) || file.includes(`/${name}-`)));
      // The bars are for figures of functions: networks take the whole engine.
      const whole = asked.some((file) => file.includes('/descent-'));
      const bar = (/** @type {number} */ atMost) => (whole ? {} : { bar: { atMost } });
      rows.push({ name: `${name} in a post, all of it`, value: all, unit: 'kB', ...bar(160) });
      const further = own.reduce((sum, file) => sum + weigh(file), 0);
      rows.push({ name: `${name} as a further figure`, value: further, unit: 'kB', ...bar(12) });
    }
    for (const name of timed) {
      const { usable, first } = await look(browser, server.url, name, true);
      rows.push({ name: `${name} on a phone, usable after`, value: usable, unit: 's', bar: { atMost: 2 } });
      rows.push({ name: `${name} on a phone, first picture after`, value: first, unit: 's' });
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
