/** The wager: the sharpness climbs; where will it stay? What answers it is not drawn before. */
import { html, type TemplateResult } from 'lit';
import { predict } from '../../parts/predict';
import { brief, significant } from '../../plot/format';
import { stays } from './edge';
import type { Seen } from './seen';

/** The rate that is asked about, and the update until which it is shown. */
export const ASKED = { rate: 0.1, until: 400 } as const;

/** Whether what comes after may be seen: answered, passed by, or another rate was tried. */
export const known = (v: Pick<Seen, 'settings' | 'step'>): boolean =>
  v.settings.revealed || v.settings.rate !== ASKED.rate || v.step > ASKED.until;

/** The update that is shown. */
export const updateOf = (v: Pick<Seen, 'settings' | 'step'>): number => v.step;

export function answer(v: Seen): void {
  v.set({ revealed: true }, { keepTime: true });
  v.play(200);
}

/** How far off a guess was. */
export function verdict(guess: number, truth: number): string {
  const off = guess / truth - 1;
  if (Math.abs(off) < 0.05) return 'right on it';
  return `${brief(Math.abs(guess - truth), 2)} too ${off > 0 ? 'high' : 'low'}`;
}

export function question(v: Seen): TemplateResult {
  const { edge } = v.model;
  if (!edge || v.settings.rate !== ASKED.rate || (known(v) && v.settings.guess === null)) return html``;
  const course = edge.course.now;
  // The end is not told before the eye has been there.
  const truth = known(v) && v.step > 2 * ASKED.until && course ? stays(course) : undefined;
  return predict({
    question: v.width < 440 ? 'It climbs. Where will it stay?' : 'The sharpness climbs. At which height will it stay?',
    guess: v.settings.guess,
    truth: truth === undefined ? null : Number(significant(truth)),
    truthLabel: 'it stays at',
    verdict: truth === undefined ? '' : verdict(v.settings.guess ?? truth, truth),
    isPlace: false,
    next: known(v) ? 'wait for it' : '',
    reveal: known(v) ? undefined : { label: 'play on', press: () => answer(v) },
    forget: () => v.set({ guess: null, revealed: false }, { keepTime: true }),
  });
}
