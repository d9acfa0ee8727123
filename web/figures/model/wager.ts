/** The wager: one dial, a dotted line through the nailed end, and a triangle at the right edge of the data. */
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { predict } from '../../parts/predict';
import { round } from '../../plot/curve';
import { brief, fixed } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { tidy } from './extent';
import { lineAt, type Picture } from './picture';
import { cutOf, known, oneDial, type Seen } from './seen';

/** As a reader says it: whole numbers where weights run into hundreds. */
export const said = (v: Seen, weight: number): string => fixed(weight, Math.max(0, v.model.survey.decimals.weight - 1));

export function guessAt(v: Seen, weight: number): void {
  const range = v.model.survey.dials.weight;
  v.set({ guess: tidy(clamp(weight, ...range), range) }, { keepTime: true });
  if (!v.local['guessed']) v.setLocal({ guessed: true });
}

/** How the guess did against the best weight at this bias; undefined while it may not be told. */
export function verdict(v: Seen): { readonly truth: number; readonly text: string } | undefined {
  const { guess } = v.settings;
  const { lowest } = v.model.section(cutOf(v));
  if (!known(v) || !lowest || guess === null) return undefined;
  const miss = guess - lowest.weight;
  const size = said(v, Math.abs(miss));
  return { truth: lowest.weight, text: Number(size) === 0 ? 'exactly' : `${size} too ${miss > 0 ? 'high' : 'low'}` };
}

/** Points left, at the line it stands for. */
const face = svg`<path class="gd-guess-mark" d="M-8 0L7 -9V9Z"></path>`;

/** Least room between the nailed end and the right edge for a line to be tilted there. */
const LEVER = 60;

/** Whether the right end of a line through the nailed end says what its weight is. */
export const hasLever = (r: Picture): boolean =>
  r.shown.range[1] - r.shown.at(0) > LEVER && r.shown.at(0) >= r.shown.range[0] - 1;

export function guessLine(v: Seen, r: Picture): SVGTemplateResult {
  const { guess } = v.settings;
  if (guess === null) return svg``;
  const at = lineAt(r, guess, cutOf(v));
  const from = Math.max(r.box.left, r.shown.at(0));
  return svg`<path class="gd-guess-line" d=${`M${round(from)} ${round(at(from))}L${round(r.box.right)} ${round(at(r.box.right))}`}></path>`;
}

/** Until it is taken hold of, it waits at the top, where no galaxy suggests an answer. */
export function guessHandle(v: Seen, r: Picture): SVGTemplateResult {
  const { guess } = v.settings;
  if (!hasLever(r) || (guess === null && (known(v) || !oneDial(v)))) return svg``;
  const [low, high] = v.model.survey.dials.weight;
  const end = r.shown.value(r.box.right);
  const bias = cutOf(v);
  const y = guess === null ? r.box.top + 12 : lineAt(r, guess, bias)(r.box.right);
  const key = (high - low) / 200;
  return svg`<g data-spot="guess">${handle({
    x: r.box.right + 15,
    y: clamp(y, r.box.top, r.box.bottom),
    label: 'Your guess of the weight, at the edge of the data',
    value: guess ?? 0,
    min: low,
    max: high,
    valueText: guess === null ? 'no guess yet' : `guess ${said(v, guess)}`,
    move: (_, py) => guessAt(v, (r.y.value(py) - bias) / end),
    nudge: (dx, dy, scale) => guessAt(v, (guess ?? 0) + (dy || dx) * scale * key),
    face,
    kind: guess === null ? 'faint' : '',
  })}
  ${guess === null ? svg`<text class="gd-guess-text hint" x=${r.box.right} y=${round(r.box.top + 16)} text-anchor="end" aria-hidden="true">drag me: your line</text>` : ''}</g>`;
}

/** The question, and what became of it. */
export function question(v: Seen): TemplateResult | typeof nothing {
  if (!oneDial(v) || (known(v) && v.settings.guess === null)) return nothing;
  const told = verdict(v);
  const { bias } = v.settings;
  return predict({
    question: 'Which weight fits best?',
    guess: v.settings.guess,
    truth: told?.truth ?? null,
    truthLabel: v.width < 470 ? 'lowest' : bias === 0 ? 'lowest at bias 0' : `lowest at bias ${brief(bias)}`,
    verdict: told?.text ?? '',
    isPlace: false,
    next: ' ',
    reveal: told
      ? undefined
      : { label: 'show every weight', press: () => v.set({ revealed: true }, { keepTime: true }) },
    forget: () => v.set({ guess: null, revealed: false, best: false }, { keepTime: true }),
  });
}
