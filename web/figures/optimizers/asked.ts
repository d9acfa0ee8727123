/** The wager's question in one line, with the button that answers it. */
import { html, type TemplateResult } from 'lit';
import { questionLine } from '../../parts/predict';
import { fixed } from '../../plot/format';
import { still, type Seen } from './seen';

/** Below this width, the line has room for half the words. */
const NARROW = 480;

const line = (question: TemplateResult | string, label: string, press: () => void): TemplateResult =>
  questionLine(question, html`<button type="button" class="pill" @click=${press}>${label}</button>`);

/** Whether there is a question in what is looked at, and its answer is not there yet. */
export const isAsked = ({ settings: s }: Seen): boolean =>
  (s.panel === 'momentum' && !s.swept) || (s.panel === 'guess' && !s.revealed);

export function asked(v: Seen): TemplateResult {
  const { panel, guessMomentum: guess } = v.settings;
  const narrow = v.width < NARROW;
  if (!isAsked(v)) return html``;
  if (panel === 'guess')
    return line(
      `Who is first${narrow ? ' on each?' : '? Press a name on each line.'}`,
      narrow ? 'run both' : 'run both races',
      () => v.set({ revealed: true }, still),
    );
  const question =
    guess === null
      ? `How much momentum is best?${narrow ? '' : ' Pull the triangle.'}`
      : html`your guess <b class="idea-guess">${fixed(guess, 2)}</b>`;
  return line(question, narrow ? 'run all' : 'run every momentum', () => v.set({ swept: true }, still));
}
