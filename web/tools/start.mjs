/** `npm start`: from a fresh clone to the tutorial in a browser. */
import { existsSync } from 'node:fs';
import path from 'node:path';

import { interruptMeansDone } from './lib/exec.mjs';
import { options } from './lib/options.mjs';
import { dist } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { firstPort, portFrom, serve } from './lib/serve.mjs';
import { buildAll, prepare } from './lib/setup.mjs';

await main(async () => {
  const { values } = options({
    usage: 'npm start -- [--port N] [--no-build]',
    does: 'Installs what is missing, builds what has changed, and serves the tutorial to this machine.',
    flags: {
      port: { type: 'string', help: `serve on this port; otherwise the first free one from ${firstPort} on` },
      'no-build': { type: 'boolean', help: 'serve dist/ as it is' },
    },
  });
  const port = portFrom(/** @type {string | undefined} */ (values.port));
  const page = path.join(dist, 'index.html');
  if (values['no-build']) {
    if (!existsSync(page))
      throw new Problem('There is nothing to serve: dist/index.html was never built.', 'Leave out --no-build.');
  } else {
    await prepare();
    await buildAll();
  }
  interruptMeansDone();
  const { url } = await serve(dist, { port });
  process.stdout.write(`\nDownhill is at   ${url}\nor, from disk:   ${page}\n\nCtrl+C ends the server.\n`);
});
