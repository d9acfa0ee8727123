/** The wager: a triangle under the axis that says where the next step lands, and afterwards how far off it was. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { predict } from '../../parts/predict';
import { round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { clamp, hundredths } from '../../plot/scales';
import type { Room } from './room';
import { STEPS, type Seen } from './seen';

/** The step a guess made now would be about. */
const due = (v: Seen): number => {
  const { guess, guessFor } = v.settings;
  return guess !== null && guessFor > v.step ? guessFor : Math.min(STEPS, v.step + 1);
};

/** Once the step has been taken: where it landed, and how far the guess missed it. */
export function verdict(v: Seen): { readonly truth: number; readonly text: string } | undefined {
  const { guess, guessFor } = v.settings;
  if (guess === null || v.step < guessFor) return undefined;
  const [from, truth] = [v.model.run.parameter(guessFor - 1, 0), v.model.run.parameter(guessFor, 0)];
  const miss = (guess - truth) * Math.sign(truth - from || 1);
  const text = Math.abs(miss) < 0.005 ? 'exactly' : `${brief(Math.abs(miss), 2)} too ${miss > 0 ? 'far' : 'short'}`;
  return { truth, text };
}

/** After the last step there is none to guess; a guess that was made stays. */
export const asks = (v: Seen): boolean => v.settings.guess !== null || v.step < v.model.run.steps;

/** Pixel across of a guess, where its line rises; undefined without one. */
export const guessAt = (v: Seen, r: Room): number | undefined =>
  v.settings.guess === null ? undefined : r.x.at(clamp(v.settings.guess, ...v.model.ground.domain));

/** Hangs from the axis, its tip on it. */
const face = svg`<path class="gd-guess-mark" d="M0 4L8.5 18H-8.5Z"></path>`;

/** Beside the triangle, on the side with room. */
function name(v: Seen, r: Room, x: number): SVGTemplateResult {
  const said = verdict(v);
  const step = v.settings.guess === null ? due(v) : v.settings.guessFor;
  const text = said
    ? `${r.narrow ? '' : 'your guess: '}${said.text}`
    : v.settings.guess === null
      ? r.narrow
        ? `step ${step}?`
        : `where does step ${step} land?`
      : `step ${step} lands here`;
  const after = x + 14 + text.length * 6.8 < r.box.right + 8;
  return svg`<text class="gd-guess-text hint" x=${round(x + (after ? 14 : -14))} y=${r.box.bottom + 16} text-anchor=${after ? 'start' : 'end'}>${text}</text>`;
}

export function guessMark(v: Seen, r: Room): SVGTemplateResult {
  if (!asks(v)) return svg``;
  const { guess } = v.settings;
  const { ground, run } = v.model;
  const [low, high] = ground.domain;
  const value = clamp(guess ?? run.parameter(v.step, 0), low, high);
  const set = (g: number): void =>
    v.set({ guess: hundredths(clamp(g, low, high)), guessFor: due(v) }, { keepTime: true });
  const x = r.x.at(value);
  const height = clamp(r.y.at(ground.value(value)), r.box.top, r.box.bottom);
  return svg`
    ${
      guess === null
        ? ''
        : svg`<path class="gd-guess-line" d=${`M${round(x)} ${r.box.bottom}V${round(height)}`}></path>
      <circle class="gd-guess-line" cx=${round(x)} cy=${round(height)} r="5.5"></circle>`
    }
    ${name(v, r, x)}
    <g data-spot="guess">${handle({
      x,
      y: r.box.bottom,
      label: 'Your guess: where the next step lands',
      value,
      min: low,
      max: high,
      valueText: guess === null ? 'no guess yet' : `guess ${significant(guess)}`,
      move: (px) => set(r.x.value(px)),
      nudge: (dx, dy, scale) => set(value + (dx || dy) * 0.05 * scale),
      face,
      kind: guess === null ? 'faint under' : 'under',
    })}</g>`;
}

/** The question, and what became of it. */
export function question(v: Seen): TemplateResult | typeof nothing {
  if (!asks(v)) return nothing;
  const said = verdict(v);
  const step = due(v);
  return html`${predict({
    question: `Where will step ${step} land?`,
    guess: v.settings.guess,
    truth: said?.truth ?? null,
    truthLabel: `step ${v.settings.guessFor} landed at`,
    verdict: said?.text ?? '',
    next: ' ',
    reveal: said ? undefined : { label: 'take the step', press: () => v.go(step, true) },
    forget: () => v.set({ guess: null }, { keepTime: true }),
  })}`;
}
