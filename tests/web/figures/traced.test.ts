/** Ground that is traced only where it is no bowl. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { written } from './stage';

const box = { left: 0, top: 0, right: 100, bottom: 100 };
/** Height is the distance from the middle: its levels are circles. */
const cone = {
  values: Float64Array.from({ length: 21 * 21 }, (_, i) => Math.hypot((i % 21) - 10, Math.floor(i / 21) - 10)),
  columns: 21,
  rows: 21,
};
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('ground that is no bowl', () => {
  // Each time as for somebody for whom nothing has come yet.
  beforeEach(() => vi.resetModules());

  test('asks for what traces it when it is first drawn, and then has its lines', async () => {
    const { groundLack, groundMap, tracedLines, tracing } = await import('../../../web/figures/traced');
    const lines = tracedLines(cone, [2, 5]);
    const again = vi.fn();
    expect(tracing.here).toBeUndefined();
    expect(written(groundMap(lines, box, again))).not.toContain('<path');
    expect(groundLack(lines, again)).toBeUndefined();
    await tracing.come();
    await settled();
    expect(again).toHaveBeenCalled();
    expect(written(groundMap(lines, box, again)).match(/<path/g)).toHaveLength(2);
    expect(lines(), 'traced once').toBe(lines());
  });

  test('says so where its lines cannot be had; a bowl needs nothing to come', async () => {
    vi.doMock('../../../web/plot/tracing', () => {
      throw new Error('gone');
    });
    const { bowlLines, groundLack, groundMap, tracedLines, tracing } = await import('../../../web/figures/traced');
    const lines = tracedLines(cone, [2, 5]);
    const again = vi.fn();
    groundMap(lines, box, again);
    await tracing.come();
    await settled();
    expect(again).toHaveBeenCalled();
    expect(written(groundMap(lines, box, again))).not.toContain('<path');
    expect(written(groundLack(lines, again))).toContain('The lines of this map could not be loaded');
    const bowl = { values: () => ({ values: Float64Array.of(1, 3, 4) }) } as never;
    const round = bowlLines(bowl, [-2, 2], [-2, 2], [0.5, 1, 2]);
    expect(written(groundMap(round, box, again)).match(/<path/g)).toHaveLength(3);
    expect(groundLack(round, again)).toBeUndefined();
    vi.doUnmock('../../../web/plot/tracing');
  });
});
