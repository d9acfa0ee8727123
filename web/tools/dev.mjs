/** `npm run dev`: the page through Vite, reloaded when C++, text or code changes. */
import { watch } from 'node:fs';
import path from 'node:path';

import { interruptMeansDone } from './lib/exec.mjs';
import { options } from './lib/options.mjs';
import { buildModule } from './lib/page.mjs';
import { buildEngine, modules } from './lib/engine.mjs';
import { root } from './lib/paths.mjs';
import { explain, main, Problem } from './lib/problem.mjs';
import { firstPort, portFrom } from './lib/serve.mjs';
import { prepare } from './lib/setup.mjs';

/**
 * Calls `work` after the files below a folder have changed and then been left alone for a moment;
 * never twice at once.
 * @param {string} folder
 * @param {() => Promise<void>} work
 */
function onChange(folder, work) {
  let waiting = false;
  let busy = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const begin = async () => {
    if (busy) {
      waiting = true;
      return;
    }
    busy = true;
    await work();
    busy = false;
    if (waiting) {
      waiting = false;
      await begin();
    }
  };
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), 150);
  });
}

async function compile() {
  await buildEngine('wasm', modules);
  await buildModule();
}

await main(async () => {
  const { values } = options({
    usage: 'npm run dev -- [--port N]',
    does: 'Serves the page from its sources. Saving C++, text or code rebuilds what it concerns and reloads the page.',
    flags: { port: { type: 'string', help: `serve on this port; otherwise the first free one from ${firstPort} on` } },
  });
  const port = portFrom(/** @type {string | undefined} */ (values.port));
  await prepare();
  await compile();
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: path.join(root, 'web/vite.config.ts'),
    server: {
      host: '127.0.0.1',
      port: port ?? firstPort,
      strictPort: port !== undefined,
      // Emscripten writes its two files several times before they fit together.
      watch: { ignored: [path.join(root, 'build/**')] },
    },
  });
  interruptMeansDone();
  await server.listen().catch((error) => {
    throw new Problem(error.message, 'Leave out --port to have a free one chosen, or name another.');
  });
  onChange(path.join(root, 'wasm'), async () => {
    try {
      await compile();
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload', path: '*' });
    } catch (error) {
      const text = explain(error);
      process.stderr.write(`\n${text}\n`);
      server.ws.send({ type: 'error', err: { message: text, stack: '' } });
    }
  });
  server.printUrls();
});
