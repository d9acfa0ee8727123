/**
 * Who is first, where the ground is round and where it is a long ravine: a rail of names for each, on which the guess is
 * put; once the races are run, the rail is the line of steps and the names stand where they arrived.
 */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { count } from '../../plot/format';
import { triangle } from '../../plot/marks';
import { spread } from '../../plot/spread';
import { arrivalsLine, byKey, LETTER, lineMarks, type Line } from './arrivals';
import { MAIN, type Racer } from './field';
import { STEPS, type Result } from './race';
import { ASKED } from './asking';

export interface RailsOptions {
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly racers: readonly Racer[];
  readonly guesses: readonly string[];
  /** Undefined until the wager is made. */
  readonly answers: (() => readonly (readonly Result[])[]) | undefined;
  readonly guess: (i: number, name: string) => void;
}

const NAMES = ['round bowl, condition 1', 'long ravine, condition 1000'];
const GAP = 18;

/** Those whom the text is about, and whoever was guessed. */
function offered({ racers, guesses }: RailsOptions): Racer[] {
  const names: readonly string[] = [...MAIN, ...guesses];
  return racers.filter((r) => names.includes(r.name));
}

/** A row of names to choose from. */
function choices(o: RailsOptions, i: number, y: number): SVGTemplateResult {
  let left = 20;
  return svg`<g role="radiogroup" aria-label=${`First at condition number ${ASKED[i]}`}>
    ${offered(o).map((racer) => {
      const wide = racer.short.length * LETTER;
      const x = left;
      left += wide + GAP + (o.width < 480 ? 0 : 10);
      const chosen = o.guesses[i] === racer.name;
      const choose = (): void => o.guess(i, racer.name);
      return svg`<g class="racer candidate" role="radio" tabindex="0" aria-checked=${chosen ? 'true' : 'false'} aria-label=${racer.label} @click=${choose} @keydown=${(e: KeyboardEvent) => byKey(e, choose)}>
        <rect class="gd-press" x=${round(x - 6)} y=${y - 16} width=${round(wide + 12)} height="26"></rect>
        <text class=${`gd-racer-text-${racer.colour}`} x=${round(x)} y=${y}>${racer.short}</text>
        ${chosen ? triangle(x + wide / 2, y + 17, 7) : svg`<path class="gd-guess-line" d=${`M${round(x)} ${y + 6}h${round(wide)}`}></path>`}
      </g>`;
    })}
  </g>`;
}

/** Room of the triangle before a name that was guessed. */
const MARK = 18;

/** Where they arrived, the guess with its triangle; those who did not arrive in a line above. */
function outcome(o: RailsOptions, i: number, y: number, results: readonly Result[]): SVGTemplateResult {
  const l: Line = arrivalsLine(o.width, STEPS);
  const shown = offered(o).flatMap((racer) => results.filter((r) => r.racer === racer));
  const there = shown.filter((r) => r.finish).sort((a, b) => (a.finish?.step ?? 0) - (b.finish?.step ?? 0));
  const guessed = (r: Result): boolean => r.racer.name === o.guesses[i];
  const text = (r: Result): string => `${r.racer.short} ${count(r.finish?.step ?? 0)}`;
  const wide = (r: Result): number => text(r).length * LETTER;
  const at = (r: Result): number => l.at(r.finish?.step ?? 0);
  const middles = spread(
    there.map((r) => ({ at: at(r), size: wide(r) + 8 + (guessed(r) ? MARK : 0) })),
    2,
    o.width,
  );
  const late = shown.filter((r) => !r.finish);
  return svg`${lineMarks(l, y, undefined, i === 0 ? '' : 'steps')}
    ${there.map((r, k) => {
      const middle = (middles[k] ?? at(r)) + (guessed(r) ? MARK / 2 : 0);
      return svg`<path class=${`gd-racer-quiet-${r.racer.colour}`} d=${`M${round(at(r))} ${y}L${round(middle)} ${y - 9}`}></path>
        <circle class=${`gd-racer-fill-${r.racer.colour}`} cx=${round(at(r))} cy=${y} r="4.5"></circle>
        ${guessed(r) ? triangle(middle - wide(r) / 2 - 8, y - 12, 6) : ''}
        <text class=${`gd-racer-text-${r.racer.colour}`} x=${round(middle)} y=${y - 12} text-anchor="middle">${text(r)}</text>`;
    })}
    ${
      late.length
        ? svg`<text class="gd-note" x=${o.width - 2} y=${y - 29} text-anchor="end">not there: ${late.map(
            (r, k) =>
              svg`<tspan class=${guessed(r) ? 'gd-guess-text' : ''}>${k ? ', ' : ''}${guessed(r) ? 'your guess ' : ''}${r.racer.short}</tspan>`,
          )}</text>`
        : ''
    }`;
}

export function rails(o: RailsOptions): SVGTemplateResult {
  const half = o.height / 2;
  const all = o.answers?.();
  return svg`<g data-spot="rails" class="rails" role="group" aria-label="Who is first">
    ${NAMES.map((name, i) => {
      const top = o.top + i * half;
      const results = all?.[i];
      return svg`<text class="gd-axis-name" x="16" y=${round(top + 13)}>${name}</text>
        ${results ? outcome(o, i, round(top + half - 17), results) : choices(o, i, round(top + half - 19))}`;
    })}
  </g>`;
}
