/** Names of bottoms, beside what is taken hold of to draw the border. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../web/engine/engine';
import { figure } from '../../../../web/figures/terrain';
import { roomFor } from '../../../../web/figures/terrain/layout';
import { knotsAt } from '../../../../web/figures/terrain/wager';
import { realEngine, Stage } from '../stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

/** As wide as the widest typefaces draw it, px a letter. */
const WIDE = 8.5;

interface Line {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function names(drawn: string): Line[] {
  const texts = drawn.matchAll(
    /<text class="gd-optimum-text" x=([\d.]+)\s+y=([\d.]+) text-anchor=(start|end|middle)>([^<]+)/g,
  );
  return Array.from(texts, ([, x, y, anchor, text]) => {
    const long = text!.length * WIDE;
    const left = Number(x) - (anchor === 'start' ? 0 : anchor === 'end' ? long : long / 2);
    return { left, right: left + long, y: Number(y) };
  });
}

describe('the name of a bottom', () => {
  test.each([340, 365, 390, 440, 486, 560, 640, 700])('is covered by no grip, %d px wide', (width) => {
    const stage = new Stage(engine, figure, {}, width);
    const r = roomFor(width, stage.model.survey.x, stage.model.survey.y);
    const [grips, lines] = [knotsAt(stage.view, r), names(stage.drawn())];
    stage.close();
    expect(grips).toHaveLength(5);
    expect(lines).toHaveLength(2);
    for (const { left, right, y } of lines)
      for (const [gx, gy] of grips) {
        // A triangle reaches 7 to either side, 8 up and 5 down; a letter 11 up and 3 down from its line.
        const apart = gx + 7 < left || gx - 7 > right || gy + 5 < y - 11 || gy - 8 > y + 3;
        expect(apart, `the grip at ${gx}, ${gy} and the name on line ${y}`).toBe(true);
      }
  });

  test('stands below its bottom once the border is drawn and answered', () => {
    const stage = new Stage(engine, figure, { revealed: true }, 390);
    const { survey } = stage.model;
    const r = roomFor(390, survey.x, survey.y);
    expect(knotsAt(stage.view, r)).toEqual([]);
    const [, second] = names(stage.drawn());
    stage.close();
    expect(second!.y).toBeCloseTo(r.y.at(survey.scouted.bottoms[1]!.at[1]) + 20, 0);
  });
});
