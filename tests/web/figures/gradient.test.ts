/** Two dials and a compass: held against what is known about bowls, and against the engine's own runs. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/gradient';
import type { Gradient } from '../../../web/figures/gradient/seen';
import { straightOff } from '../../../web/figures/gradient/panels';
import { around, between, placeAt, slopeTowards, type Place } from '../../../web/figures/gradient/place';
import { landscapeNames, landscapes, surveyOf, type LandscapeName } from '../../../web/figures/gradient/survey';
import { renderPoster } from '../../../web/figures/poster';
import type { Values } from '../../../web/figures/settings';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Settings = Partial<Values<typeof figure.settings>>;
type Scene = { readonly settings?: Settings; readonly step?: number; readonly width?: number };

function staged<R>(
  { settings = {}, step = 0, width }: Scene,
  look: (s: Stage<typeof figure.settings, Gradient>) => R,
): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(step);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}

/** A place on a bowl, unless another ground is asked for. Its objective lives until the tests are over. */
function at(x: number, y: number, asked: { function?: LandscapeName; condition?: number } = {}): Place {
  const survey = surveyOf(engine, { function: 'bowl', condition: 4, ...asked });
  return placeAt(engine.createObjective(survey.objective), [x, y], survey.domain);
}

describe('a place', () => {
  test('has the slopes of the bowl along both dials', () => {
    const { gradient, norm, loss } = at(-3, 2);
    expect(gradient).toEqual([-3, 8]);
    expect(norm).toBeCloseTo(Math.sqrt(73), 12);
    expect(loss).toBe(12.5);
  });

  test.each(landscapeNames)('slopes in every direction as the ground really does: %s', (name) => {
    const place = at(-1.3, 0.7, { function: name });
    const survey = surveyOf(engine, { function: name, condition: 4 });
    const objective = engine.createObjective(survey.objective);
    for (let angle = 0; angle < 360; angle += 30) {
      const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((v) => v * 1e-5);
      const values = objective.values([-1.3 + dx!, 0.7 + dy!, -1.3 - dx!, 0.7 - dy!]).values;
      const quotient = (values[0]! - values[1]!) / 2e-5;
      expect(slopeTowards(place, angle)).toBeCloseTo(quotient, 3);
      expect(slopeTowards(place, angle)).toBeCloseTo(
        place.norm * Math.cos((between(angle, place.uphill ?? 0) * Math.PI) / 180),
        9,
      );
    }
    objective.dispose();
  });

  test('cuts the ground through the ball', () => {
    const { slices, loss } = at(-3, 2);
    slices.forEach((slice, dial) => {
      const own = dial ? 2 : -3;
      Array.from(slice.x).forEach((v, i) => {
        const expected = dial ? 0.5 * (9 + 4 * v * v) : 0.5 * (v * v + 16);
        expect(slice.y[i]).toBeCloseTo(expected, 10);
        if (v === own) expect(slice.y[i]).toBeCloseTo(loss, 12);
      });
    });
  });

  test('promises minus rate x norm squared, and really brings that plus what the bend costs', () => {
    const { outlook, norm } = at(-3, 2);
    for (const rate of [0.01, 0.15, 0.6])
      expect(outlook.at(rate)).toBeCloseTo(-rate * norm ** 2 + 0.5 * rate ** 2 * 265, 9);
    // Beyond 2 x 73 / 265 a step gains nothing; the plot reaches a little further.
    expect(outlook.reach).toBeGreaterThan(146 / 265);
    expect(outlook.reach).toBeLessThan(1.4 * (146 / 265));
    expect(outlook.gain).toBeCloseTo((0.5 * 73 ** 2) / 265, 1);
  });

  test('on level ground has no direction', () => {
    const place = at(0, 0);
    expect(place.uphill).toBeUndefined();
    expect(place.outlook.gain).toBe(0);
    expect(Number.isFinite(place.outlook.reach)).toBe(true);
  });

  test('tells by how much straight down misses the bottom: never in a round bowl, nowhere but on the axes of others', () => {
    const off = (x: number, y: number, condition: number): number =>
      straightOff(at(x, y, { condition }), surveyOf(engine, { function: 'bowl', condition }))?.angle ?? NaN;
    expect(off(-3, 2, 1)).toBeCloseTo(0, 6);
    expect(off(-3, 0, 9)).toBeCloseTo(0, 6);
    expect(off(0, 2, 9)).toBeCloseTo(0, 6);
    expect(off(-3, 2, 4)).toBeCloseTo(((Math.atan2(8, 3) - Math.atan2(2, 3)) * 180) / Math.PI, 6);
  });

  test('angles stay within a turn', () => {
    expect(around(-30)).toBe(330);
    expect(between(350, 10)).toBe(20);
    expect(between(0, 180)).toBe(180);
  });
});

describe('the figure', () => {
  const states: readonly [string, Scene][] = [
    ['covered', {}],
    ['guessed', { settings: { guess: 330 } }],
    ['open', { settings: { revealed: true, guess: 330 } }],
    ['under way', { step: 3 }],
    ['at the end', { step: 40 }],
    ['at the bottom', { settings: { x: 0, y: 0, revealed: true } }],
    ['in a corner', { settings: { x: -4, y: 4, revealed: true, needle: 135 } }],
    ['far too far', { settings: { rate: 3, revealed: true }, step: 2 }],
    ['outside', { settings: { x: 5, y: -5, revealed: true } }],
    ...landscapeNames.map((name): [string, Scene] => [
      name,
      { settings: { function: name, revealed: true, rate: landscapes[name].rate }, step: 1 },
    ]),
    ...(figure.presets ?? []).map((p): [string, Scene] => [p.label, { settings: p.values, step: 1 }]),
  ];

  test.each(states)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [258, 328, 528, 680])
      staged({ ...scene, width }, (s) => {
        for (const panel of ['surface', 'compass', 'promise', 'steps'] as const) {
          s.settings = { ...s.settings, panel };
          expect(nonsense(s.drawn())).toEqual([]);
        }
      });
  });

  test('keeps gradient and step to itself until it was asked', () => {
    const drawn = (settings: Settings, step = 0): string =>
      staged({ settings: { ...settings, panel: 'compass' }, step }, (s) => s.drawn());
    expect(drawn({})).not.toContain('gd-rising');
    expect(drawn({})).not.toContain('gd-parameter-legs');
    expect(drawn({})).toContain('Which way does the loss fall fastest?');
    expect(drawn({ revealed: true })).toContain('gd-rising');
    expect(drawn({ revealed: true })).toContain('gd-parameter-legs');
    expect(drawn({}, 1)).toContain('gd-rising');
  });

  test('sets the guess beside the truth', () => {
    const down = around((Math.atan2(8, -3) * 180) / Math.PI + 180);
    expect(staged({ settings: { revealed: true, guess: Math.round(down) } }, (s) => s.drawn())).toContain(
      'almost exactly',
    );
    expect(staged({ settings: { revealed: true, guess: Math.round(down) - 36 } }, (s) => s.drawn())).toContain(
      '36° off',
    );
    // The guess was about the start; further on there is nothing to compare it with.
    expect(staged({ settings: { revealed: true, guess: 10 }, step: 2 }, (s) => s.drawn())).not.toContain('your guess');
  });

  test('says where the ball is, its slopes and its next step', () => {
    const said = staged({}, (s) => figure.sentence(s.view));
    expect(said).toContain('x −3.00, y 2.00 the loss is 12.5');
    expect(said).toContain('−3.00 along x and 8.00 along y; the steepest is 8.54');
    expect(said).toContain('changes x by 0.450 and y by −1.20');
  });

  test('has a task that is not done at first nor by a preset, and done on an axis of a stretched bowl', () => {
    const done = (settings: Settings): boolean => staged({ settings }, (s) => s.done('aligned'));
    expect(done({})).toBe(false);
    for (const p of figure.presets ?? []) expect(done(p.values)).toBe(false);
    expect(done({ x: -3, y: 0 })).toBe(true);
    expect(done({ x: 0, y: 2.5 })).toBe(true);
    expect(done({ x: -0.5, y: 0 })).toBe(false);
    expect(done({ condition: 1 })).toBe(false);
    expect(done({ function: 'ravine', x: 2, y: 2 })).toBe(true);
    expect(done({ function: 'himmelblau', x: 1, y: 2 })).toBe(false);
    const status = staged({}, (s) => figure.goals?.['aligned']?.status(s.view));
    expect(status).toContain('36°');
  });

  test('comes back from a link as it went in', () => {
    const settings = {
      function: 'ravine',
      condition: 12,
      x: 1.25,
      y: -3.5,
      rate: 0.04,
      needle: 271,
      guess: 12,
      revealed: true,
      log: 'log',
      turn: 200,
      tilt: 55,
    } as const;
    const { values, problems } = staged({ settings }, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect(values).toEqual(settings);
  });

  test('stands open in its static picture', () => {
    const { svg, description } = renderPoster(engine, 'gradient');
    expect(nonsense(svg)).toEqual([]);
    expect(svg).toContain('gd-parameter-legs');
    expect(description).toContain('12.5');
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    staged({ settings: { function: 'himmelblau', rate: 0.01 } }, (s) => s.drawn());
    expect(engine.liveHandles()).toBe(before);
  });
});
