/** The prediction: who wins where the ground is round, and who where it is a long ravine. */
import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { predictChoices } from '../../parts/predict-choice';
import { count } from '../../plot/format';
import type { Racer } from './field';
import { ranking, STEPS, type Result } from './race';

/** The two condition numbers asked about. */
export const ASKED = [1, 1000] as const;

const kept = new WeakMap<Engine, readonly (readonly Result[])[]>();

/** The engine's answers; takes some milliseconds once. */
export function answers(engine: Engine): readonly (readonly Result[])[] {
  const before = kept.get(engine) ?? ASKED.map((condition) => ranking(engine, 'ravine', condition));
  kept.set(engine, before);
  return before;
}

const steps = (n: number): string => (n === 1 ? '1 step' : `${count(n)} steps`);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

/** Everybody who arrived at that step. */
export function arrivedAt(all: readonly Result[], step: number): Racer[] {
  return all.filter((r) => r.finish?.step === step).map((r) => r.racer);
}

function truthOf(all: readonly Result[]): string {
  const first = all[0]?.finish?.step;
  if (first === undefined) return `Nobody arrives within ${STEPS} steps.`;
  const rest = [...new Set(all.flatMap((r) => (r.finish && r.finish.step > first ? [r.finish.step] : [])))].slice(0, 2);
  const winners = `${listed(arrivedAt(all, first).map((r) => r.label))} in ${steps(first)}`;
  const next = rest.map((step) => `${listed(arrivedAt(all, step).map((r) => r.label))} in ${count(step)}`);
  return `First: ${winners}${next.length ? `; then ${next.join(', ')}` : ''}.`;
}

function verdictOf(all: readonly Result[], guess: string): string {
  const result = all.find((r) => r.racer.name === guess);
  if (!result) return '';
  if (!result.finish) return `is not there after ${STEPS} steps`;
  const { step } = result.finish;
  const ahead = all.filter((r) => (r.finish?.step ?? Infinity) < step).length;
  return ahead === 0 ? 'right' : `arrives after ${steps(step)}, as number ${ahead + 1}`;
}

export interface WinnerOptions {
  readonly id: string;
  readonly racers: readonly Racer[];
  readonly guesses: readonly string[];
  readonly answers: (() => readonly (readonly Result[])[]) | undefined;
  readonly guess: (i: number, name: string) => void;
  readonly reveal: () => void;
  readonly forget: () => void;
}

export function winnerPrediction(o: WinnerOptions): TemplateResult {
  const all = o.answers?.();
  return predictChoices({
    options: o.racers.map((r) => ({ value: r.name, label: r.label })),
    questions: ASKED.map((condition, i) => ({
      id: `${o.id}-guess-${i}`,
      question: `Who is first over the line at condition number ${condition}?`,
      guess: o.guesses[i] ?? '',
      choose: (name) => o.guess(i, name),
      truth: all ? html`${truthOf(all[i] ?? [])}` : undefined,
      verdict: all ? verdictOf(all[i] ?? [], o.guesses[i] ?? '') : undefined,
    })),
    reveal: all ? undefined : { label: 'run both races', press: o.reveal },
    forget: o.forget,
  });
}
