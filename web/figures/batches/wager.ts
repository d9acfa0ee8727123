/** The wager: how wide the cloud is once four times as many are asked. Its ring and triangle are on the map. */
import { nothing, type TemplateResult } from 'lit';
import { predict } from '../../parts/predict';
import { fixed } from '../../plot/format';
import { FEW, known, MANY, placeOf, wagers, type Seen } from './seen';

/** The cloud of {@link MANY} in terms of that of {@link FEW}: the same at every place. */
export function truthOf(v: Seen): number {
  const { spread } = placeOf(v).theory;
  return spread(MANY) / spread(FEW);
}

/** How the guess did; undefined while it may not be told. */
export function verdict(v: Seen): { readonly truth: number; readonly text: string } | undefined {
  const { guess } = v.settings;
  if (!known(v) || guess === null) return undefined;
  const truth = truthOf(v);
  const miss = guess - truth;
  const text =
    Math.abs(miss) < 0.02 ? 'right on it' : `${fixed(Math.abs(miss), 2)} too ${miss > 0 ? 'wide' : 'narrow'}`;
  return { truth, text };
}

export const answer = (v: Seen): void => v.set({ batch: MANY, revealed: true, panel: 'cloud' });

export function question(v: Seen): TemplateResult | typeof nothing {
  if (!wagers(v)) return nothing;
  const told = verdict(v);
  const narrow = v.width < 470;
  return predict({
    question: narrow
      ? `Ask ${MANY}: how wide is the cloud?`
      : `Ask ${MANY} instead of ${FEW}: how many times as wide is the cloud?`,
    guess: v.settings.guess,
    truth: told ? Number(fixed(told.truth, 2)) : null,
    truthLabel: narrow ? `${MANY}:` : `${MANY} asked:`,
    verdict: told?.text ?? '',
    isPlace: false,
    kept: told !== undefined,
    next: 'times as wide',
    reveal: told ? undefined : { label: `ask ${MANY}`, press: () => answer(v) },
    forget: () => v.set({ guess: null, revealed: false, batch: FEW }),
  });
}
