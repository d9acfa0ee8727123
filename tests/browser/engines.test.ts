/** The core of the tutorial in every browser engine: the same page, from disk and from a server. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { Figure, inEveryBrowser, inEveryBrowserWithoutWebAssembly, until, type Tab } from './every-browser';
import { coloursOn, middle } from './in-page';
import { dist } from './support';

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:";
const noWorkers = policy.replace('worker-src blob:', "worker-src 'none'");
const temporary = mkdtempSync(path.join(dist, '../build/engines '));
const folder = path.join(temporary, 'a folder');
const onDisk = (file: string): string => pathToFileURL(path.join(folder, file)).href;

/**
 * The first script of every page here: not every browser has a console, or workers, that can be listened to from
 * outside.
 */
const watching = `
const problems = (globalThis.problems = []);
for (const kind of ['error', 'warn']) {
  const say = console[kind];
  console[kind] = (...said) => say(...said, problems.push(said.join(' ')));
}
addEventListener('error', (e) => problems.push(e.message ?? 'not loaded: ' + (e.target.src ?? e.target.href)), true);
addEventListener('unhandledrejection', (e) => problems.push(String(e.reason)));
addEventListener('securitypolicyviolation', (e) => problems.push(e.violatedDirective + ': ' + e.blockedURI));
globalThis.messages = 0;
globalThis.Worker = class extends Worker {
  constructor(...asked) {
    super(...asked);
    this.addEventListener('message', () => messages++);
  }
};
`;

function watchedCopy(): void {
  cpSync(dist, folder, { recursive: true });
  writeFileSync(path.join(folder, 'watching.js'), watching);
  for (const file of ['index.html', 'downhill.html', 'figure.html']) {
    const page = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), page.replace('<head>', '<head><script src="watching.js"></script>'));
  }
  const faults = `<!doctype html><head><script src="watching.js"></script><body><img src="missing.png">
<script src="faults.js"></script><p style="color: red">`;
  writeFileSync(path.join(folder, 'faults.html'), faults);
  writeFileSync(
    path.join(folder, 'faults.js'),
    "console.error('said'); Promise.reject(new Error('rejected')); throw new Error('thrown');",
  );
}

const servers = new Map<string, Awaited<ReturnType<typeof serve>>>();
const under = (asked: string): string => servers.get(asked)?.url ?? '';
beforeAll(async () => {
  watchedCopy();
  for (const asked of [policy, noWorkers])
    servers.set(asked, await serve(folder, { port: 0, headers: { 'Content-Security-Policy': asked } }));
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
  rmSync(temporary, { recursive: true, force: true });
});

inEveryBrowser((browser) => {
  const problems = (tab: Tab): Promise<unknown> => tab.evaluate('problems');

  /** Lets a figure of a page be used, and expects that nothing went wrong. */
  async function usingIn(tab: Tab, name: string, use: (figure: Figure) => Promise<void>): Promise<void> {
    const figure = await Figure.on(tab, name);
    await use(figure);
    expect(await figure.nonsense()).toEqual([]);
    expect(await problems(tab)).toEqual([]);
  }

  /** The same in a page that is opened for it. */
  async function using(url: string, name: string, use: (figure: Figure) => Promise<void>): Promise<void> {
    const tab = await browser().open(url);
    await usingIn(tab, name, use);
    await tab.close();
  }

  async function stepAndDiverge(figure: Figure): Promise<void> {
    await figure.press('Back to the start');
    await figure.press('One step');
    await until(() => figure.text('.clock b')).toBe('1');
    const [lands = NaN, was = NaN, rate = NaN, slope = NaN] = await figure.arithmetic();
    expect(lands).toBe(was - rate * slope);
    await figure.slide('.slider input', Math.log10(2.5));
    const steps = Number((await figure.text('.clock')).split('/')[1]);
    await figure.slide('.scrub input', steps);
    expect(await figure.text('.ending')).toMatch(/^diverged/);
  }

  it('nothing that goes wrong stays unseen', async () => {
    const tab = await browser().open(`${under(policy)}faults.html`);
    for (const problem of ['said', 'rejected', 'thrown', 'missing.png', 'style-src'])
      await until(async () => String(await problems(tab))).toContain(problem);
    await tab.close();
  });

  it('works from a server, under a strict content security policy', async () => {
    await using(under(policy), 'one-weight', stepAndDiverge);
  });

  it.each(['downhill.html', 'figure.html'])('%s works from disk, in a folder with spaces', async (file) => {
    // Which figure it is matters to the last of them alone.
    await using(`${onDisk(file)}?name=one-weight`, 'one-weight', stepAndDiverge);
  });

  describe('index.html, from disk, in a folder with spaces', () => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await browser().open(onDisk('index.html'));
    });
    afterAll(() => tab.close());

    it('works', async () => {
      await usingIn(tab, 'one-weight', stepAndDiverge);
    });

    it('brings the figure of every chapter to life, its numbers whole', { timeout: 120_000 }, async () => {
      const all = "[...document.querySelectorAll('.beside > gd-figure')].map((f) => f.getAttribute('name')).join()";
      const names = String(await tab.evaluate(all)).split(',');
      expect(names.length).toBeGreaterThan(12);
      for (const name of names) await usingIn(tab, name, () => Promise.resolve());
    });

    it('paints a surface', async () => {
      await usingIn(tab, 'gradient', async (figure) => {
        await figure.press('surface');
        await until(() => figure.count('canvas.surface')).toBe(1);
        await figure.ask('canvas.surface', (c) => c.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await until(() => figure.ask('canvas.surface', coloursOn)).toBeGreaterThan(50);
      });
    });

    it('races optimizers', async () => {
      await usingIn(tab, 'optimizers', async (figure) => {
        await figure.press('Back to the start');
        await figure.press('One step');
        await until(() => figure.text('.clock b')).toBe('1');
        expect(await figure.count('.momentum-dial .handle')).toBe(2);
        await figure.press('the race');
        await until(() => figure.count('.arrivals .racer')).toBeGreaterThan(2);
      });
    });

    it('sets a choice beside its name, and underlines slopes with dashes', async () => {
      await usingIn(tab, 'optimizers', async (figure) => {
        await figure.press('momentum’s step');
        await until(() => figure.count('.segmented')).toBe(1);
        const [name, choice] = [await figure.ask('.segmented > span', middle), await figure.ask('.segments', middle)];
        expect(Math.abs(name - choice)).toBeLessThan(6);
        const slope = "getComputedStyle(document.querySelector('.gradient'))";
        expect(await figure.tab.evaluate(`${slope}.textDecorationLine + ' ' + ${slope}.textDecorationStyle`)).toBe(
          'underline dashed',
        );
      });
    });
  });

  it('makes the basins in a worker', async () => {
    await using(`${onDisk('index.html')}#terrain?revealed=true`, 'terrain', async (figure) => {
      await until(() => figure.ask('.plot path.border', (p) => p.getAttribute('d')?.length)).toBeGreaterThan(100);
      expect(await figure.tab.evaluate('messages')).toBeGreaterThan(0);
    });
  });

  it('makes them on the page, where a policy forbids workers', async () => {
    const tab = await browser().open(`${under(noWorkers)}index.html#terrain?revealed=true`);
    const figure = await Figure.on(tab, 'terrain');
    await until(() => figure.ask('.plot path.border', (p) => p.getAttribute('d')?.length)).toBeGreaterThan(100);
    expect(await tab.evaluate('messages')).toBe(0);
    // Of what went wrong, the browser's own words on the worker alone.
    const words = (await problems(tab)) as string[];
    expect(words.filter((said) => !/worker|blob:|NetworkError|SecurityError/i.test(said))).toEqual([]);
    await tab.close();
  });
});

inEveryBrowserWithoutWebAssembly((browser) => {
  it('shows the pictures, and says why they stand still', async () => {
    const tab = await browser().open(onDisk('index.html'));
    const seen = "[...document.querySelectorAll('.stillness')].filter((e) => e.getClientRects().length > 0)";
    await until(() => tab.evaluate(`${seen}.map((e) => e.textContent).join('|')`)).toMatch(
      /^[^|]*your browser lacks WebAssembly[^|]*$/,
    );
    const picture = "document.querySelector('gd-figure[name=one-weight] svg').getBoundingClientRect()";
    expect(await tab.evaluate(`${picture}.height > 100 && ${picture}.width > 200`)).toBe(true);
    expect(await tab.evaluate('problems')).toEqual([]);
    await tab.close();
  });
});
