/** What the attributes of `<gd-figure>` ask for: settings by name, and the step to stand at. */
import type { AnyFigure } from '../figure';
import { initialValues, number, Problem, readSettings, saysNo, writeSettings, type AnySettings } from '../settings';
import { keep, readPin, type State } from './pin';

/** Attributes that are the host's, the platform's or some framework's, not a figure's. */
const OWN =
  /^(name|linked|take|live|step|pin|class|id|style|slot|title|lang|dir|hidden|inert|part|exportparts|role|tabindex|translate|on.*|(data|aria)-.*|[^a-z].*)$/;

const step = number({ label: 'step', initial: 0, min: 0, max: 1_000_000, whole: true });

/** Attributes that change something, whichever the figure. */
export const hostNames: readonly string[] = ['name', 'linked', 'take', 'step', 'pin'];

/** Present and not `"false"`. */
export const isOn = (element: Element, name: string): boolean => !saysNo(element.getAttribute(name) ?? 'false');

/** Attributes as they are written, by name. */
export type Attributes = ReadonlyMap<string, string>;

export const attributesOf = (element: Element): Attributes =>
  new Map(element.getAttributeNames().map((name) => [name, element.getAttribute(name) ?? '']));

/** Reads the number of a step; a sentence for the reader where it is none. */
export function readStep(text: string): number | string {
  const read = step.read(text);
  return read instanceof Problem ? `step: ${read.message}. Allowed: ${step.accepts}.` : read;
}

export interface Asked extends State {
  /** Where the time line is to stand. */
  readonly step: number;
  /** Sentences for the reader, one for each attribute that could not be used. */
  readonly problems: readonly string[];
}

/** What attributes ask for: the figure's own settings and first step, except where they say otherwise. */
export function readAttributes(attributes: Attributes, figure: AnyFigure): Asked {
  const { values, problems } = readSettings(
    figure.settings,
    [...attributes].filter(([name]) => !OWN.test(name)),
  );
  const settings = { ...initialValues(figure.settings), ...values };
  const [pinText, stepText] = [attributes.get('pin'), attributes.get('step')];
  const pin = pinText === undefined ? undefined : readPin(figure, pinText);
  const at = stepText === undefined ? undefined : readStep(stepText);
  return {
    settings,
    pinned: pin && keep(figure, settings, pin.values),
    step: typeof at === 'number' ? at : (figure.firstStep ?? 0),
    problems: [...problems, ...(pin?.problems ?? []), ...(typeof at === 'string' ? [at] : [])],
  };
}

/** What differs in `now` from `before`. */
export function changes({ settings }: AnyFigure, now: AnySettings, before: AnySettings): Partial<AnySettings> {
  return readSettings(settings, writeSettings(settings, now, before)).values;
}
