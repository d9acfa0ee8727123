/** Which keys a figure keeps from its page: those that its controls make something of, and no others. */
import { describe, expect, test } from 'vitest';

import { uses, type Control, type Key } from '../../../web/figures/host/keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, altGraph: false };
const key = (name: string, held: Partial<Key> = {}): Key => ({ ...plain, ...held, key: name });
/** Of these keys, those that are used. */
const used = (control: Control, names: readonly string[], held: Partial<Key> = {}): string[] =>
  names.filter((name) => uses(control, key(name, held)));

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const pages = ['PageUp', 'PageDown'];
const ends = ['Home', 'End'];
const letters = ['a', 'Z', '/', '?', '5', 'é', 'ß', '字', '𝜂', ' '];
const foreign = ['Escape', 'Tab', 'F1', 'F12', 'Shift', 'Control', 'Alt', 'Meta', 'ContextMenu', 'MediaPlayPause'];
const all = [...arrows, ...pages, ...ends, ...letters, ...foreign, 'Enter', 'Backspace', 'Delete'];
const controls: readonly Control[] = ['line', 'text', 'range', 'radio', 'checkbox', 'select', 'button', 'link', 'none'];

describe('a key', () => {
  test('that writes, or moves in what is written, stays where it is written', () => {
    const writing = [...letters, ...arrows, ...ends, 'Enter', 'Backspace', 'Delete'];
    expect(used('line', all)).toEqual(all.filter((name) => writing.includes(name)));
    expect(used('text', all)).toEqual(all.filter((name) => [...writing, ...pages].includes(name)));
  });

  test('that an input method is at work on is writing, whatever it is', () => {
    for (const control of ['line', 'text'] as const) {
      expect(used(control, ['Escape', 'Enter', 'n'], { isComposing: true })).toHaveLength(3);
      expect(used(control, ['Process', 'Dead', 'Unidentified'])).toHaveLength(3);
    }
  });

  test('with Ctrl or Cmd stays where it edits a text, and is the page’s otherwise', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      for (const control of ['line', 'text'] as const) {
        expect(used(control, ['a', 'c', 'v', 'x', 'z', 'Z', 'y', ...arrows, 'Backspace'], held)).toHaveLength(12);
        expect(used(control, ['k', 'K', 's', 'p', 'b', '/', 'Enter', '1'], held)).toEqual([]);
      }
  });

  test('with AltGr or Option writes a sign, with Alt and a plain letter it is a shortcut', () => {
    expect(used('line', ['@', '€', '{'], { altGraph: true, ctrlKey: true, altKey: true })).toHaveLength(3);
    expect(used('line', ['å', '∂', '’'], { altKey: true })).toHaveLength(3);
    expect(used('line', ['s', 'N', '1'], { altKey: true })).toEqual([]);
  });

  test('of a control stays with it, and goes on together with a modifier', () => {
    expect(used('range', all)).toEqual([...arrows, ...pages, ...ends]);
    expect(used('radio', all)).toEqual([...arrows, ' ']);
    expect(used('checkbox', all)).toEqual([' ']);
    expect(used('button', all)).toEqual([' ', 'Enter']);
    expect(used('link', all)).toEqual(['Enter']);
    expect(used('none', all)).toEqual([]);
    for (const control of controls.filter((c) => c !== 'line' && c !== 'text'))
      for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(used(control, all, { [held]: true })).toEqual([]);
  });

  test('that leaves, closes or calls the browser goes on from every control', () => {
    for (const control of controls) expect(used(control, foreign)).toEqual([]);
  });
});
