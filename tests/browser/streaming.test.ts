/** How the engine's bytes come to a page: as a file that is compiled while it arrives, or as letters where that cannot be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, HTTPRequest } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, FigureHands, launch, pageOf } from './support';

type Server = Awaited<ReturnType<typeof serve>>;

const noFetching =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:; connect-src 'none'";

let browser: BrowserContext;
let server: Server;
let strict: Server;
beforeAll(async () => {
  browser = await launch();
  server = await serve(dist, { port: 0 });
  strict = await serve(dist, { port: 0, headers: { 'Content-Security-Policy': noFetching } });
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server, strict].map((each) => each.close()));
});

/**
 * Opens a figure's page, waits until it is at work, and tells which of the engine's parts were asked for.
 *
 * @param answer sees requests for the WebAssembly first; true where it has answered
 */
async function asked(url: string, answer?: (request: HTTPRequest) => boolean) {
  const page = await browser.newPage();
  const [files, errors]: string[][] = [[], []];
  page.on('request', (request) => files!.push(path.basename(request.url()).replace(/-[\w-]{8}\./, '.')));
  page.on('console', (message) => void (message.type() === 'error' && errors!.push(message.text())));
  page.on('pageerror', (error) => errors!.push(String(error)));
  if (answer) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('.wasm') || !answer(request)) void request.continue();
    });
  }
  await page.goto(url);
  await FigureHands.on(page, 'one-weight');
  await page.close();
  return { parts: files!.filter((file) => /^(functions|descent|letters|whole)\b/.test(file)).sort(), errors };
}

const figure = ({ url }: Server): string => `${url}figures/one-weight.html`;
const bytesOf = (request: HTTPRequest): Buffer => readFileSync(path.join(dist, new URL(request.url()).pathname));

describe('a figure of functions', () => {
  it('streams the smaller engine from a server, and asks for nothing else of it', async () => {
    expect(await asked(figure(server))).toEqual({ parts: ['functions.js', 'functions.wasm'], errors: [] });
  });

  it('makes do with a server that does not know the type', async () => {
    const untyped = (request: HTTPRequest): boolean => {
      void request.respond({ contentType: 'application/octet-stream', body: bytesOf(request) });
      return true;
    };
    const { parts, errors } = await asked(figure(server), untyped);
    expect({ parts, errors }).toEqual({ parts: ['functions.js', 'functions.wasm'], errors: [] });
  });

  it('takes the letters where the file is missing', async () => {
    const missing = (request: HTTPRequest): boolean => {
      void request.respond({ status: 404, body: 'no' });
      return true;
    };
    const { parts } = await asked(figure(server), missing);
    expect(parts).toEqual(['functions.js', 'functions.wasm', 'letters.js']);
  });

  it('takes the letters under a policy that forbids fetching', async () => {
    expect((await asked(figure(strict))).parts).toContain('letters.js');
  });

  it('takes the letters from disk, without an attempt to fetch', async () => {
    expect(await asked(pageOf('one-weight'))).toEqual({ parts: ['functions.js', 'letters.js'], errors: [] });
  });
});
