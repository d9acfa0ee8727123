/** Where you let go: basins held against single runs, the border's score, formulas as they are typed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { Choices } from '../../../web/figures/host/choices';
import { renderPoster } from '../../../web/figures/poster';
import type { Values } from '../../../web/figures/settings';
import { figure } from '../../../web/figures/terrain';
import { basinPaths } from '../../../web/figures/terrain/basins';
import {
  borderAt,
  extended,
  FINE,
  finer,
  heightOf,
  KNOTS,
  placeOf,
  pulled,
  stroked,
} from '../../../web/figures/terrain/border';
import { Chase, type Wanted } from '../../../web/figures/terrain/chase';
import { endsOf } from '../../../web/figures/terrain/ends';
import { basinFacts, startFacts } from '../../../web/figures/terrain/facts';
import { grounds, groundNames, type GroundName } from '../../../web/figures/terrain/grounds';
import { covered, sampler } from '../../../web/figures/terrain/hatch';
import { inside, roomFor } from '../../../web/figures/terrain/layout';
import { asText } from '../../../web/figures/terrain/maths';
import { basinsNow, near, read, type Terrain } from '../../../web/figures/terrain/model';
import { scoreOf } from '../../../web/figures/terrain/score';
import { owners } from '../../../web/figures/terrain/owners';
import { outline } from '../../../web/figures/terrain/outline';
import { chosenRate, manner, ratesFor } from '../../../web/figures/terrain/regimes';
import { panelNames } from '../../../web/figures/terrain/seen';
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
    staged({ ...open, rate: 0.13 }, ({ model }) => {
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

  test('are hatched on the map but for the lowest bottom’s, and bordered where ends part', () => {
    staged(open, ({ model }) => {
      const map = basinsNow(model, 40);
      const ends = endsOf(map);
      const box = { left: 0, top: 0, right: 400, bottom: 240 };
      const { hatch, border, dots } = basinPaths({ key: '', map, ends }, box, 6);
      expect(dots).toBe('');
      // The map's lower left is the lower valley, its upper right the other.
      const strokes = [...hatch.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((m) => m.slice(1).map(Number));
      const at = sampler(map, box);
      const higher = ends.bottoms[1]!.index;
      expect(strokes.length).toBeGreaterThan(40);
      for (const [x1, y1, x2, y2] of strokes) expect(at((x1! + x2!) / 2, (y1! + y2!) / 2)).toBe(higher);
      expect(at(380, 20)).toBe(higher);
      expect(at(100, 200)).toBe(ends.bottoms[0]!.index);
      // Along the border, ground on one side is the one's, on the other side the other's.
      const points = [...border.matchAll(/([\d.]+) ([\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
      for (const [x, y] of points.filter((_, i) => i % 7 === 0)) {
        const around = [-12, 0, 12].flatMap((dx) => [-12, 0, 12].map((dy) => at(x + dx, y + dy)));
        expect(new Set(around).size).toBeGreaterThan(1);
      }
    });
  });
});

describe('the outline of cells', () => {
  const of = (rows: readonly string[]) => {
    const columns = rows[0]!.length;
    const end = [...rows].reverse().flatMap((row) => [...row].map(Number));
    return outline({ end, columns, rows: rows.length });
  };

  test('of two halves is one straight line between them', () => {
    const lines = of(['0011', '0011', '0011']);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.map(([x]) => x)).toEqual([1.5, 1.5, 1.5]);
  });

  test('of stairs is drawn taut: no point further than half a cell from its place, and fewer turns', () => {
    const size = 40;
    const end = Array.from({ length: size * size }, (_, i) => ((i % size) - Math.floor(i / size) / 3 > 10 ? 1 : 0));
    const [line, ...others] = outline({ end, columns: size, rows: size });
    expect(others).toEqual([]);
    // The true line runs at a slope of three rows a column, halfway between cells.
    for (const [x, y] of line!.slice(6, -6)) expect(Math.abs(x - (10.35 + y / 3))).toBeLessThan(0.5);
    const turns = line!.slice(7, -7).map(([x, y], k, all) => {
      const [px, py] = all[k - 1] ?? [x, y - 1];
      return Math.abs(Math.atan2(y - py, x - px) - Math.atan2(3, 1));
    });
    expect(Math.max(...turns.slice(1))).toBeLessThan(0.5);
  });

  test('keeps an island of one cell as a ring, and three grounds meet in a point', () => {
    const [ring, ...others] = of(['000', '010', '000']);
    expect(others).toEqual([]);
    expect(ring!.at(-1)).toEqual(ring![0]);
    expect(of(['11', '02'])).toHaveLength(3);
  });
});

describe('hatching', () => {
  test('stands on its ground alone, at its angle', () => {
    const box = { left: 10, top: 10, right: 110, bottom: 60 };
    const { lines } = covered({ angles: [45] }, 6, box, (x) => x > 60);
    const strokes = [...lines.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((m) => m.slice(1).map(Number));
    expect(strokes.length).toBeGreaterThan(8);
    for (const [x1, y1, x2, y2] of strokes) {
      expect(Math.min(x1!, x2!)).toBeGreaterThan(58);
      if (Math.abs(x2! - x1!) > 2) expect((y1! - y2!) / (x2! - x1!)).toBeCloseTo(1, 1);
    }
  });
});

describe('what is pursued', () => {
  /** Work that goes on when it is told to. */
  const work = (key: string, log: string[]): Wanted & { tell: (done: boolean) => void } => {
    let told: ((done: boolean) => void) | undefined;
    return {
      key,
      begin: (tell) => {
        log.push(`begin ${key}`);
        told = tell;
        return () => log.push(`stop ${key}`);
      },
      tell: (done) => told?.(done),
    };
  };

  test('a newer question waits until the last one has shown something; then only the newest is begun', () => {
    const log: string[] = [];
    const chase = new Chase();
    const [one, two, three] = ['1', '2', '3'].map((k) => work(k, log));
    for (const first of [one!, two!, three!]) chase.ask({ first, then: [] });
    expect(log).toEqual(['begin 1']);
    one!.tell(false);
    expect(log).toEqual(['begin 1', 'stop 1', 'begin 3']);
    // What was stopped is not heard any more.
    one!.tell(false);
    expect(log).toHaveLength(3);
  });

  test('small maps come after the first one has shown something, one at a time, and end with their landscape', () => {
    const log: string[] = [];
    const chase = new Chase();
    const [main, a, b, other] = ['main', 'a', 'b', 'other'].map((k) => work(k, log));
    chase.ask({ first: main, then: [a!, b!] });
    expect(log).toEqual(['begin main']);
    main!.tell(false);
    a!.tell(false);
    expect(log).toEqual(['begin main', 'begin a']);
    a!.tell(true);
    expect(log.at(-1)).toBe('begin b');
    chase.ask({ first: main, then: [other!] });
    expect(log.slice(-2)).toEqual(['stop b', 'begin other']);
    chase.stop();
    expect(log.slice(-2)).toEqual(['stop main', 'stop other']);
  });
});

describe('the border', () => {
  test('passes through its places and goes straight on towards the edges', () => {
    const places = Array.from({ length: KNOTS }, (_, k) => 0.5 - k * 0.25);
    places.forEach((place, k) => expect(borderAt(places, heightOf(k, KNOTS, [-1, 1]), [-1, 1])).toBeCloseTo(place, 12));
    expect(borderAt(places, -1, [-1, 1])).toBeCloseTo(0.625, 12);
  });

  test('of five places is the same line with twenty-five, and a knot takes its neighbourhood along', () => {
    const five = [0.6, 0.2, 0, -0.3, -0.4];
    const fine = finer(five);
    expect(fine).toHaveLength(FINE);
    five.forEach((place, k) => expect(fine[placeOf(k)]).toBeCloseTo(place, 12));
    const moved = pulled(fine, 2, 0.5, [-2, 2]);
    expect(moved[placeOf(2)]).toBeCloseTo(0.5, 12);
    expect(moved[placeOf(2) + 1]! - fine[placeOf(2) + 1]!).toBeCloseTo(0.4, 3);
    for (const k of [0, 1, 3, 4]) expect(moved[placeOf(k)]).toBeCloseTo(five[k]!, 12);
    expect(pulled(fine, 0, 9, [-2, 2])[placeOf(0)]).toBe(2);
  });

  test('is where a hand passed, whichever way it went, and goes on straight beyond the first stroke', () => {
    const range = [-1, 1] as const;
    const down = stroked([0.5, 0.5], [-0.5, -0.5], range);
    const up = stroked([-0.5, -0.5], [0.5, 0.5], range);
    expect([...down].sort()).toEqual([...up].sort());
    for (const [k, x] of down) expect(x).toBeCloseTo(heightOf(k, FINE, range), 3);
    expect(down.size).toBeGreaterThan(FINE / 2 - 2);
    const all = extended(down);
    expect(all).toHaveLength(FINE);
    expect(all[0]).toBe(all[Math.min(...down.keys())]);
    expect(all[FINE - 1]).toBe(all[Math.max(...down.keys())]);
    // A tap draws, too.
    expect(stroked([0.3, 0], [0.3, 0], range).size).toBe(1);
  });

  test('scores all where it is true, half where it cuts across', () => {
    staged(open, ({ model: { survey }, model }) => {
      const map = basinsNow(model, 120);
      const ends = endsOf(map);
      // Where the row's cells change sides, read off the map itself.
      const truth = Array.from({ length: FINE }, (_, k) => {
        const row = Math.floor(((k + 0.5) / FINE) * map.rows);
        const cells = Array.from(map.end.slice(row * map.columns, (row + 1) * map.columns));
        const first = cells.findIndex((end) => end === ends.bottoms[1]!.index);
        return survey.x[0] + ((survey.x[1] - survey.x[0]) * first) / map.columns;
      });
      expect(scoreOf(truth, map, ends, survey.x, survey.y)).toBeGreaterThan(0.98);
      const straight = scoreOf(Array(KNOTS).fill(0) as number[], map, ends, survey.x, survey.y);
      expect(straight).toBeGreaterThan(0.7);
      expect(straight).toBeLessThan(0.93);
      const wrong = scoreOf([-1.9, -1, 0, 1, 1.9], map, ends, survey.x, survey.y);
      expect(wrong).toBeLessThan(0.65);
    });
  });
});

describe('the axis of rates', () => {
  test('is named by what a rate does near the lowest bottom', () => {
    staged({}, ({ model: { survey, engine: e } }) => {
      const { rates, objective, scouted } = survey;
      const ground = e.createObjective(objective);
      const { largest } = ground.curvature([...scouted.bottoms[0]!.at]);
      ground.dispose();
      expect(rates.glides).toBeCloseTo(1 / largest, 9);
      expect(rates.rests).toBeCloseTo(2 / largest, 9);
      expect([0.03, 0.1, 0.15].map((rate) => manner(rate, rates))).toEqual([
        'straight in',
        'swings in',
        'finds no rest',
      ]);
    });
    expect(manner(1, ratesFor(grounds.saddle, 0))).toBe('');
  });

  test('is true: just below 2 / curvature a ball beside the bottom comes to rest there, just above it does not', () => {
    staged({}, ({ model: { survey } }) => {
      const [{ at, loss } = { at: [0, 0] as const, loss: 0 }] = survey.scouted.bottoms;
      const [x, y] = [at[0] + 0.002, at[1] - 0.001];
      staged({ x, y, rate: survey.rates.rests * 0.98 }, ({ model: { run } }) => {
        expect(run.reason).toBe('converged');
        expect(run.loss(run.steps)).toBeCloseTo(loss, 6);
      });
      staged({ x, y, rate: survey.rates.rests * 1.02 }, ({ model: { run } }) => {
        const last = run.steps;
        const away = Math.hypot(run.parameter(last, 0) - at[0], run.parameter(last, 1) - at[1]);
        expect(away).toBeGreaterThan(0.01);
      });
    });
  });

  test.each(groundNames)('holds four rates in order, all within the axis: %s', (ground) => {
    staged({ ground }, ({ model: { survey } }) => {
      const { asked, top } = survey.rates;
      expect(asked).toHaveLength(4);
      expect([...asked].sort((a, b) => a - b)).toEqual(asked);
      expect(asked[3]).toBeLessThanOrEqual(top);
      expect(grounds[ground].rate).toBeLessThanOrEqual(top);
    });
  });

  test('gives a bead to a hand that is near one, and round numbers between', () => {
    const { rates } = staged({}, ({ model }) => model.survey);
    expect(chosenRate(0.0894, rates, 0.001)).toBe(0.09);
    expect(chosenRate(0.0804, rates, 0.001)).toBe(0.08);
    expect(chosenRate(9, rates, 0.001)).toBe(rates.top);
    expect(chosenRate(-1, rates, 0.001)).toBeGreaterThan(0);
  });
});

describe('the figure', () => {
  test.each(groundNames)(
    'draws %s and says what stands there, without nonsense, at every width',
    (ground: GroundName) => {
      for (const width of [288, 553])
        for (const panel of panelNames)
          staged(
            { ...open, ground, starts: true, panel },
            (stage) => {
              const map = basinsNow(stage.model, 24);
              stage.local = {
                basins: { survey: stage.model.survey.key, key: stage.model.key, map, ends: endsOf(map), progress: 1 },
              };
              for (const step of [3, stage.model.steps]) {
                stage.go(step);
                expect(nonsense(stage.drawn())).toEqual([]);
              }
            },
            width,
          );
    },
    60_000,
  );

  test('keeps the map within its room, on a phone with the axis of rates below it', () => {
    for (const [width, most] of [
      [348, 250],
      [288, 250],
      [553, 345],
    ] as const)
      for (const ground of groundNames)
        staged({ ground }, ({ model: { survey } }) => {
          const r = roomFor(width, survey.x, survey.y);
          expect(r.height).toBeLessThanOrEqual(most);
          expect(r.box.right).toBeLessThanOrEqual(width);
          // One scale for both axes.
          const [sx, sy] = [r.x.at(1) - r.x.at(0), r.y.at(0) - r.y.at(1)];
          expect(sx / sy).toBeCloseTo(1, 1);
        });
  });

  test('names bottoms with their loss, both ways by their rates, and who owns how much', () => {
    staged({ ...open, x: -1.3, y: 0.8, rate: 0.11 }, (stage) => {
      const map = basinsNow(stage.model, 48);
      const ends = endsOf(map);
      const { survey, key } = stage.model;
      stage.local = { basins: { survey: survey.key, key, map, ends, progress: 1 } };
      const drawn = stage.drawn();
      for (const name of ['A −0.305, the lower', 'B 0.294', 'rate 0.11', 'rate 0.03', 'drag me'])
        expect(drawn).toContain(name);
      const shares = owners(ends).map(({ text }) => text);
      expect(shares[0]).toBe(`A ${Math.round(100 * ends.bottoms[0]!.share)} %`);
      expect(drawn).toContain(shares[1]);
      const r = roomFor(stage.width, survey.x, survey.y);
      for (const b of ends.bottoms) expect(inside(r, r.x.at(b.at[0]), r.y.at(b.at[1]))).toBe(true);
      stage.set({ rate: 0.03 });
      expect(stage.drawn()).not.toContain('rate 0.03<');
      stage.set({ ground: 'himmelblau' });
      expect(stage.drawn()).not.toContain(', the lowest');
    });
  });

  test('is dragged along on the same ground: neither survey nor small maps are asked for anew', () => {
    staged(open, (stage) => {
      const { survey, key } = stage.model;
      stage.set({ x: 1, y: -0.4 });
      expect(stage.model.survey).toBe(survey);
      expect(stage.model.key).toBe(key);
    });
  });

  test('covers the basins until the border was drawn or asked for', () => {
    staged({}, (stage) => {
      const covered = stage.drawn();
      expect(covered).toContain('Your border, point 1 of 5');
      expect(covered).not.toContain('% right');
      expect(covered).not.toMatch(/class="stamp"/);
      stage.set({ revealed: true, border: [0.7, 0.4, 0, -0.3, -0.6] });
      expect(stage.drawn()).not.toContain('Your border, point 1 of 5');
      // Its line and its name stay, and its score as soon as the truth is known.
      expect(stage.drawn()).toContain('your border');
      const map = basinsNow(stage.model, 96);
      const ends = endsOf(map);
      const { survey, key } = stage.model;
      stage.local = { basins: { survey: survey.key, key, map, ends, progress: 1 } };
      const share = scoreOf([0.7, 0.4, 0, -0.3, -0.6], map, ends, survey.x, survey.y);
      expect(share).toBeGreaterThan(0.9);
      expect(stage.drawn()).toContain(`yours: ${Math.round(100 * share)} % right`);
      expect(stage.figure.sentence(stage.view)).toContain('of the starts on the right side');
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
      expect(stage.figure.goals!['rescued']!.status(stage.view)).toMatch(
        /−0\.305, gently with 0\.294: its long steps leap/,
      );
      // Nothing that the text shows is the answer.
      for (const rate of [0.03, 0.09, 0.11]) {
        stage.set({ x: -1.3, y: 0.8, rate });
        expect(stage.done('rescued')).toBe(false);
      }
      expect(stage.figure.goals!['rescued']!.status(stage.view)).toContain('the wrong way round');
      for (const [x, y, why] of [
        [-1, -0.5, 'needs no leap'],
        [1, 0.8, 'no step has leapt'],
      ] as const) {
        stage.set({ x, y, rate: 0.05 });
        expect(stage.figure.goals!['rescued']!.status(stage.view)).toContain(why);
      }
      stage.set({ x: 1.2, y: -1.2, rate: 0.1 });
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
    expect(svg).toContain('hatch');
    expect(svg).not.toContain('<image');
  });
});

describe('a typed formula', () => {
  test('keeps its landscape while it cannot be read, and says where and why', () => {
    expect(read(engine, 'x^2 + y^2')).toBeNull();
    expect(read(engine, 'x^2 +* y')).toMatchObject({ position: 5 });
    expect(read(engine, 'w1 + w2')?.message).toContain('not w1');
    expect(read(engine, 'sqrt(-1 - x^2 - y^2)')?.message).toContain('no value');
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
  const { runs, bottoms, lowest, onMap } = startFacts(engine, 'rastrigin', 0.002, 100, 1);
  expect(runs).toBe(100);
  expect(bottoms).toBeGreaterThan(40);
  expect(lowest).toBeLessThan(10);
  // Bottoms lie near whole numbers, 11 each way.
  expect(onMap).toBe(121);
});

test('the text’s place on the border leads to the pass, and a hair beside it to either bottom', () => {
  const { border, loss } = basinFacts(engine, 'two_valleys', 0.03);
  const endOn = (x: number) =>
    staged({ x, y: border.y, rate: 0.03 }, ({ model: { run, survey } }) => {
      const at = [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
      const ground = engine.createObjective(survey.objective);
      const { smallest } = ground.curvature(at);
      ground.dispose();
      return { reason: run.reason, loss: run.loss(run.steps), smallest };
    });
  expect(endOn(border.x).reason).toBe('converged');
  // Level, and falling on two sides: a saddle.
  expect(endOn(border.x).smallest).toBeLessThan(-0.5);
  expect(endOn(border.left).loss).toBeCloseTo(loss[0]!, 4);
  expect(endOn(border.right).loss).toBeCloseTo(loss[1]!, 4);
});
