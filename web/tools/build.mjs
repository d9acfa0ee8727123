/** `npm run build`: everything in dist/. */
import { options } from './lib/options.mjs';
import { main } from './lib/problem.mjs';
import { buildAll, prepare } from './lib/setup.mjs';
import { dist, shown } from './lib/paths.mjs';

await main(async () => {
  options({
    usage: 'npm run build',
    does: 'Installs what is missing, compiles the engine and builds the page into dist/. What has not changed is not built again.',
  });
  await prepare();
  await buildAll();
  process.stdout.write(`Built ${shown(dist)}/\n`);
});
