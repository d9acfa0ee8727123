/** Two dials and a compass: held against what is known about bowls, and against the engine's own runs. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/gradient';
import type { Gradient } from '../../../web/figures/gradient/seen';
import { straightOff } from '../../../web/figures/gradient/bottoms';
import { cutsOf, tangent } from '../../../web/figures/gradient/cuts';
import { frameOf } from '../../../web/figures/gradient/frame';
import { put } from '../../../web/figures/gradient/hands';
import { presets } from '../../../web/figures/gradient/more';
import { about, along, placed } from '../../../web/plot/names';
import { PANELS } from '../../../web/figures/gradient/seen';
import { around, between, placeAt, slopeTowards, type Place } from '../../../web/figures/gradient/place';
import { landscapeNames, landscapes, surveyOf, type LandscapeName } from '../../../web/figures/gradient/survey';
import { renderPoster } from '../../../web/figures/poster';
import type { Values } from '../../../web/figures/settings';
import { onStage, type Scene as SceneOf } from './bare-stage';
import { nonsense, realEngine, type Stage, written } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Settings = Partial<Values<typeof figure.settings>>;
type Scene = SceneOf<typeof figure.settings>;

const staged = <R>(scene: Scene, look: (s: Stage<typeof figure.settings, Gradient>) => R): R =>
  onStage(engine, figure, scene, look);

/** A place on a bowl, unless another ground is asked for. Its objective lives until the tests are over. */
function at(x: number, y: number, asked: { function?: LandscapeName; condition?: number } = {}): Place {
  const survey = surveyOf(engine, { function: 'bowl', condition: 4, ...asked });
  return placeAt(engine.createObjective(survey.objective), [x, y]);
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
      expect(Array.from(slice.x).some((v) => Math.abs(v - own) < 1e-9)).toBe(true);
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

describe('what angles stand on', () => {
  const widths = [258, 348, 420, 553, 640, 1000];

  test('the map has one scale for both dials, at every width, and holds the ball with its step', () => {
    for (const width of widths)
      for (const name of landscapeNames)
        staged({ settings: { function: name }, width }, ({ view }) => {
          const { x, y, box } = frameOf(view);
          const across = (box.right - box.left) / (x.domain[1] - x.domain[0]);
          expect((box.bottom - box.top) / (y.domain[1] - y.domain[0])).toBeCloseTo(across, 6);
        });
  });

  test('the frame stays where it is when the ball, the rate or the condition number change', () => {
    const frame = (settings: Settings): unknown => staged({ settings }, (s) => frameOf(s.view).y.domain);
    const usual = frame({});
    for (const settings of [{ x: 3, y: -2.9 }, { rate: 3 }, { condition: 50 }, { function: 'ravine' }] as const)
      expect(frame(settings)).toEqual(usual);
  });

  test('a start from an older link lies within a larger frame, which stays while the ball is dragged back', () => {
    staged({ settings: { x: 4, y: -4.5 } }, (s) => {
      const { y } = frameOf(s.view);
      expect(y.domain[0]).toBeLessThan(-4.5);
      put(s.view, 1, 1);
      expect(frameOf(s.view).y.domain).toEqual(y.domain);
    });
  });

  test('both cuts have one scale of the dials, one of the loss, and ticks equally far apart', () => {
    for (const width of widths)
      staged({ settings: {}, width }, ({ view }) => {
        const [first, second] = cutsOf(view);
        const unit = (c: typeof first): number => c.along.at(1) - c.along.at(0);
        expect(unit(first)).toBeCloseTo(unit(second), 6);
        expect(first.loss.range).toEqual(second.loss.range);
        expect(first.loss.domain).toEqual(second.loss.domain);
        expect(first.ticks[1]!.at - first.ticks[0]!.at).toBeCloseTo(second.ticks[1]!.at - second.ticks[0]!.at, 6);
        for (const { ticks, along: axis } of [first, second])
          for (const t of ticks) expect(t.at).toBeCloseTo(axis.at(t.value), 9);
        const frame = frameOf(view);
        expect([first.along.domain, second.along.domain]).toEqual([frame.x.domain, frame.y.domain]);
      });
  });

  test('a steeper bowl looks it: the scale of loss never follows the ball or the bowl', () => {
    const losses = (settings: Settings): unknown => staged({ settings }, (s) => cutsOf(s.view)[0].loss.domain);
    expect(losses({ condition: 50, x: -4, y: 3 })).toEqual(losses({}));
  });

  test('a tangent is as steep as it is said, and stays within its plot', () => {
    const box = { left: 0, top: 0, right: 100, bottom: 80 };
    for (const [x, y] of [
      [50, 40],
      [2, 5],
      [99, 79],
      [50, 0],
    ] as const)
      for (const slope of [0, 0.3, -1, 8, -500]) {
        const [ax = NaN, ay = NaN, bx = NaN, by = NaN] = (
          tangent([x, y], [1, slope], box).match(/-?[\d.]+/g) ?? []
        ).map(Number);
        for (const px of [ax, bx]) expect(px >= 0 && px <= 100).toBe(true);
        for (const py of [ay, by]) expect(py >= 0 && py <= 80).toBe(true);
        if (Math.abs(bx - ax) > 20) expect((by - ay) / (bx - ax)).toBeCloseTo(slope, 1);
      }
  });

  test('names cover neither each other, nor what can be grabbed, and stay on the map', () => {
    const box = { left: 0, top: 0, right: 300, bottom: 200 };
    const name = (near: readonly [number, number]) => ({
      text: ['a name'],
      mark: 'label',
      near,
      towards: [1, 0] as const,
    });
    for (const near of [
      [150, 100],
      [0, 0],
      [300, 200],
      [-80, 100],
    ] as const) {
      const done = placed([name(near), name(near)], [about([150, 100], 10)], along([0, 100], [300, 100]), box);
      const rooms = done.map(({ x, y }) => ({ left: x - 20, right: x + 20, top: y - 11, bottom: y + 3 }));
      rooms.forEach((a, i) => {
        expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 200).toBe(true);
        for (const b of rooms.slice(i + 1))
          expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true);
        expect(a.left > 160 || a.right < 140 || a.top > 110 || a.bottom < 90).toBe(true);
      });
    }
  });

  test('the text’s needles stand at 60° and 90° off uphill', () => {
    const place = at(-3, 2);
    expect(slopeTowards(place, 170.556)).toBeCloseTo(place.norm / 2, 3);
    expect(slopeTowards(place, 200.556)).toBeCloseTo(0, 3);
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
    ...presets.map((p): [string, Scene] => [p.label, { settings: p.values, step: 1 }]),
  ];

  test.each(states)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [258, 328, 528, 680])
      staged({ ...scene, width }, (s) => {
        for (const panel of PANELS) {
          s.settings = { ...s.settings, panel };
          expect(nonsense(s.drawn())).toEqual([]);
        }
      });
  });

  test('keeps to itself whatever answers the wager, until it was asked', () => {
    const drawn = (settings: Settings, step = 0): string =>
      PANELS.map((panel) => staged({ settings: { ...settings, panel }, step }, (s) => s.drawn())).join();
    const answers = [
      'gd-rising',
      'stroke-dasharray="0.5 4.5"',
      'gd-parameter-fill',
      'gd-optimum-dash',
      'lands at',
      'next step',
    ];
    for (const answer of answers) {
      expect(drawn({}), answer).not.toContain(answer);
      expect(drawn({ guess: 300, rate: 0.2 }), answer).not.toContain(answer);
      expect(drawn({ revealed: true }), answer).toContain(answer);
      expect(drawn({}, 1), answer).toContain(answer);
    }
    const tables = (settings: Settings): string[] =>
      staged({ settings }, (s) => (figure.tables?.(s.view) ?? []).map((t) => t.caption));
    expect(tables({})).not.toContain('Every step');
    expect(tables({})).not.toContain('The slope in every direction');
    expect(tables({ revealed: true })).toEqual(expect.arrayContaining(['Every step', 'The slope in every direction']));
  });

  test('gives what the wager asks from: both slopes, on the map, and the triangle to turn', () => {
    const map = staged({}, (s) => written(figure.plot(s.view)));
    expect(map).toContain('>slope −3<');
    expect(map).toContain('>slope 8<');
    expect(map).toContain('Your guess: which way');
    expect(staged({}, (s) => written(figure.asked?.(s.view)))).toContain('Which way does the loss fall fastest?');
  });

  test('lets the ball be moved without answering, and leaves an answered guess where it was made', () => {
    staged({ settings: { guess: 300 } }, (s) => {
      put(s.view, 1, 1);
      expect(s.settings).toMatchObject({ x: 1, y: 1, guess: 300, revealed: false });
      s.set({ revealed: true });
      put(s.view, 2, 1);
      expect(s.settings).toMatchObject({ x: 2, y: 1, guess: null, revealed: true });
    });
  });

  test('sets the guess beside the truth, and both stay in the picture as the run goes on', () => {
    const down = around((Math.atan2(8, -3) * 180) / Math.PI + 180);
    const said = (guess: number, step = 0): string =>
      staged({ settings: { revealed: true, guess: around(Math.round(guess)) }, step }, (s) =>
        written(figure.asked?.(s.view))
          .replace(/<[^>]*>|\s+/g, ' ')
          .replace(/ +/g, ' '),
      );
    expect(said(down)).toContain('your guess −69° steepest down −69° : right');
    expect(said(down + 36)).toContain('steepest down −69° : 36° off, towards the bottom');
    expect(said(down - 36)).toMatch(/36° off $|36° off guess/);
    expect(said(down + 36, 5)).toBe(said(down + 36));
    const later = staged({ settings: { revealed: true, guess: 300 }, step: 5 }, (s) => written(figure.plot(s.view)));
    expect(later).toContain('>your guess<');
  });

  test('names every arrow beside it, and the gradient’s parts by their numbers', () => {
    const map = staged({ settings: { revealed: true, guess: 317 } }, (s) => written(figure.plot(s.view)));
    for (const name of ['gradient,', 'uphill', 'step', 'to the bottom', 'your guess', '−3', '8'])
      expect(map).toContain(`>${name}<`);
    const several = { function: 'himmelblau', x: 2, y: -3, revealed: true } as const;
    expect(staged({ settings: several }, (s) => written(figure.plot(s.view)))).toContain('>to the nearest bottom<');
  });

  test('says where the ball is and its slopes, and its next step once that is no secret', () => {
    const said = staged({ settings: { revealed: true } }, (s) => figure.sentence(s.view));
    expect(said).toContain('x −3, y 2 the loss is 12.5');
    expect(said).toContain('−3 along x and 8 along y; the steepest is 8.54');
    expect(said).toContain('changes x by 0.45 and y by −1.2');
    expect(staged({}, (s) => figure.sentence(s.view))).toContain('still to be guessed');
  });

  test('says of a promise that it is rate times length squared, by way of both dials', () => {
    const said = staged({ settings: { panel: 'promise' } }, (s) => written(figure.panels?.(s.view)));
    for (const number of ['−10.95', '−1.35', '9.60', '−7.97']) expect(said).toContain(`<b>${number}</b>`);
  });

  test('has a task that is not done at first nor by a preset, and done on an axis of a stretched bowl', () => {
    const done = (settings: Settings): boolean => staged({ settings }, (s) => s.done('aligned'));
    expect(done({})).toBe(false);
    for (const p of presets) expect(done(p.values)).toBe(false);
    expect(done({ x: -3, y: 0 })).toBe(true);
    expect(done({ x: 0, y: 2.5 })).toBe(true);
    expect(done({ x: -0.5, y: 0 })).toBe(false);
    expect(done({ condition: 1 })).toBe(false);
    expect(done({ function: 'ravine', x: 2, y: 2 })).toBe(true);
    expect(done({ function: 'himmelblau', x: 1, y: 2 })).toBe(false);
    const status = staged({}, (s) => figure.goals?.['aligned']?.status(s.view));
    expect(status).toContain('36°');
    const why = (settings: Settings): string =>
      staged({ settings }, (s) => figure.goals?.['aligned']?.status(s.view) ?? '');
    expect(why({ x: -3, y: 0 })).toContain('on the ellipse’s long axis');
    expect(why({ x: 0, y: 2 })).toContain('on the ellipse’s short axis');
    expect(why({ function: 'ravine', x: 2, y: 2 })).toContain('long axis');
    expect(why({ function: 'ravine', x: 2, y: -2 })).toContain('short axis');
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
      panel: 'steps',
      cut: 'y',
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
    expect(svg).toContain('gd-gradient-part');
    expect(description).toContain('12.5');
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    staged({ settings: { function: 'himmelblau', rate: 0.01 } }, (s) => s.drawn());
    expect(engine.liveHandles()).toBe(before);
  });
});
