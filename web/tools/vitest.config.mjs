import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

import { dataModules } from '../build/data-modules.ts';
import { descentModule } from '../build/descent-module.ts';
import { root } from './lib/paths.mjs';

/** Two test files at a time even on two cores. */
const maxWorkers = Math.max(2, Math.floor(availableParallelism() / 2));

/** One browser at a time: it draws on all cores as it is, and two only take turns (measured: 931 s against 967 s). */
const inBrowser = {
  environment: 'node',
  globalSetup: ['tests/browser/one-browser.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What is waited for costs nothing when it comes at once.
  expect: { poll: { timeout: 15_000 } },
  poolOptions: { forks: { singleFork: true } },
};

export default defineConfig({
  root,
  plugins: [descentModule(), ...dataModules('inside')],
  // Not every system resolves "localhost".
  server: { host: '127.0.0.1' },
  test: {
    // Test programs beside other work on two cores: patience costs nothing when all goes well.
    testTimeout: 60_000,
    maxWorkers,
    minWorkers: 1,
    setupFiles: ['tests/seed.ts'],
    projects: [
      { extends: true, test: { name: 'web', include: ['tests/web/**/*.test.ts'] } },
      { extends: true, test: { name: 'code', include: ['tests/code/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { ...inBrowser, name: 'browser', include: ['tests/browser/**/*.test.ts'] } },
      { extends: true, test: { ...inBrowser, name: 'blogs', include: ['tests/blogs/**/*.test.ts'] } },
    ],
  },
});
