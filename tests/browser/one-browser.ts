/** Before all test files: starts the browser that they share. After the last one: ends it. */
import type { TestProject } from 'vitest/node';

import { launch } from '../../web/tools/lib/browser.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address at which the browser is driven. */
    browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launch();
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
