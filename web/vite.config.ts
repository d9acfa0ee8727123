/** The development server. What is shipped is built by `web/build/build-page.mjs`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { descentModule } from './build/descent-module';
import { devPage } from './build/dev-page';
import { handwritingModule } from './build/handwriting';
import { freshManifest } from './build/manifest-module';
import { readingModule } from './build/reading.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  appType: 'custom',
  publicDir: false,
  plugins: [descentModule(), freshManifest(root), handwritingModule('inside'), readingModule(), devPage(root)],
  server: { host: '127.0.0.1' },
  // Otherwise the server would not see that the engine in dist was built anew.
  build: { emptyOutDir: false },
});
