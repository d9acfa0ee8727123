/** What a loss curve says of each run at a step: its loss there, or where it has come to rest. */
import { describe, expect, test } from 'vitest';

import { lossCurve, lossPlot, type LossSeries } from '../../../web/parts/loss-curve';
import { written } from '../figures/stage';

const series = (name: string, loss: readonly number[], end?: LossSeries['end']): LossSeries => ({
  name,
  step: Float64Array.from(loss.keys()),
  loss: Float64Array.from(loss),
  ...(end && { end }),
});

/** What the plot's slider says at a moment. */
function said(all: readonly LossSeries[], time: number): string | undefined {
  const curve = lossCurve({ width: 400, series: all, steps: 6, time, logarithmic: false, go: () => undefined });
  return /aria-valuetext=([^\n]*)/.exec(written(curve))?.[1]?.trim();
}

describe('a loss curve says', () => {
  const rests = series('resting', [4, 2, 1], 'rests');
  const stops = series('stopped', [5, 3, 0.1], 'stops');
  const leaves = series('gone', [6, 60, 600], 'leaves');
  const lasts = series('lasting', [7, 6, 5, 4, 3, 2, 1]);

  test('the exact loss of every run at the step that the time line has reached', () => {
    const all = [rests, stops, leaves, lasts];
    expect(said(all, 0)).toBe('step 0: resting: 4, stopped: 5, gone: 6, lasting: 7');
    expect(said(all, 2)).toBe('step 2: resting: 1, stopped: 0.1, gone: 600, lasting: 5');
    expect(said(all, 1.99)).toBe('step 1: resting: 2, stopped: 3, gone: 60, lasting: 6');
  });

  test('of one that has come to rest its last loss for ever, and nothing of one that stopped or left', () => {
    expect(said([rests, stops, leaves, lasts], 3)).toBe('step 3: resting: 1, lasting: 4');
    expect(said([rests, stops, leaves, lasts], 6)).toBe('step 6: resting: 1, lasting: 1');
  });

  test('of a single run its name without a colon', () => {
    expect(said([rests], 1)).toBe('step 1: resting 2');
    expect(said([rests], 5)).toBe('step 5: resting 1');
  });
});

describe('a curve among others', () => {
  const plot = (...all: LossSeries[]): string =>
    written(lossPlot({ width: 400, series: all, steps: 6, time: 0, logarithmic: false }));
  /** Where a name stands, px. */
  const nameAt = (text: string, name: string): readonly [number, number] => {
    const [, x, y] = new RegExp(`class="gd-note" x=(\\S+) y=(\\S+?)>${name}<`).exec(text)!;
    return [Number(x), Number(y)];
  };
  const lasting = series('lasting', [4, 3.6, 3.2, 3, 2.9, 2.8, 2.7]);

  test('is named where it ends, or at the right edge where it rests', () => {
    const short = [4, 2, 1];
    const end = (how: LossSeries['end']): number => nameAt(plot(series('short', short, how), lasting), 'short')[0];
    const right = nameAt(plot(lasting, series('other', short)), 'lasting')[0];
    expect(end('rests')).toBe(right);
    // A third of the way: 2 of 6 steps.
    expect(end('stops')).toBeLessThan(right / 2);
  });

  test('is named above its way out where it leaves', () => {
    const [x, y] = nameAt(plot(series('gone', [4, 4.5, 5], 'leaves'), lasting), 'gone');
    const [stays, inside] = nameAt(plot(series('gone', [4, 4.5, 5], 'stops'), lasting), 'gone');
    // One step farther, and higher than anything within the plot.
    expect(x).toBeGreaterThan(stays);
    expect(y).toBeLessThan(inside);
    expect(y).toBeLessThan(26);
  });
});
