/** What the attributes of `<gd-figure>` ask for: settings by name, and the step to stand at. */
import type { AnyFigure } from '../figure';
import { figures } from '../registry';
import {
  attributeName,
  initialValues,
  number,
  Problem,
  readSettings,
  writeSettings,
  type AnySettings,
} from '../settings';
import { keep, readPin, type State } from './pin';

/** Attributes that are the host's, the platform's or some framework's, not a figure's. */
const OWN =
  /^(name|linked|take|live|step|pin|class|id|style|slot|title|lang|dir|hidden|inert|part|exportparts|role|tabindex|translate|on.*|(data|aria)-.*|[^a-z].*)$/;

const step = number({ label: 'step', initial: 0, min: 0, max: 1_000_000, whole: true });

/** Every attribute that changes something, of whichever figure. */
export function observedNames(): string[] {
  const settings = [...figures.values()].flatMap((f) => Object.keys(f.settings).map(attributeName));
  return [...new Set(['name', 'linked', 'take', 'step', 'pin', ...settings])];
}

/** Present and not `"false"`. */
export const isOn = (element: Element, name: string): boolean => (element.getAttribute(name) ?? 'false') !== 'false';

/** Reads the number of a step; a sentence for the reader where it is none. */
export function readStep(text: string): number | string {
  const read = step.read(text);
  return read instanceof Problem ? `step: ${read.message}. Allowed: ${step.accepts}.` : read;
}

export interface Asked extends State {
  /** Sentences for the reader, one for each attribute that could not be used. */
  readonly problems: readonly string[];
}

/** The settings that an element asks for: the figure's own, except where an attribute says otherwise. */
export function readAttributes(element: Element, figure: AnyFigure): Asked {
  const texts = element
    .getAttributeNames()
    .filter((n) => !OWN.test(n))
    .map((n) => [n, element.getAttribute(n) ?? ''] as const);
  const { values, problems } = readSettings(figure.settings, texts);
  const settings = { ...initialValues(figure.settings), ...values };
  const text = element.getAttribute('pin');
  const pin = text === null ? undefined : readPin(figure, text);
  return {
    settings,
    pinned: pin && keep(figure, settings, pin.values),
    problems: [...problems, ...(pin?.problems ?? [])],
  };
}

/** What differs in `now` from `before`. */
export function changes({ settings }: AnyFigure, now: AnySettings, before: AnySettings): Partial<AnySettings> {
  return readSettings(settings, writeSettings(settings, now, before)).values;
}
