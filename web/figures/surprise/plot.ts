/** The picture: a sentence with its surprises, the table that they come from, and what it comes to; or Shannon's game. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { sentenceBars } from './bars';
import { beside } from './beside';
import { table } from './dots';
import { game } from './game-plot';
import { roomOf } from './room';
import type { Seen } from './seen';

/** The game is played on the tutorial's own 27 symbols. */
export const plays = ({ settings: s }: Pick<Seen, 'settings'>): boolean => s.panel === 'game' && s.text === '';

function drawn(v: Seen): { readonly height: number; readonly picture: SVGTemplateResult } {
  if (plays(v)) return game(v);
  const r = roomOf(v);
  return {
    height: r.height,
    picture: svg`${sentenceBars(v, r)} ${r.table ? table(v, r.table) : ''} ${beside(v, r)}`,
  };
}

export function plot(v: Seen): TemplateResult {
  const { height, picture } = drawn(v);
  return html`<svg
    width=${v.width}
    height=${round(height)}
    viewBox=${`0 0 ${v.width} ${round(height)}`}
    role="group"
    aria-label=${plays(v) ? 'Guess the next letter' : 'A sentence, how each letter surprises, and the table behind it'}
  >
    ${picture}
  </svg>`;
}
