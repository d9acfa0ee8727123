/**
 * A run that was pinned, to be compared with the present one. Kept of it are only the settings in which both
 * may differ; as an attribute and in links those that do are written `rate=0.1;start=3`.
 */
import type { Compared } from '../../parts/compared';
import { brief, grouped } from '../../plot/format';
import { ending } from '../descent';
import type { AnyFigure, Model, Moment, Outcome, View } from '../figure';
import { readSettings, writeSettings, type AnySettings, type Reading, type SettingTable } from '../settings';

/** What undo goes back to, and attributes ask for. */
export interface State {
  readonly settings: AnySettings;
  readonly pinned: AnySettings | undefined;
}

type AnyMoment = Moment<SettingTable, Model>;

/** The part of a figure's table in which a pinned run may differ. */
function tableOf({ settings, compare }: AnyFigure): SettingTable {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => compare?.by.includes(key)));
}

/** What a pinned run keeps of its settings, with what a text asks for in their place; nothing where none can be. */
export function keep(
  figure: AnyFigure,
  settings: AnySettings,
  asked: Partial<AnySettings> = {},
): AnySettings | undefined {
  return (
    figure.compare && {
      ...Object.fromEntries(Object.keys(tableOf(figure)).map((key) => [key, settings[key]])),
      ...asked,
    }
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % stands for itself.
    return text;
  }
}

/** Reads a pinned run as an attribute or a link has it; never throws, however damaged the text. */
export function readPin(figure: AnyFigure, text: string): Reading<SettingTable> {
  if (!figure.compare) return { values: {}, problems: ['pin: in this figure there is no run to pin.'] };
  const entries = text
    .split(';')
    .filter((entry) => entry.trim() !== '')
    .map((entry): [string, string] => {
      const [name = '', ...value] = entry.split('=');
      return [name.trim(), decoded(value.join('='))];
    });
  const { values, problems } = readSettings(tableOf(figure), entries);
  return { values, problems: problems.map((p) => `pin: ${p}`) };
}

/** In what a pinned run differs from the present one; empty where in nothing. */
export function writePin(figure: AnyFigure, pinned: AnySettings, settings: AnySettings): string {
  return writeSettings(tableOf(figure), pinned, settings)
    .map(([name, text]) => `${name}=${text.replace(/[;%]/g, encodeURIComponent)}`)
    .join(';');
}

/** By their labels, the settings whose change leaves a pinned run on another ground than the present one's. */
export function parted(figure: AnyFigure, before: AnySettings, after: AnySettings): readonly string[] {
  const harmless = new Set([...(figure.light ?? []), ...(figure.compare?.by ?? [])]);
  return Object.entries(figure.settings).flatMap(([key, setting]) =>
    harmless.has(key) || setting.write(before[key]) === setting.write(after[key]) ? [] : [setting.label],
  );
}

/** A run's settings by their labels. */
function labelled(figure: AnyFigure, settings: AnySettings): Readonly<Record<string, string>> {
  const texts = Object.entries(tableOf(figure)).map(([key, setting]) => {
    const value = settings[key];
    return [setting.label, typeof value === 'number' ? brief(value, 4) : setting.write(value)];
  });
  return Object.fromEntries(texts) as Record<string, string>;
}

function outcome(run: Outcome | undefined, step: number): string {
  if (!run) return 'not there';
  const end = ending(run);
  return end && step >= end.step ? end.text : `loss ${grouped(run.loss(step), 3)}`;
}

/** In words: how the pinned run and the present one differ, and what has become of each by now. */
export function compared(figure: AnyFigure, view: View<SettingTable, Model>): Compared | undefined {
  const { pinned, clock } = view;
  const { compare } = figure;
  if (!pinned || !compare) return undefined;
  const traits = (of: AnyMoment): Readonly<Record<string, string>> =>
    compare.traits?.(of.model, of.settings) ?? labelled(figure, of.settings);
  const [was, is] = [traits(pinned), traits(view)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
  if (!names.length) return { step: clock.step };
  const tell = (of: AnyMoment, own: Readonly<Record<string, string>>): string =>
    [
      ...names.flatMap((name) => (own[name] === undefined ? [] : [`${name} ${own[name]}`])),
      // Which racer is looked at is the present settings' to say.
      outcome(compare.run(of.model, of.settings), clock.step),
    ].join(', ');
  return { step: clock.step, both: { pinned: tell(pinned, was), now: tell(view, is) } };
}
