/** The engine alone, in Node and in pages of any browser. */
import type { Engine } from '../../web/engine/engine.d.ts';
import type { AnyBrowser } from './every-browser';
import { dist } from './support';

export async function engineInNode(): Promise<Engine> {
  const module = (await import(/* @vite-ignore */ `${dist}engine.mjs`)) as { loadEngine: () => Promise<Engine> };
  return module.loadEngine();
}

/** What a function of the engine, given as source, answers in a page; `url` is where dist/ is served. */
export async function askEngine(browser: AnyBrowser, url: string, source: string): Promise<string> {
  const tab = await browser.open(`${url}engine.d.ts`); // any page of the same origin
  const answer = await tab.evaluate(
    `import('${url}engine.mjs').then(({ loadEngine }) => loadEngine()).then(${source})`,
  );
  await tab.close();
  return String(answer);
}
