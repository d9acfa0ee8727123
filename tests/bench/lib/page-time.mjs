/**
 * A clock of the processor time of a page's main thread, which other work on the machine does not move.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<() => Promise<number>>} answers seconds
 */
export async function processorTime(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN;
  };
}
