/** What is drawn of a race: every scene, every racer’s step, and names that cover nothing. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/optimizers';
import { allRacers } from '../../../../web/figures/optimizers/field';
import { landscape, landscapes } from '../../../../web/figures/optimizers/landscapes';
import { STEPS } from '../../../../web/figures/optimizers/race';
import { flags } from '../../../../web/figures/optimizers/arrivals';
import { beside } from '../../../../web/figures/optimizers/beside';
import { presets } from '../../../../web/figures/optimizers/presets';
import { PANELS } from '../../../../web/figures/optimizers/seen';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense } from '../bare-stage';
import { engine, everybody, entryOf, type Settings, type Scene, staged } from './opening';

describe('names', () => {
  const racer = () => allRacers(engine)[0]!;

  test('beside balls cover neither balls nor each other', () => {
    const box = { left: 0, top: 0, right: 500, bottom: 300 };
    const balls = [
      { x: 100, y: 100, text: 'momentum' },
      { x: 112, y: 100, text: 'Nesterov' },
      { x: 100, y: 112, text: 'Adam' },
      { x: 490, y: 290, text: 'Newton' },
    ];
    const rects = beside(balls, [], box).map(({ at, text }) => {
      const [x, y] = at!;
      return { left: x, right: x + text.length * 6.9, top: y - 11, bottom: y + 4 };
    });
    rects.forEach((a, i) => {
      expect(a.right).toBeLessThanOrEqual(500);
      expect(a.bottom).toBeLessThanOrEqual(300);
      for (const b of rects.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      for (const { x, y } of balls)
        expect(x + 9 > a.left && x - 9 < a.right && y + 9 > a.top && y - 9 < a.bottom).toBe(false);
    });
  });

  test('on the line of arrivals cross no stem and no name', () => {
    const all = [30, 200, 212, 220, 300].map((x) => ({ racer: racer(), text: 'momentum 62', x }));
    const put = flags(all, 3);
    for (const a of put)
      for (const b of put) {
        if (a === b) continue;
        const [from, to] = a.side === 'right' ? [a.x + 9, a.x + 85] : [a.x - 85, a.x - 9];
        const crossed = b.x > from && b.x < to && b.level >= a.level && a.text.length > 2;
        expect(crossed, `${a.x} and ${b.x}`).toBe(false);
      }
    expect(
      flags(
        Array.from({ length: 9 }, (_, i) => ({ racer: racer(), text: 'momentum 62', x: 100 + i })),
        2,
      ),
    ).toHaveLength(9);
  });
});

describe('the figure', () => {
  const scenes: readonly [string, Scene][] = [
    ['at first', {}],
    ['at the start', { step: 0 }],
    ['at the end, linear, by gradients', { step: STEPS, settings: { log: 'linear', against: 'evaluations' } }],
    ['predicted', { settings: { revealed: true, guessRound: 'adam', guessLong: 'newton' } }],
    ['swept', { settings: { swept: true, guessMomentum: 0.42 } }],
    ['no momentum', { settings: { momentum: 0, guessMomentum: 0 } }],
    ['too much momentum', { settings: { momentum: 0.99, swept: true, tuned: { 'momentum.learningRate': 0.079 } } }],
    ['momentum that diverges', { settings: { swept: true, tuned: { 'momentum.learningRate': 0.2 } } }],
    ['the whole map', { settings: { reach: 'whole' } }],
    ['an unknown guess', { settings: { revealed: true, guessRound: 'speedy', picked: 'nobody' } }],
    ['at a minimum', { settings: { x: 0, y: 0 } }],
    ['nobody known', { settings: { racers: ['speedy'] } }],
    ...landscapes.map((name): [string, Scene] => [name, { settings: { landscape: name, x: 0.5, y: 0.7 }, step: 30 }]),
    ...presets.map((p): [string, Scene] => [p.label, { settings: p.values, step: 60 }]),
  ];

  test.each(scenes)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [272, 358, 528, 700])
      for (const racers of [scene.settings?.racers ?? everybody, ['adam']])
        staged({ ...scene, width, settings: { ...scene.settings, racers } }, (s) => {
          for (const panel of PANELS) {
            s.settings = { ...s.settings, panel };
            expect(nonsense(s.drawn())).toEqual([]);
          }
        });
  });

  test('has still pictures in which no mark says anything twice', () => {
    for (const panel of ['momentum', 'race', 'guess'] as const)
      for (const answered of [true, false]) {
        const asked = { panel, swept: answered, revealed: answered, 'guess-momentum': 0.4, 'guess-round': 'adam' };
        const { svg } = renderPoster(engine, 'optimizers', asked);
        for (const [tag] of svg.matchAll(/<[a-z]+ [^>]*>/gi)) {
          const names = [...tag.matchAll(/\s([a-z-]+)=/g)].map(([, name]) => name);
          expect(new Set(names).size, tag).toBe(names.length);
        }
      }
  });

  test('opens every racer’s step, term by term, and its dials', () => {
    for (const picked of everybody)
      staged({ settings: { racers: everybody, picked, panel: 'step' }, step: 3 }, (s) => {
        const entry = entryOf(s.model, picked);
        const terms = entry.run.explain(Math.min(3, entry.run.steps), 0).terms;
        s.local = { ...s.local, allTerms: true };
        const step = s.drawn();
        for (const t of terms.filter((term) => term.expression !== '')) expect(step).toContain(t.label);
        s.settings = { ...s.settings, panel: 'dials' };
        const dials = s.drawn();
        expect(nonsense(dials)).toEqual([]);
        for (const p of entry.racer.info.parameters) expect(dials).toContain(`>${p.label}<`);
      });
  });

  test('has the first of many terms wait, so that the map stays where it is', () => {
    staged({ settings: { racers: everybody, picked: 'nadam', panel: 'step' }, step: 3 }, (s) => {
      const lines = (): number => s.drawn().match(/<th scope="row">/g)?.length ?? 0;
      expect(lines()).toBe(9);
      expect(s.drawn()).toMatch(/and\s+6\s+before/);
      s.local = { ...s.local, allTerms: true };
      expect(lines()).toBe(15);
    });
  });

  test('says that one diverged and where the others are', () => {
    const tuned = { 'gradient_descent.learningRate': 0.042 };
    const racers = ['gradient_descent', 'newton'];
    const { said, first } = staged({ settings: { tuned, racers, panel: 'race' }, step: 100 }, (s) => ({
      said: s.drawn(),
      first: entryOf(s.model, 'gradient_descent').run.trace.step.length,
    }));
    // The step out of bounds has no row of its own.
    expect(new Set(said.match(/diverged at step \d+/g))).toEqual(new Set([`diverged at step ${first}`]));
    expect(said).toMatch(/Newton: loss .*, below the line since step 1\./);
  });

  test('has each part of its drawing that a text may point at', () => {
    const where: Readonly<Record<string, Settings>> = {
      map: {},
      dial: {},
      arrivals: { panel: 'race' },
      racers: { panel: 'race' },
      rails: { panel: 'guess' },
      step: { panel: 'step' },
      losses: { panel: 'curves' },
      dials: { panel: 'dials' },
      field: { panel: 'field' },
      ground: { panel: 'ground' },
    };
    expect(Object.keys(where).sort()).toEqual([...(figure.spots ?? [])].sort());
    for (const [spot, settings] of Object.entries(where))
      expect(
        staged({ settings }, (s) => s.drawn()),
        spot,
      ).toContain(`data-spot="${spot}"`);
  });

  test('surveys each landscape once while only the start moves', () => {
    const ground = (): unknown => landscape(engine, 'himmelblau', 10).lines();
    expect(ground()).toBe(ground());
  });
});
