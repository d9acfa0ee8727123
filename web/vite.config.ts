/** The development server. What is shipped is built by `web/build/build-page.mjs`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { dataModules } from './build/data-modules';
import { descentModule } from './build/descent-module';
import { devPage } from './build/dev-page';
import { freshManifest } from './build/manifest-module';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  appType: 'custom',
  publicDir: false,
  plugins: [descentModule(), freshManifest(root), ...dataModules('inside'), devPage(root)],
  server: { host: '127.0.0.1' },
  // Otherwise the server would not see that the engine in dist was built anew.
  build: { emptyOutDir: false },
});
