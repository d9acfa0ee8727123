import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { isSnap } from '../../web/tools/lib/browser.mjs';
import { partsOf, together } from '../../web/tools/lib/doctest.mjs';
import { duration, lastLines } from '../../web/tools/lib/exec.mjs';
import { options } from '../../web/tools/lib/options.mjs';
import { upToDate } from '../../web/tools/lib/packages.mjs';
import { explain, Problem } from '../../web/tools/lib/problem.mjs';
import { judge, readDoctest, readVitest, sum } from '../../web/tools/lib/results.mjs';
import { judgeRow, median, showRow } from '../../web/tools/lib/rows.mjs';
import { portFrom, resolve, serve } from '../../web/tools/lib/serve.mjs';
import { atLeast, parseEmscriptenVersion, parseVersion } from '../../web/tools/lib/version.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downhill-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('versions', () => {
  test('are read from what programs print', () => {
    expect(parseVersion('cmake version 3.25.1')).toEqual([3, 25, 1]);
    expect(parseVersion('v20.19.2')).toEqual([20, 19, 2]);
    expect(parseVersion('1.11')).toEqual([1, 11, 0]);
    expect(parseVersion('command not found')).toBeUndefined();
  });

  test('of Emscripten stand after the name, whatever numbers stand elsewhere', () => {
    const printed = 'emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld)';
    expect(parseEmscriptenVersion(`${printed} 3.1.6 ()\nCopyright (C) 2014`)).toEqual([3, 1, 6]);
    expect(parseEmscriptenVersion(`${printed} 4.0.10-git (7f.8.9)`)).toEqual([4, 0, 10]);
    expect(parseEmscriptenVersion(`shared:INFO: (Emscripten: Running sanity checks)\n${printed} 3.1.69 (x)`)).toEqual([
      3, 1, 69,
    ]);
    expect(parseEmscriptenVersion('Python 3.11.2')).toBeUndefined();
  });

  test('compare part by part, not as text', () => {
    expect(atLeast([3, 1, 6], [3, 1, 6])).toBe(true);
    expect(atLeast([3, 1, 10], [3, 1, 6])).toBe(true);
    expect(atLeast([4, 0, 0], [3, 1, 6])).toBe(true);
    expect(atLeast([3, 1, 5], [3, 1, 6])).toBe(false);
    expect(atLeast([20, 9, 0], [20, 19])).toBe(false);
  });
});

describe('counting test cases', () => {
  const fine = { ok: true, ending: 'ended with status 0' };
  const crash = { ok: false, ending: 'ended by SIGSEGV' };

  test('reads the summary of doctest, old and new', () => {
    const old =
      '[doctest] test cases:  41 |  38 passed | 2 failed | 1 skipped\n[doctest] assertions: 900 | 898 passed | 2 failed |';
    expect(readDoctest(old)).toEqual({ passed: 38, failed: 2, skipped: 1 });
    expect(readDoctest('[doctest] test cases: 3 | 3 passed | 0 failed')).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(
      readDoctest(
        '\u001b[36m[doctest] \u001b[0mtest cases: \u001b[32m3\u001b[0m | \u001b[32m3 passed\u001b[0m | \u001b[0m0 failed\u001b[0m',
      )?.passed,
    ).toBe(3);
    expect(readDoctest('Segmentation fault')).toBeUndefined();
  });

  test('runs a doctest program in parts that are all of it', () => {
    expect(partsOf(['core', 'run']).map(({ filter }) => filter)).toEqual([
      '--source-file=*tests/engine/core/*',
      '--source-file=*tests/engine/run/*',
      '--source-file-exclude=*tests/engine/core/*,*tests/engine/run/*',
    ]);
    const part = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped });
    expect(together([part(3, 0, 5), part(3, 1, 4)])).toEqual({ passed: 6, failed: 1, skipped: 1 });
    expect(together([part(3, 0, 5), part(3, 1, 3)])).toBeUndefined();
    expect(together([part(5, 0, 3), part(5, 0, 3)])).toBeUndefined();
  });

  test('reads the report of Vitest; a file that did not load is one failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }, { status: 'todo' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(readVitest({ testResults })).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  test('takes silence, a crash and an empty suite for failures', () => {
    const none = { passed: 0, failed: 0, skipped: 0 };
    expect(judge(undefined, crash)).toMatchObject({ passed: 0, failed: 1 });
    expect(judge({ ...none, passed: 5 }, crash)).toMatchObject({ passed: 5, failed: 1 });
    expect(judge({ ...none, skipped: 3 }, fine)).toMatchObject({ passed: 0, failed: 1 });
    expect(judge({ ...none, passed: 5, failed: 2 }, crash)).toMatchObject({ passed: 5, failed: 2 });
    expect(judge({ ...none, passed: 5 }, fine)).toEqual({ ...none, passed: 5 });
  });

  test('adds up', () => {
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(
      sum([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 10, failed: 20, skipped: 30 },
      ]),
    ).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

describe('npm packages are up to date', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/other-system': { version: '2.0.0', optional: true },
    },
  };

  test('when all that is wanted is there, and only that', () => {
    expect(upToDate(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
    expect(upToDate(lock, lock)).toBe(true);
  });

  test('and not when one is missing, older, or left over', () => {
    expect(upToDate(lock, { packages: {} })).toBe(false);
    expect(upToDate(lock, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(false);
    expect(
      upToDate(lock, { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } } }),
    ).toBe(false);
  });
});

describe('messages', () => {
  test('name cause and remedy, with the output that led there, and no stack', () => {
    const text = explain(new Problem('The cause.', 'The remedy.', 'last words'));
    expect(text).toBe('  last words\n\nStopped: The cause.\n  The remedy.');
    expect(explain(new TypeError('x is not a function'))).not.toContain(' at ');
  });

  test('show the end of a log without colours, stack frames and endless lines', () => {
    const log = `first\n\u001b[31mError: it broke\u001b[0m\n    at run (file:///x/y.mjs:3:7)\n    at async z.js:1:2\n${'x'.repeat(1000)}\nlooked at 3:4 again\n\n`;
    expect(lastLines(log, 3)).toBe(`Error: it broke\n${'x'.repeat(300)} ...\nlooked at 3:4 again`);
  });

  test('durations read well', () => {
    expect(duration(0.04)).toBe('0.0 s');
    expect(duration(59.9)).toBe('59.9 s');
    expect(duration(119.6)).toBe('2 min 0 s');
  });

  test('a mistyped flag is refused with the usage', () => {
    const command = {
      usage: 'npm start -- [--port N]',
      does: '',
      flags: { port: { type: 'string' as const, help: '' } },
    };
    expect(options(command, ['--port', '9000']).values).toEqual({ port: '9000' });
    expect(() => options(command, ['--prot', '9000'])).toThrow(/--prot/);
    expect(() => options(command, ['9000'])).toThrow(Problem);
  });
});

describe('the server', () => {
  beforeAll(() => {
    mkdirSync(path.join(folder, 'site/with space'), { recursive: true });
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    writeFileSync(path.join(folder, 'site/index.html'), '<!doctype html>root');
    writeFileSync(path.join(folder, 'site/with space/index.html'), '<!doctype html>space');
    writeFileSync(path.join(folder, 'site/code.mjs'), 'export {}');
    symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'site/link.txt'));
    symlinkSync(folder, path.join(folder, 'site/up'));
    mkdirSync(path.join(folder, 'site-beside'));
    writeFileSync(path.join(folder, 'site-beside/a.txt'), 'beside');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/with%20space/../../secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/up/secret.txt',
    '/../site-beside/a.txt',
    '/%00',
    '/%',
    '/index.html/',
    '//secret.txt',
    '/none',
    '/site-beside/a.txt',
  ])('does not give out %s', async (url) => {
    expect(await resolve(path.join(folder, 'site'), url)).toBeUndefined();
  });

  test('gives files with their type, folders with their index, and from a cache only by version', async () => {
    const server = await serve(path.join(folder, 'site'), { port: 0 });
    const root = await fetch(server.url);
    expect([root.status, root.headers.get('content-type'), root.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(await root.text()).toContain('root');
    const script = await fetch(`${server.url}code.mjs?v=1`);
    expect([await script.text(), script.headers.get('content-type')]).toEqual([
      'export {}',
      'text/javascript; charset=utf-8',
    ]);
    expect(script.headers.get('cache-control')).toBe('no-cache');
    const kept = await fetch(`${server.url}code.mjs?v=0123456789`);
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const inside = await fetch(`${server.url}with%20space?q=1`);
    expect([inside.url, await inside.text()]).toEqual([`${server.url}with%20space/?q=1`, '<!doctype html>space']);
    expect((await fetch(`${server.url}none`)).status).toBe(404);
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
    const head = await fetch(server.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    await server.close();
  });

  test('compresses what gains by it, as the browser accepts, and again when the file has changed', async () => {
    const site = path.join(folder, 'compressed');
    const text = 'downhill '.repeat(500);
    mkdirSync(site);
    writeFileSync(path.join(site, 'words.txt'), text);
    writeFileSync(path.join(site, 'face.woff2'), text);
    const server = await serve(site, { port: 0 });
    const ask = (file: string, headers: Record<string, string>): Promise<Response> =>
      fetch(server.url + file, { headers });
    const coding = async (file: string, accepted: string): Promise<string | null> => {
      const answer = await ask(file, { 'accept-encoding': accepted });
      expect(await answer.text()).toBe(text);
      return answer.headers.get('content-encoding');
    };
    expect(await coding('words.txt', 'gzip, deflate, br, zstd')).toBe('br');
    expect(await coding('words.txt', 'gzip, br;q=0')).toBe('gzip');
    expect(await coding('words.txt', 'identity')).toBeNull();
    expect(await coding('face.woff2', 'gzip, br')).toBeNull();
    const small = await ask('words.txt', { 'accept-encoding': 'br' });
    expect(Number(small.headers.get('content-length'))).toBeLessThan(100);
    const tag = small.headers.get('etag') ?? '';
    expect((await ask('words.txt', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(304);
    writeFileSync(path.join(site, 'words.txt'), 'uphill');
    const changed = await ask('words.txt', { 'accept-encoding': 'br', 'if-none-match': tag });
    expect([changed.status, await changed.text()]).toEqual([200, 'uphill']);
    await server.close();
  });

  test('sees through a request that was not written by a browser', async () => {
    const server = await serve(path.join(folder, 'site'), { port: 0 });
    const answer = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.write('GET /../secret.txt HTTP/1.0\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString())).on('close', () => done(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    await server.close();
  });

  test('listens on this machine alone, and takes the next port when one is taken', async () => {
    const first = await serve(folder);
    const second = await serve(folder);
    expect(second.port).toBeGreaterThan(first.port);
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:80\d\d\/$/);
    await Promise.all([first.close(), second.close()]);
  });

  test('says so when the port asked for is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    await expect(serve(folder, { port })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
  });

  test('accepts only port numbers', () => {
    expect(portFrom(undefined)).toBeUndefined();
    expect(portFrom('9000')).toBe(9000);
    for (const text of ['', '0', '65536', '80.5', '0x50', 'http']) expect(() => portFrom(text)).toThrow(/no port/);
  });
});

test('a door to a snap is not taken for a browser', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  expect(
    isSnap(file('door', '#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then exit 1; fi\nexec /snap/bin/chromium "$@"\n')),
  ).toBe(true);
  expect(isSnap(file('wrapper', '#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n'))).toBe(false);
  expect(isSnap(file('program', '\u007fELF /snap/bin/'))).toBe(false);
});

describe('rows of a benchmark', () => {
  test('are held to their bar; what could not be measured meets none', () => {
    const row = (value: number, bar?: number | { atMost: number }) => ({
      name: '',
      unit: '',
      value,
      ...(bar === undefined ? {} : { bar }),
    });
    expect([judgeRow(row(1, 1)), judgeRow(row(0.99, 1)), judgeRow(row(NaN, 1))]).toEqual(['met', 'missed', 'missed']);
    expect([judgeRow(row(250, { atMost: 250 })), judgeRow(row(251, { atMost: 250 })), judgeRow(row(3))]).toEqual([
      'met',
      'missed',
      'free',
    ]);
  });

  test('show three digits and the verdict', () => {
    expect(showRow({ name: 'ratio', value: 1.23456, unit: 'x', bar: 1 })).toMatch(
      /^ {2}ratio +1\.23 x {3}\(at least 1: met\)$/,
    );
    expect(showRow({ name: 'speed', value: 1234567.8, unit: 'steps/s' })).toMatch(/1,234,568 steps\/s$/);
  });

  test('the median stands in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN]);
  });
});
