/**
 * The page while it is being written: rendered on request, reloaded when anything it is made of changes. Beside it,
 * at `/parts`, the gallery of all parts, which needs no engine.
 */
import { join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { Assets } from './article/document';
import { galleryDocument } from '../gallery/document';
import { pageTools } from './build-page.mjs';

type Tools = Awaited<ReturnType<typeof pageTools>>;

const assets: Assets = {
  styles: '<link rel="stylesheet" href="/downhill.css">',
  pageScript:
    '<script type="module" src="/web/page/first.ts"></script>\n<script type="module" src="/web/page/page.ts"></script>\n<script type="module" src="/web/page/search/script.ts"></script>',
  figureScript: '<script type="module" src="/web/downhill.ts"></script>',
  icon: '/icon.svg',
  end: '',
};

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

async function answer(path: string, root: string, load: () => Promise<Tools>): Promise<Answer | undefined> {
  if (path === '/parts') return { type: 'text/html', body: galleryDocument };
  const page = ['/', '/index.html', '/downhill.css', '/icon.svg'];
  if (!page.includes(path) && !path.startsWith('/fonts/')) return undefined;
  const tools = await load();
  if (path.startsWith('/fonts/')) {
    const font = (await tools.fonts(root)).find(({ file }) => path === `/fonts/${file}`);
    return font && { type: 'font/woff2', body: font.data };
  }
  if (path === '/icon.svg') return { type: 'image/svg+xml', body: tools.icon() };
  const article = await tools.makeArticle(root, tools.engine);
  if (path === '/downhill.css') return { type: 'text/css', body: await tools.styleSheet(root, article) };
  return { type: 'text/html', body: tools.pageDocument(article, assets) };
}

/** Vite may serve figures and scripts by itself; a changed chapter, style or engine needs a new page. */
function reloadOnChange(server: ViteDevServer, root: string, forget: () => void): void {
  const made = ['article', 'build', 'figures', 'plot', 'style'].map((folder) => join(root, 'web', folder));
  const engine = join(root, 'dist/engine.mjs');
  server.watcher.add([...made, engine]);
  server.watcher.on('all', (_event, file) => {
    if (file !== engine && !made.some((folder) => file.startsWith(folder))) return;
    forget();
    server.ws.send({ type: 'full-reload' });
  });
}

/**
 * Serves the page from its sources.
 *
 * @param root the project's folder; `dist/engine.mjs` must have been built
 */
export function devPage(root: string): Plugin {
  let tools: Promise<Tools> | undefined;
  return {
    name: 'dev-page',
    apply: 'serve',
    configureServer(server) {
      reloadOnChange(server, root, () => (tools = undefined));
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*/, '');
        answer(path, root, () => (tools ??= pageTools(root)))
          .then(async (found) => {
            if (!found) return next();
            const html = found.type === 'text/html';
            response.setHeader('Content-Type', found.type);
            response.end(html ? await server.transformIndexHtml(path, String(found.body)) : found.body);
          })
          .catch((problem: unknown) => {
            tools = undefined;
            next(problem);
          });
      });
    },
  };
}
