/** What frameworks give a figure, as attributes and as properties, and what is said of it for how long. */
import { describe, expect, test } from 'vitest';

import { attributesOf, isOn } from '../../../web/figures/host/attributes';
import { Choices } from '../../../web/figures/host/choices';
import { givenText, givenTexts } from '../../../web/figures/host/given';
import { readLink } from '../../../web/figures/host/link';
import { Notices } from '../../../web/figures/host/notices';
import { figures } from '../../../web/figures/registry';
import { attributeName, initialValues, Problem, readSettings } from '../../../web/figures/settings';

const oneWeight = figures.get('one-weight')!;
const strange: readonly unknown[] = [
  Symbol('x'),
  Object.create(null),
  {
    toString: () => {
      throw new Error();
    },
  },
  [1, 2],
  () => 1,
  NaN,
  1n,
];

describe('false', () => {
  const flags = [...figures.values()].flatMap(({ name, settings }) =>
    Object.entries(settings)
      .filter(([, { initial }]) => typeof initial === 'boolean')
      .map(([key]) => [name, key] as const),
  );

  test.each(flags)('of %s, %s, is false left out and written out', (name, key) => {
    const { settings } = figures.get(name)!;
    expect(initialValues(settings)[key]).toBe(false);
    for (const text of ['false', 'False', ' false '])
      expect(readSettings(settings, [[attributeName(key), text]])).toEqual({ values: { [key]: false }, problems: [] });
    for (const text of ['', 'true', 'TRUE'])
      expect(readSettings(settings, [[attributeName(key), text]]).values).toEqual({ [key]: true });
  });

  test('is false for what is no setting, too', () => {
    const element = (value: string | null) => ({ getAttribute: () => value }) as unknown as Element;
    expect([null, 'false', 'FALSE', ' false'].filter((value) => isOn(element(value), 'linked'))).toEqual([]);
    expect(['', 'true', 'linked', 'open', '0'].filter((value) => !isOn(element(value), 'linked'))).toEqual([]);
  });

  test('of basins, as posts say it, hides them, as does the word of today', () => {
    const { settings } = figures.get('terrain')!;
    const read = (text: string) => readSettings(settings, [['basins', text]]).values['basins'];
    expect(['false', 'hidden'].map(read)).toEqual(['hidden', 'hidden']);
    expect(['', 'true', 'shown'].map(read)).toEqual(['shown', 'shown', 'shown']);
    for (const text of ['constructor', 'no']) expect(read(text)).toBeUndefined();
  });
});

describe('a property', () => {
  test('that is not there is not asked for; anything else has a text', () => {
    expect([undefined, null].map(givenText)).toEqual([undefined, undefined]);
    expect([0.2, true, 'x', [1, 2]].map(givenText)).toEqual(['0.2', 'true', 'x', '1,2']);
    for (const value of strange) expect(typeof givenText(value)).toBe('string');
  });

  test('state takes texts by name, without those that are not there', () => {
    expect([undefined, null, {}].map(givenTexts)).toEqual([{}, {}, {}]);
    expect(givenTexts({ rate: undefined, start: 2, pin: null })).toEqual({ start: '2' });
    for (const value of ['rate=1', 3, true, [], () => 1, Symbol('x')])
      expect(givenTexts(value)).toBeInstanceOf(Problem);
  });

  test('state never throws, and says in one sentence what it could not use', () => {
    const choices = new Choices();
    choices.read(oneWeight, new Map());
    for (const value of strange) {
      expect(choices.assign({ rate: value }).problems.length).toBeLessThanOrEqual(1);
      expect(choices.assign({ pin: value }).problems.length).toBeLessThanOrEqual(1);
    }
    expect(choices.assign({ rate: 0.2, start: undefined }).problems).toEqual([]);
    expect(choices.texts).toEqual({ rate: '0.2' });
    expect(choices.assign('rate').problems).toEqual([expect.stringMatching(/^state: .*Allowed: /)]);
    expect(choices.assign(null)).toEqual({ step: 0, problems: [] });
    expect(choices.texts).toEqual({});
  });
});

test('a sentence stands as long as what it is about, and no longer', () => {
  const notices = new Notices();
  notices.say('state', ['rate: no.']);
  notices.say('step', ['step: no.']);
  expect(notices.all).toEqual(['rate: no.', 'step: no.']);
  notices.say('step', []);
  expect(notices.all).toEqual(['rate: no.']);
  notices.say('state', ['start: no.']);
  expect(notices.all).toEqual(['start: no.']);
  notices.only('hand', ['The pinned run was let go.']);
  expect(notices.all).toEqual(['The pinned run was let go.']);
});

describe('the moment that a copy of a figure finds', () => {
  test('is nothing where all is as attributes have it, and otherwise leads back', () => {
    for (const figure of figures.values()) {
      const choices = new Choices();
      const attributes = new Map([['step', '2']]);
      choices.read(figure, attributes);
      expect(choices.moment(2)).toBe('');
      expect(choices.moment(3)).toBe(`#${figure.name}?step=3`);
      const [key, moved] = Object.entries(figure.settings)
        .filter(([, { initial }]) => typeof initial === 'number')
        .map(([name, setting]) => [name, setting.read(setting.write((setting.initial as number) + 0.5))] as const)
        // Of whole numbers there is no half.
        .find(([, value]) => typeof value === 'number')!;
      choices.set({ [key]: moved });
      const copy = new Choices();
      copy.read(figure, attributes);
      expect(copy.follow(readLink(choices.moment(5), figure)!).step).toBe(5);
      expect(copy.texts).toEqual(choices.texts);
      choices.reset();
      expect(choices.moment(2)).toBe('');
    }
  });

  test('is no setting of the figure', () => {
    const element = { getAttributeNames: () => ['data-gd-moment'], getAttribute: () => '#x?y=1' } as unknown as Element;
    expect(new Choices().read(oneWeight, attributesOf(element)).problems).toEqual([]);
  });
});
