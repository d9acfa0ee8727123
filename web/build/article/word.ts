/** What stands in the braces after a word: its idea, and what a press on it does to the chapter's figure. */
import { palette } from '../../style/tokens';
import { FigureRefusal } from './figure-element';
import { oneOf } from './problem';
import type { FigureShelf } from './setting';

export interface Mark {
  readonly idea?: string;
  /** Attributes of `<gd-word>`; absent for a word that only has an idea. */
  readonly press?: Readonly<Record<string, string>>;
}

const ideas = Object.keys(palette);
const PART = /\.([a-z0-9-]+)|([a-z][a-z0-9-]*)="([^"]*)"|(play)(?![\w=-])/g;

function parts(text: string): { idea?: string; named: Record<string, string>; play: boolean } {
  let idea: string | undefined;
  let play = false;
  const named: Record<string, string> = {};
  const rest = text.replace(PART, (_, dotted?: string, name?: string, value?: string) => {
    if (dotted !== undefined) idea = dotted;
    else if (name !== undefined) named[name] = value ?? '';
    else play = true;
    return '';
  });
  if (rest.trim() !== '') {
    const allowed = 'A mark holds an idea (`.loss`), settings (`rate="0.2"`), `step="3"`, `at="spot"` and `play`.';
    throw new FigureRefusal(`\`${rest.trim()}\` cannot be read. ${allowed}`);
  }
  return { ...(idea !== undefined && { idea }), named, play };
}

function checkStep(step: string | undefined): void {
  if (step !== undefined && step !== 'end' && !/^\d{1,6}$/.test(step))
    throw new FigureRefusal(`\`step="${step}"\` is neither a whole number nor \`end\`.`);
}

/**
 * Reads the mark of a word of a chapter.
 *
 * @param figure name of the figure beside the text; empty where there is none
 * @throws FigureRefusal on an idea, a setting, a value or a part of the figure that does not exist
 */
export function markOf(text: string, figure: string, figures: FigureShelf): Mark {
  const { idea, named, play } = parts(text);
  if (idea !== undefined && !ideas.includes(idea))
    throw new FigureRefusal(`Unknown mark \`{.${idea}}\`. ${oneOf(ideas.map((name) => `{.${name}}`))}`);
  const { step, at, ...settings } = named;
  const press = play || Object.keys(named).length > 0;
  if (!press) return idea === undefined ? {} : { idea };
  if (figure === '') throw new FigureRefusal('There is no figure here that a word could set.');
  checkStep(step);
  const spots = figures.spots(figure);
  if (at !== undefined && !spots.includes(at))
    throw new FigureRefusal(`Figure \`${figure}\` has no part \`${at}\` to point at. ${oneOf(spots)}`);
  const [wrong] = figures.problems(figure, settings);
  if (wrong !== undefined) throw new FigureRefusal(`Figure \`${figure}\` cannot be set so: ${wrong}`);
  const set = new URLSearchParams(settings).toString();
  return {
    ...(idea !== undefined && { idea }),
    press: {
      for: figure,
      ...(set !== '' && { set }),
      ...(step !== undefined && { step }),
      ...(at !== undefined && { at }),
      ...(play && { play: '' }),
    },
  };
}
