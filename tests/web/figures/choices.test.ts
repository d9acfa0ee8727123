/** What a reader has chosen: asked for by attributes, links, scripts and hands, undone, and told to others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Choices } from '../../../web/figures/host/choices';
import { readLink } from '../../../web/figures/host/link';
import { figures } from '../../../web/figures/registry';
import { settingsFor } from './strangers';

const named = [...figures.values()].map((figure) => [figure.name, figure] as const);
const oneWeight = figures.get('one-weight')!;

function chosen(attributes: Readonly<Record<string, string>> = {}, figure = oneWeight): Choices {
  const choices = new Choices();
  choices.read(figure, new Map(Object.entries(attributes)));
  return choices;
}
/** Reads attributes again, some of them others. */
const again = (choices: Choices, attributes: Readonly<Record<string, string>>) =>
  choices.read(choices.figure, new Map(Object.entries(attributes)));

describe('attributes', () => {
  test('ask for settings, a pinned run and a step', () => {
    const choices = new Choices();
    const asked = { name: 'one-weight', class: 'wide', rate: '0.2', pin: 'rate=0.7', step: '4' };
    expect(choices.read(oneWeight, new Map(Object.entries(asked)))).toEqual({ step: 4, problems: [] });
    expect(choices.texts).toEqual({ rate: '0.2', pin: 'rate=0.7' });
    expect([choices.canUndo, choices.canRedo]).toEqual([false, false]);
  });

  test('that cannot be read are explained, one sentence each, and the rest counts', () => {
    const choices = new Choices();
    const asked = { rate: 'fast', colour: 'red', pin: 'rate=fast', step: 'x', start: '2' };
    const { step, problems } = choices.read(oneWeight, new Map(Object.entries(asked)));
    expect(problems).toHaveLength(4);
    for (const name of ['rate:', '“colour”', 'pin: rate', 'step:'])
      expect(problems.filter((said) => said.includes(name)).length).toBeGreaterThan(0);
    expect(step).toBe(oneWeight.firstStep ?? 0);
    expect(choices.texts['start']).toBe('2');
  });

  test('change what they name at once, and leave the rest as the reader left it', () => {
    const choices = chosen({ rate: '0.2', pin: '', step: '3' });
    choices.set({ start: 2 });
    expect(again(choices, { rate: '0.5', pin: '', step: '3' })).toEqual({ step: undefined, problems: [] });
    expect(choices.texts).toEqual({ rate: '0.5', start: '2', pin: 'rate=0.2;start=3' });
    expect(again(choices, { step: '7' })).toEqual({ step: 7, problems: [] });
    expect(choices.texts).toEqual({ start: '2' });
  });

  test('of another figure ask for everything anew, and leave nothing to undo', () => {
    const choices = chosen({ rate: '0.2' });
    choices.set({ start: 2 });
    expect(choices.canUndo).toBe(true);
    choices.read(figures.get('gradient'), new Map([['rate', '0.2']]));
    expect(choices.texts).toEqual({ rate: '0.2' });
    expect(choices.canUndo).toBe(false);
  });

  test('that name no figure leave nothing to say, to set or to link to', () => {
    const choices = chosen();
    expect(choices.read(undefined, new Map())).toEqual({ problems: [] });
    expect(choices.texts).toEqual({});
    expect(choices.link(3)).toBe('');
    expect(choices.assign({ rate: 1 }).problems).toEqual([]);
  });
});

describe('texts', () => {
  test.each(named)('whatever strangers ask of %s, it comes back from them and from a link', (_name, figure) => {
    fc.assert(
      fc.property(settingsFor(figure), fc.nat(99), (texts, step) => {
        const choices = chosen(Object.fromEntries(texts.filter(([name]) => name in figure.settings)), figure);
        const { texts: told } = choices;
        const other = chosen({}, figure);
        expect(other.assign(told).problems).toEqual([]);
        expect(other.texts).toEqual(told);
        const link = readLink(other.link(step), figure)!;
        fc.pre(link.problems.length === 0);
        const third = chosen({}, figure);
        expect(third.follow(link).step).toBe(step);
        expect(third.texts).toEqual(told);
      }),
      { numRuns: 40 },
    );
  });

  test('set everything: what is left out goes back to the figure’s default, not to the attribute', () => {
    const choices = chosen({ rate: '0.2', start: '1', pin: '' });
    const { problems } = choices.assign({ rate: 0.7, colour: 'red', pin: 'rate=0.1;x' });
    expect(choices.texts).toEqual({ rate: '0.7', pin: 'rate=0.1' });
    expect(problems).toHaveLength(2);
    choices.assign({});
    expect(choices.texts).toEqual({});
  });
});

describe('links', () => {
  test('leave out what attributes ask for, and lead back to it', () => {
    const choices = chosen({ rate: '0.2', step: '2' });
    expect(choices.link(5)).toBe('#one-weight?step=5');
    choices.set({ start: 1.5 });
    choices.togglePin();
    choices.set({ rate: 0.4 });
    const address = choices.link(6);
    expect(address).toBe('#one-weight?rate=0.4&start=1.5&step=6&pin=rate=0.2');
    const there = chosen({ rate: '0.2', step: '2' });
    expect(there.follow(readLink(address, oneWeight)!)).toEqual({ step: 6, problems: [] });
    expect(there.texts).toEqual(choices.texts);
    // Without a step, the one that the page asks for.
    expect(there.follow(readLink('#one-weight?', oneWeight)!).step).toBe(2);
    expect(there.texts).toEqual({ rate: '0.2' });
    expect(there.canUndo).toBe(false);
  });
});

describe('the time line', () => {
  test('returns to the start with another run, and only then', () => {
    const choices = chosen();
    expect(choices.set({ rate: 0.3 }).step).toBe(0);
    expect(choices.set({ rate: 0.3 }).step).toBeUndefined();
    expect(choices.set({ log: true }).step).toBeUndefined();
    expect(choices.togglePin().step).toBeUndefined();
    expect(choices.assign({ rate: '0.3', log: 'false' }).step).toBeUndefined();
    expect(choices.assign({ rate: '0.4' }).step).toBe(0);
    expect(choices.undo()!.step).toBeUndefined();
  });

  test('goes with everything else to where the attributes have it', () => {
    const choices = chosen({ rate: '0.2', step: '4' });
    choices.set({ rate: 0.9 });
    expect(choices.reset()).toEqual({ step: 4, problems: [] });
    expect(choices.texts).toEqual({ rate: '0.2' });
    choices.undo();
    expect(choices.texts).toEqual({ rate: '0.9' });
  });
});

describe('undo', () => {
  type Act = readonly [what: string, (choices: Choices) => unknown];
  const acts: readonly Act[] = [
    ['rate', (c) => c.set({ rate: 0.3 })],
    ['start', (c) => c.set({ start: 1 })],
    ['function', (c) => c.set({ function: 'linex' })],
    ['log', (c) => c.set({ log: true })],
    ['pin', (c) => c.togglePin()],
    ['assign', (c) => c.assign({ rate: 0.6, pin: 'rate=0.1' })],
    ['reset', (c) => c.reset()],
  ];

  test('goes back through all that was done, one by one, and redo forth again', () => {
    const some = fc.uniqueArray(fc.constantFrom(...acts), { selector: ([what]) => what, maxLength: acts.length });
    fc.assert(
      fc.property(some, (list) => {
        const choices = chosen({ rate: '0.2' });
        const seen = [choices.texts];
        for (const [, act] of list) {
          act(choices);
          seen.push(choices.texts);
        }
        for (const texts of [...seen].reverse().slice(1)) {
          expect(choices.undo()).toEqual({ problems: [] });
          expect(choices.texts).toEqual(texts);
        }
        expect(choices.canUndo).toBe(false);
        expect(choices.undo()).toBeUndefined();
        for (const texts of seen.slice(1)) {
          choices.redo();
          expect(choices.texts).toEqual(texts);
        }
        expect(choices.redo()).toBeUndefined();
      }),
    );
  });

  test('takes a drag back as one', () => {
    const choices = chosen();
    for (const rate of [0.2, 0.3, 0.4]) choices.set({ rate });
    choices.undo();
    expect(choices.texts).toEqual({});
    expect(choices.canUndo).toBe(false);
  });
});

describe('a pinned run', () => {
  test('is the present one, kept while others come, and let go by the same button', () => {
    const choices = chosen({ rate: '0.2' });
    choices.togglePin();
    choices.set({ rate: 0.3 });
    expect(choices.texts).toEqual({ rate: '0.3', pin: 'rate=0.2' });
    choices.togglePin();
    expect(choices.texts).toEqual({ rate: '0.3' });
  });

  test('is let go, with a reason, when another ground is chosen; undo brings both back', () => {
    const choices = chosen({ pin: '' });
    expect(choices.set({ function: 'linex' }).problems).toEqual([
      'The pinned run was let go, because this changed: curve.',
    ]);
    expect(choices.texts).toEqual({ function: 'linex' });
    choices.undo();
    expect(choices.texts).toEqual({ pin: '' });
  });

  test('that could not be computed is no longer there', () => {
    const choices = chosen({ pin: '' });
    const before = choices.state;
    choices.letGo();
    expect(choices.texts).toEqual({});
    expect(choices.state).not.toBe(before);
  });
});
