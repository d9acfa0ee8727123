import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { fromDisk, launch, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('leaves no gap after a root, and lets nothing run into it', async () => {
  const { page, clean } = await visit(browser, { url: fromDisk });
  // A formula in a line of its own is as wide as the line.
  const gaps = await page.$$eval('math:not([display="block"]) msqrt', (roots) => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return roots
      .filter((root) => !root.nextElementSibling && root.parentElement?.closest('math > mrow') === root.parentElement)
      .map((root) => {
        const inside = Math.max(...[...root.children].map((part) => part.getBoundingClientRect().right));
        const size = parseFloat(getComputedStyle(root).fontSize);
        return (root.closest('math')!.getBoundingClientRect().right - inside) / size;
      });
  });
  await settled(page);
  expect(gaps.length).toBeGreaterThan(2);
  for (const gap of gaps) {
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(0.15);
  }
  clean();
});
