/** A link for a class takes away what it hides, and a goal is as hard as runs like the reader’s own say. */
import { describe, expect, test } from 'vitest';
import { figure as playground } from '../../../../web/figures/playground';
import { markup, moment } from '../../../../web/figures/playground/address';
import { possible } from '../../../../web/figures/playground/class-panel';
import { firstBelow, goalSentence, verdict } from '../../../../web/figures/playground/goal';
import { VALLEYS } from '../../../../web/figures/playground/grounds';
import { placed } from '../../../../web/figures/playground/head';
import { partNames, PARTS, stateOf, turned, type Kept } from '../../../../web/figures/playground/parts';
import type { Settings } from '../../../../web/figures/playground/settings';
import { counted, gridOf, trials, type Trials } from '../../../../web/figures/playground/trials';
import { plain } from '../bare-stage';
import { type PlayStage, stage } from './opening';

describe('how hard a goal is', () => {
  const so = (rates: number, memories: number): Trials => ({
    key: '',
    grid: {
      rates: Array.from({ length: rates }, (_, i) => i + 1),
      memories: Array.from({ length: memories }, (_, i) => i / 20),
      memory: { name: 'momentum', label: 'momentum' },
    },
    reached: Array.from({ length: rates * memories }, (_, i) => i === 0),
    running: false,
  });

  test.each([
    [46, 20, 'it can be done: 1 of 920 settings of the rate and momentum reaches it'],
    [230, 1, 'it can be done: 1 of 230 settings of the rate reaches it'],
    [1, 20, 'it can be done: 1 of 20 settings of momentum reaches it'],
    [1, 1, 'this very setting reaches it'],
  ])('is said of what its readers may change, %d rates and %d values of momentum', (rates, memories, said) => {
    expect(possible(so(rates, memories))).toBe(said);
  });
});

const CLASS = {
  ...placed(VALLEYS),
  runs: [{ rule: { name: 'momentum', options: { learningRate: 0.06 } }, schedule: undefined }],
  picked: 1,
  steps: 60,
  goal: 'below',
  goalSteps: 60,
  goalLoss: -0.9,
  locked: ['start'],
  without: ['formula', 'ground', 'others'],
} as const satisfies Partial<Settings>;

describe('a link for a class', () => {
  test('every press of a tag goes to the next state, and round again', () => {
    for (const part of partNames) {
      let kept: Kept = { locked: [], without: [] };
      const seen: string[] = [];
      for (let i = 0; i <= PARTS[part].states.length; i++) {
        seen.push(stateOf(kept, part));
        kept = turned(kept, part);
      }
      expect(seen, part).toEqual([...PARTS[part].states, PARTS[part].states[0]]);
    }
  });

  test('what is hidden is nowhere: not in the picture, the words, the tables, the runs or the panels', () => {
    const s = stage(CLASS, 60);
    const all = `${s.drawn()} ${JSON.stringify(playground.tables!(s.view))} ${JSON.stringify(playground.runs!(s.view))}`;
    expect(plain(all)).not.toContain('sin');
    expect(all).not.toContain('gd-optimum-text');
    expect(all).toContain('mask');
    expect(playground.tables!(s.view)).toEqual([]);
    expect(playground.runs!(s.view)).toEqual([]);
    const drawn = plain(s.drawn());
    for (const gone of ['numbers', 'code', 'embed', 'class']) expect(s.drawn()).not.toContain(`tab-${gone}`);
    expect(drawn).not.toContain('another run');
    // The start is seen and cannot be dragged.
    expect(s.drawn()).not.toContain('The start, for all runs');
  });

  test('a hidden rate, rule and schedule leave the table, a locked one stays as text', () => {
    const hidden = stage({ ...CLASS, without: ['rate', 'rules', 'schedule'] });
    expect(plain(hidden.drawn())).not.toContain('momentum');
    const locked = stage({ ...CLASS, without: [], locked: ['rate', 'rules', 'schedule', 'dials'] });
    expect(plain(locked.drawn())).toContain('momentum');
    expect(locked.drawn()).not.toContain('opens its dials');
  });

  test('goes through an address and an element as it was', () => {
    const s = stage({ ...CLASS });
    expect(s.viaLink()).toMatchObject({
      problems: [],
      values: { goal: 'below', without: [...CLASS.without], locked: ['start'] },
    });
    const link = moment(s.settings, 12);
    expect(link).toMatch(/^#playground\?/);
    const query = new URLSearchParams(link.slice('#playground?'.length));
    expect(query.get('without')).toBe('formula,ground,others');
    expect(query.get('step')).toBe('12');
    expect(markup({ ...s.settings, formula: 'x < 3 & "y"' }, 0)).toContain('formula="x &lt; 3 &amp; &quot;y&quot;"');
  });

  test('its goal is a sentence with two numbers, judged only when it has been played', () => {
    const s = stage({ ...CLASS });
    expect(goalSentence(s.view)).toBe('After 60 steps, stand at −0.900 or below.');
    expect(verdict(s.view)).toEqual({ reached: undefined, text: 'press play' });
    s.go(60);
    const { reached, text } = verdict(s.view);
    expect(reached).toBe(false);
    expect(text).toMatch(/^stands at/);
    s.set({ runs: [{ rule: { name: 'momentum', options: { learningRate: 0.12 } }, schedule: undefined }] });
    s.go(60);
    expect(verdict(s.view).reached).toBe(true);
    expect(plain(s.drawn())).toContain('✓');
  });

  test('“within” is reached at the first step that is low enough, and “valley” where small steps lead', () => {
    const fast = {
      ...CLASS,
      runs: [{ rule: { name: 'momentum', options: { learningRate: 0.12 } }, schedule: undefined }],
    };
    const s = stage({ ...fast, goal: 'within' });
    const losses = s.model.tracks[0]!.run!.trace.loss;
    const first = losses.findIndex((loss) => loss <= -0.9);
    expect(firstBelow(losses, s.settings)).toBe(first);
    s.go(first - 1);
    expect(verdict(s.view).reached).toBeUndefined();
    s.go(first);
    expect(verdict(s.view)).toEqual({ reached: true, text: `there at step ${first}` });
    s.set({ goal: 'valley', goalAt: [-0.739, 0] }, true);
    s.go(60);
    expect(verdict(s.view).reached).toBe(true);
    s.set({ goalAt: [2.216, 0] }, true);
    expect(verdict(s.view)).toEqual({ reached: false, text: 'in another valley' });
  });
});

describe('how hard a goal is', () => {
  function all(s: PlayStage): Trials {
    let last: Trials | undefined;
    const work = trials(s.view, (so) => (last = so));
    while (!work.next().done);
    return last!;
  }

  test('is told by runs like the reader’s own, setting by setting', () => {
    const s = stage({ ...CLASS });
    const so = all(s);
    const { of, reach } = counted(so);
    expect([of, so.reached.length]).toEqual([920, 920]);
    expect(reach).toBeGreaterThan(5);
    expect(reach).toBeLessThan(of / 2);
    const { rates, memories } = so.grid;
    // Where runs with memory are tried, and so where the goal is reached: the upper rows.
    for (let i = 600; i < of; i++) {
      const options = { learningRate: rates[i % rates.length]!, momentum: memories[Math.floor(i / rates.length)]! };
      s.set({ runs: [{ rule: { name: 'momentum', options }, schedule: undefined }] });
      s.go(60);
      expect(
        verdict(s.view).reached ?? s.model.tracks[0]!.run!.loss(s.model.tracks[0]!.run!.steps) <= -0.9,
        String(i),
      ).toBe(so.reached[i]);
    }
    // The lowest row is plain descent, which never gets there.
    expect(so.reached.slice(0, rates.length)).not.toContain(true);
  });

  test('tries only what may be changed', () => {
    expect(gridOf(stage({ ...CLASS, locked: ['dials'] }).view)).toMatchObject({ memories: [0.9] });
    const fixed = gridOf(stage({ ...CLASS, locked: ['dials', 'rate'] }).view);
    expect([fixed.rates, fixed.memories]).toEqual([[0.06], [0.9]]);
    const plainRule = stage({
      ...CLASS,
      runs: [{ rule: { name: 'gradient_descent', options: { learningRate: 0.1 } }, schedule: undefined }],
    });
    expect(gridOf(plainRule.view).memories).toHaveLength(1);
  });

  test('a harder goal is reached by fewer', () => {
    const easy = counted(all(stage({ ...CLASS, goalLoss: -0.9 }))).reach;
    const hard = counted(all(stage({ ...CLASS, goalLoss: -0.92 }))).reach;
    const short = counted(all(stage({ ...CLASS, goalSteps: 40 }))).reach;
    expect(hard).toBeLessThan(easy);
    expect(short).toBeLessThan(easy);
  });
});
