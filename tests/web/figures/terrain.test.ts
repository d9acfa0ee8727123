/** Where you let go: basins held against single runs, the border's score, formulas as they are typed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { Choices } from '../../../web/figures/host/choices';
import { renderPoster } from '../../../web/figures/poster';
import type { Values } from '../../../web/figures/settings';
import { figure } from '../../../web/figures/terrain';
import { borderAt, KNOTS, knotAt, scoreOf } from '../../../web/figures/terrain/border';
import { endsOf } from '../../../web/figures/terrain/ends';
import { basinFacts, startFacts } from '../../../web/figures/terrain/facts';
import { groundNames, type GroundName } from '../../../web/figures/terrain/grounds';
import { asText } from '../../../web/figures/terrain/maths';
import { basinsNow, near, type Terrain } from '../../../web/figures/terrain/model';
import { pixelsOf } from '../../../web/figures/terrain/picture';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Settings = Partial<Values<typeof figure.settings>>;

function staged<R>(settings: Settings, look: (s: Stage<typeof figure.settings, Terrain>) => R, width?: number): R {
  const stage = new Stage(engine, figure, settings, width);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}

const open: Settings = { revealed: true };

describe('basins', () => {
  test.each([
    ['two_valleys', 0.03],
    ['two_valleys', 0.11],
    ['himmelblau', 0.008],
  ] as const)('say where a run from the middle of a cell ends: %s at rate %d', (ground, rate) => {
    staged({ ...open, ground, rate }, ({ model }) => {
      const map = basinsNow(model, 24);
      const { survey } = model;
      for (let cell = 5; cell < map.end.length; cell += 53) {
        const x = survey.x[0] + ((survey.x[1] - survey.x[0]) * ((cell % map.columns) + 0.5)) / map.columns;
        const y = survey.y[0] + ((survey.y[1] - survey.y[0]) * (Math.floor(cell / map.columns) + 0.5)) / map.rows;
        staged({ ...open, ground, rate, x, y }, ({ model: { run } }) => {
          const end = map.end[cell]!;
          if (end < 0) return expect(run.reason).not.toBe('converged');
          const [ex, ey] = [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
          const away = Math.hypot(ex - map.minima[2 * end]!, ey - map.minima[2 * end + 1]!);
          return expect(away).toBeLessThan(near(survey));
        });
      }
    });
  });

  test('share the whole map among bottoms, lowest first, and what ends nowhere', () => {
    staged({ ...open, rate: 0.11 }, ({ model }) => {
      const { bottoms, leaving, roaming, resting } = endsOf(basinsNow(model, 60));
      expect(bottoms.map((b) => b.letter)).toEqual(['A', 'B']);
      expect(bottoms[0]!.loss).toBeLessThan(bottoms[1]!.loss);
      const all = bottoms.reduce((sum, b) => sum + b.share, 0) + leaving + roaming + resting;
      expect(all).toBeCloseTo(1, 12);
      expect(leaving).toBeGreaterThan(0);
    });
  });

  test('change with the rate, though the function does not', () => {
    const [slow, fast] = [0.03, 0.11].map((rate) => staged({ ...open, rate }, ({ model }) => basinsNow(model, 40)));
    expect(slow!.end).not.toEqual(fast!.end);
  });

  test('are painted from the top row down, in the tint of their bottom, with a border where ends part', () => {
    staged(open, ({ model }) => {
      const map = basinsNow(model, 40);
      const ends = endsOf(map);
      const tints = new Map<string, number>(ends.bottoms.map((b, i) => [b.tint, i + 1]));
      const pixels = pixelsOf({ key: '', map, ends }, (name) => [tints.get(name) ?? 0, 0, 0]);
      // The map's lower left is the lower valley, its upper right the other.
      expect(pixels[4 * (map.rows - 1) * map.columns]).toBe(1);
      expect(pixels[4 * (map.columns - 1)]).toBe(2);
      expect(pixels.filter((_, i) => i % 4 === 3).every((alpha) => alpha > 0)).toBe(true);
    });
  });
});

describe('the border', () => {
  test('passes through its knots and goes straight on towards the edges', () => {
    const places = Array.from({ length: KNOTS }, (_, k) => 0.5 - k * 0.25);
    places.forEach((place, k) => expect(borderAt(places, knotAt(k, [-1, 1]), [-1, 1])).toBeCloseTo(place, 12));
    expect(borderAt(places, -1, [-1, 1])).toBeCloseTo(0.625, 12);
  });

  test('scores all where it is true, half where it cuts across', () => {
    staged(open, ({ model: { survey }, model }) => {
      const map = basinsNow(model, 120);
      const ends = endsOf(map);
      // Where the row's cells change sides, read off the map itself.
      const truth = Array.from({ length: KNOTS }, (_, k) => {
        const row = Math.floor(((k + 0.5) / KNOTS) * map.rows);
        const cells = Array.from(map.end.slice(row * map.columns, (row + 1) * map.columns));
        const first = cells.findIndex((end) => end === ends.bottoms[1]!.index);
        return survey.x[0] + ((survey.x[1] - survey.x[0]) * first) / map.columns;
      });
      expect(scoreOf(truth, map, ends, survey.x, survey.y)).toBeGreaterThan(0.97);
      const straight = scoreOf(Array(KNOTS).fill(0) as number[], map, ends, survey.x, survey.y);
      expect(straight).toBeGreaterThan(0.7);
      expect(straight).toBeLessThan(0.93);
    });
  });
});

describe('the figure', () => {
  test.each(groundNames)(
    'draws %s and says what stands there, without nonsense, at every width',
    (ground: GroundName) => {
      for (const width of [288, 486, 700])
        staged(
          { ...open, ground, starts: true },
          (stage) => {
            const map = basinsNow(stage.model, 24);
            const basins = {
              survey: stage.model.survey.key,
              key: stage.model.key,
              map,
              ends: endsOf(map),
              progress: 1,
            };
            stage.local = { basins, drawer: 'starts' };
            stage.go(3);
            expect(nonsense(stage.drawn())).toEqual([]);
            stage.local = { basins, drawer: 'surface' };
            stage.go(stage.model.steps);
            expect(nonsense(stage.drawn())).toEqual([]);
          },
          width,
        );
    },
  );

  test('covers the basins until the border was drawn or asked for', () => {
    staged({}, (stage) => {
      const covered = stage.drawn();
      expect(covered).toContain('Your border, point 1 of 5');
      expect(covered).not.toContain('of the starts on the correct side');
      stage.set({ revealed: true, border: [-0.6, -0.3, 0, 0.4, 0.7] });
      expect(stage.drawn()).toContain('of the starts on the correct side');
      expect(stage.drawn()).not.toContain('Your border, point 1 of 5');
    });
  });

  test('is done when the rate leads from the higher bottom to the lower one', () => {
    staged(open, (stage) => {
      expect(stage.done('rescued')).toBe(false);
      stage.set({ x: -1.3, y: 0.8, rate: 0.11 });
      expect(stage.done('rescued')).toBe(false);
      stage.set({ x: 1.2, y: -1.2, rate: 0.03 });
      expect(stage.done('rescued')).toBe(false);
      stage.set({ rate: 0.1 });
      expect(stage.done('rescued')).toBe(true);
      stage.set({ ground: 'bowl' });
      expect(stage.done('rescued')).toBe(false);
    });
  });

  test('stops on a saddle only what is placed on its ridge exactly', () => {
    staged({ ground: 'saddle', x: 1.5, y: 0, rate: 0.05 }, ({ model }) => expect(model.run.reason).toBe('converged'));
    staged({ ground: 'saddle', x: 1.5, y: 1e-5, rate: 0.05 }, ({ model }) => expect(model.run.reason).toBe('diverged'));
  });

  test('comes back from a link as it was', () => {
    staged({ ...open, ground: 'typed', formula: 'x^2 + abs(y)', border: [1, 2, 3, 4, 5] }, (stage) => {
      const { values, problems } = stage.viaLink();
      expect(problems).toEqual([]);
      expect({ ...stage.settings, ...values }).toEqual(stage.settings);
    });
  });

  test('has a static picture with its basins', () => {
    const { svg, description } = renderPoster(engine, 'terrain');
    expect(nonsense(svg + description)).toEqual([]);
    expect(svg.match(/gd-racer-basin-/g)).toHaveLength(2);
    expect(svg).not.toContain('<image');
  });
});

describe('a typed formula', () => {
  test('keeps its landscape while it cannot be read, and says where and why', () => {
    staged({ ground: 'typed' }, ({ model }) => {
      expect(model.read('x^2 + y^2')).toBeNull();
      expect(model.read('x^2 +* y')).toMatchObject({ position: 5 });
      expect(model.read('w1 + w2')?.message).toContain('not w1');
      expect(model.read('sqrt(-1 - x^2 - y^2)')?.message).toContain('no value');
    });
  });

  test('may have one variable: then it is a valley without end', () => {
    staged({ ground: 'typed', formula: 'x^2', x: 1, y: 2, rate: 0.1 }, ({ model: { run } }) => {
      expect(run.parameter(run.steps, 0)).toBeCloseTo(0, 2);
      expect(run.parameter(run.steps, 1)).toBe(2);
    });
  });

  test.each([
    ['x^^2', /^formula: “x\^\^2”, character 3: .*“\^”.*\. .*“x\^2”\.$/],
    ['x +', /^formula: “x \+”, character 4: The formula ends.*\. Write /],
    ['u + v', /^formula: “u \+ v”, character 1: .*“u”.*\. Variables are “x” and “y”/],
    ['w1 + w2', /^formula: “w1 \+ w2”, character 1: Here the dials are called x and y, not w1\.$/],
    ['sqrt(-1 - x^2)', /^formula: “sqrt\(-1 - x\^2\)”: It has no value/],
    [`${'x+'.repeat(90)}`, /^formula: “(x\+){20}…”, character 181: /],
  ])('of an attribute or a link that says %s is refused with what, where and what instead', (formula, said) => {
    const choices = new Choices();
    const asked = (text: string) =>
      choices.read(
        figure as never,
        new Map([
          ['formula', text],
          ['ground', 'typed'],
        ]),
      );
    const refused = () => choices.refuse(figure.refusals!(engine, choices.state.settings as never));
    expect(asked(formula).problems).toEqual([]);
    const [sentence, ...others] = refused();
    expect(sentence).toMatch(said);
    expect(others).toEqual([]);
    // The landscape that is drawn is the one whose formula is shown.
    expect(choices.texts).toEqual({ ground: 'typed' });
    expect(refused()).toEqual([]);
    asked('x^2 + y^2');
    expect(refused()).toEqual([]);
    expect(choices.texts['formula']).toBe('x^2 + y^2');
    expect(() => renderPoster(engine, 'terrain', { formula })).toThrow(sentence!.slice('formula: '.length));
  });

  test.each([
    ['4 x \\left(x^{2} - 1\\right) + 0.3', '4 x (x² − 1) + 0.3'],
    ['-\\frac{2 x y}{\\left(1 + y^{2}\\right)^{2}}', '−2 x y / ((1 + y²)²)'],
    ['\\frac{x}{\\sqrt{x^{2} + y^{2}}} + \\operatorname{sign}\\left(x\\right)', 'x / (√(x² + y²)) + sign(x)'],
    ['y x^{y - 1}', 'y x^(y − 1)'],
    ['-2 x e^{-x^{2} - y^{2}}', '−2 x e^(−x² − y²)'],
    ['\\ln^{2}\\left(x\\right) \\pi', 'ln²(x) π'],
    ['\\frac{x^{-\\frac{2}{3}}}{3}', 'x^(−2 / 3) / 3'],
  ])('shows %s as a line of text', (tex, text) => expect(asText(tex)).toBe(text));
});

test('the text counts with the figure’s own basins and starts', () => {
  const { share } = basinFacts(engine, 'two_valleys', 0.03);
  expect(share[0]! + share[1]!).toBeGreaterThan(0.99);
  const { runs, bottoms, lowest } = startFacts(engine, 'rastrigin', 0.002, 100, 1);
  expect(runs).toBe(100);
  expect(bottoms).toBeGreaterThan(40);
  expect(lowest).toBeLessThan(10);
});
