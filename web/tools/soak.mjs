/** `npm run soak`: minutes of use of every figure, and what they leave behind. */
import { ensureBrowser, launch } from './lib/browser.mjs';
import { options } from './lib/options.mjs';
import { dist } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { serve } from './lib/serve.mjs';
import { buildAll, prepare } from './lib/setup.mjs';
import { leaks, soak } from './lib/soak.mjs';

const mega = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

/** @param {import('./lib/soak.mjs').Left} left */
const words = ({ objects, buffers, code, figures, nodes, templates, listeners, handles, memory }) =>
  `${figures} figures held; objects ${mega(objects)}, buffers ${mega(buffers)}, code ${mega(code)}, ` +
  `WebAssembly ${mega(memory)}; ${nodes} nodes, ${templates} templates, ${listeners} listeners, ${handles} handles`;

await main(async () => {
  const { values } = options({
    usage: 'npm run soak -- [--minutes N] [--seed N]',
    does: 'Uses every figure in every way, minute after minute, and holds memory, nodes, listeners and engine handles against where they were after the first round.',
    flags: {
      minutes: { type: 'string', help: 'how long (10)' },
      seed: { type: 'string', help: 'decides what is done in which order (1)' },
    },
  });
  const [minutes, seed] = [Number(values.minutes ?? 10), Number(values.seed ?? 1)];
  if (!(minutes > 0)) throw new Problem('--minutes wants a number above 0.');
  if (!Number.isInteger(seed)) throw new Problem('--seed wants a whole number.');
  await prepare();
  await ensureBrowser();
  await buildAll();
  const server = await serve(dist, { port: 0 });
  const browser = await launch();
  try {
    const told = (/** @type {import('./lib/soak.mjs').Left} */ left, /** @type {number} */ round) =>
      void process.stdout.write(`after round ${round + 1}: ${words(left)}\n`);
    const result = await soak(browser, { url: server.url, seconds: 60 * minutes, seed, told });
    process.stdout.write(`at the end, after ${result.uses} uses in ${result.rounds} rounds: ${words(result.after)}\n`);
    const wrong = [...leaks(result).map((leak) => `Left behind: ${leak}`), ...result.problems];
    process.stdout.write(wrong.length > 0 ? `\n${wrong.join('\n')}\n` : '\nNothing was left behind\n');
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.close();
  }
});
