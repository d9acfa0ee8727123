/** Where you let go, as a figure: every ground at every width, what is covered, the task, and a formula as it is typed. */
import { describe, expect, test } from 'vitest';
import { Choices } from '../../../../web/figures/host/choices';
import { renderPoster } from '../../../../web/figures/poster';
import { figure } from '../../../../web/figures/terrain';
import { endsOf } from '../../../../web/figures/terrain/ends';
import { groundNames, type GroundName } from '../../../../web/figures/terrain/grounds';
import { inside, roomFor } from '../../../../web/figures/terrain/layout';
import { asText } from '../../../../web/figures/terrain/maths';
import { basinsNow, read } from '../../../../web/figures/terrain/model';
import { scoreOf } from '../../../../web/figures/terrain/score';
import { owners } from '../../../../web/figures/terrain/owners';
import { panelNames } from '../../../../web/figures/terrain/seen';
import { nonsense } from '../bare-stage';
import { engine, staged, open } from './opening';

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
