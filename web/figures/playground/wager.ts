/** The wager: the ball moves a little to the left. Which of the three runs still ends where it did? */
import { html, nothing, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { sign } from '../optimizers/bib';
import { VALLEYS } from './grounds';
import { writeSpec, type Spec } from './lineup';
import { runOptions } from './model';
import { isTask, still, type Seen } from './seen';
import { settings } from './settings';
import { initialValues } from '../settings';

/** Where the ball is moved to. */
export const MOVED = { x: 1.9, y: VALLEYS.y } as const;
/** Two ends nearer than this are in the same valley. */
const SAME = 0.5;

const runsText = (runs: readonly Spec[]): string => runs.map(writeSpec).join(';');

/** Whether the ground and the runs are those that the wager is about. */
export const isAsked = ({ settings: s }: Pick<Seen, 'settings'>): boolean =>
  s.mode === 'function' &&
  s.formula === VALLEYS.formula &&
  runsText(s.runs) === runsText(VALLEYS.runs) &&
  s.noise === 0;

/** Which runs end elsewhere from there, by their numbers. */
export interface Truth {
  readonly stays: readonly number[];
  /** Valleys in which the runs end, from the first start and from the second. */
  readonly ends: readonly (readonly (readonly [number, number])[])[];
}

const known = new WeakMap<Engine, Truth>();

export function truth(engine: Engine): Truth {
  const before = known.get(engine);
  if (before) return before;
  const s = { ...initialValues(settings) };
  const endOf = (x: number, y: number, i: number): readonly [number, number] => {
    const on = { objective: { formula: VALLEYS.formula }, start: [x, y] };
    const run = engine.createRun(runOptions(engine, on, VALLEYS.runs[i]!, s));
    const { step } = run.advance(VALLEYS.steps);
    const [px = 0, py = 0] = run.at(step).parameters;
    run.dispose();
    return [px, py];
  };
  const ends = [VALLEYS, MOVED].map(({ x, y }) => VALLEYS.runs.map((_, i) => endOf(x, y, i)));
  const stays = VALLEYS.runs.flatMap((_, i) => {
    const [[ax, ay], [bx, by]] = [ends[0]![i]!, ends[1]![i]!];
    return Math.hypot(ax - bx, ay - by) < SAME ? [i + 1] : [];
  });
  const made = { stays, ends };
  known.set(engine, made);
  return made;
}

export function answer(v: Seen): void {
  v.set({ ...MOVED, revealed: true });
  v.play();
}

function guessing(v: Seen): TemplateResult {
  const { guess } = v.settings;
  return html`<p class="wager">
    <span>A tenth to the left: which one still ends where it did?</span>
    <span class="options" role="group" aria-label="Your guess">
      ${v.model.tracks
        .slice(0, 3)
        .map(
          (t) =>
            html`<button
              type="button"
              class="option"
              aria-pressed=${guess === t.number ? 'true' : 'false'}
              aria-label=${`Run ${t.number}, ${t.info.label}`}
              @click=${() => v.set({ guess: t.number }, still)}
            >
              ${sign(t)}
            </button>`,
        )}
    </span>
    <button
      type="button"
      class="pill"
      aria-disabled=${guess === null ? 'true' : nothing}
      @click=${() => guess !== null && answer(v)}
    >
      move it
    </button>
  </p>`;
}

function told(v: Seen): TemplateResult {
  const { guess } = v.settings;
  const { stays } = truth(v.model.engine);
  const names = stays.map((n) => v.model.tracks[n - 1]?.info.label ?? '').join(' and ');
  return html`<p class="wager">
    <span
      >${guess === null ? '' : html`Your guess <b class="idea-guess">${guess}</b>: `}${
        stays.length ? html`only <b>${stays.join(', ')}</b>, ${names}, still ends where it did.` : 'none of them.'
      }</span
    >
    <button
      type="button"
      class="link"
      @click=${() => v.set({ x: VALLEYS.x, y: VALLEYS.y, guess: null, revealed: false })}
    >
      back
    </button>
  </p>`;
}

/** In a line; nothing where the wager is not about what stands there. */
export function question(v: Seen): TemplateResult | typeof nothing {
  if (!isAsked(v) || isTask(v)) return nothing;
  const { x, y, revealed } = v.settings;
  if (revealed) return x === MOVED.x && y === MOVED.y ? told(v) : nothing;
  return x === VALLEYS.x && y === VALLEYS.y ? guessing(v) : nothing;
}
