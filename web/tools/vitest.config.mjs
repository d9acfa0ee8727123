import { defineConfig } from 'vitest/config';

import { root } from './lib/paths.mjs';

export default defineConfig({
  root,
  // Not every system resolves "localhost".
  server: { host: '127.0.0.1' },
  test: {
    // Test programs beside other work on two cores: patience costs nothing when all goes well.
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'web', include: ['tests/web/**/*.test.ts'] } },
      { extends: true, test: { name: 'code', include: ['tests/code/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One browser at a time: what is timed must not compete with itself.
          poolOptions: { forks: { singleFork: true } },
        },
      },
    ],
  },
});
