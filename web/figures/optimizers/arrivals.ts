/** Who arrived when: everybody on one line of steps, or of gradients, filled once the time line has passed them. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { count } from '../../plot/format';
import { clamp } from '../../plot/scales';
import type { Against } from './curves';
import type { Racer } from './field';
import { leaving } from './leaving';
import { byArrival, resultOf, STEPS, type Entry, type Finish, type Race } from './race';

export interface ArrivalsOptions {
  readonly race: Race;
  readonly against: Against;
  readonly step: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly picked: string;
  readonly lit: string | undefined;
  /** The chosen racer as it was when its race was pinned. */
  readonly pinned: Entry | undefined;
  readonly choose: (name: string) => void;
  readonly light: (name: string | undefined) => void;
  readonly count: (against: Against) => void;
}

export interface Line {
  readonly left: number;
  /** Where the race ends. */
  readonly right: number;
  readonly last: number;
  /** Pixel of a count, 0 included. */
  readonly at: (counted: number) => number;
}

/** Room to the right of the line, for the last name and for what is counted, px. */
const AFTER = 92;
/** How far 0 lies before 1. */
const ZERO = 0.45;

/** A logarithmic line from 0 to `last`. */
export function lineOf(left: number, right: number, last: number): Line {
  const share = (n: number): number => (n <= 0 ? 0 : ZERO + Math.log(n)) / (ZERO + Math.log(last));
  return { left, right, last, at: (n) => left + (right - left) * clamp(share(n), 0, 1) };
}

export const arrivalsLine = (width: number, last: number): Line => lineOf(16, width - AFTER, last);

const TICKS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The line itself, its ticks, and as much of it as has been run. */
export function lineMarks(l: Line, y: number, now: number | undefined, name: string): SVGTemplateResult {
  const at = now === undefined ? l.left : l.at(now);
  return svg`<path class="gd-hairline" d=${`M${l.left} ${y}H${round(l.right)}`}></path>
    ${TICKS.filter((t) => t <= l.last).map(
      (t) => svg`<path class="gd-hairline" d=${`M${round(l.at(t))} ${y}v4`}></path>
        <text class="gd-tick-text" x=${round(l.at(t))} y=${y + 17} text-anchor="middle">${t}</text>`,
    )}
    <text class="gd-axis-name" x=${l.right + 20} y=${y + 17}>${name}</text>
    ${now === undefined ? '' : svg`<path class="gd-optimum-line" d=${`M${l.left} ${y}H${round(at)}`}></path><path class="gd-chosen-line" d=${`M${round(at)} ${y - 7}v14`}></path>`}`;
}

/** Average width of a letter of a name, px. */
export const LETTER = 7.2;
const ROW = 19;

interface Flag {
  readonly racer: Racer;
  readonly text: string;
  readonly x: number;
  /** Rows above the lowest. */
  readonly level: number;
  /** Of its stem. */
  readonly side: 'left' | 'right';
}

interface Standing {
  readonly racer: Racer;
  readonly text: string;
  readonly x: number;
}

/**
 * Each name to the right of its own stem, and higher than all stems that it would cross: taken from the last to the
 * first. Where there is no row left, it stands to the left of its stem if nobody is there, and otherwise the number does.
 *
 * @param all from left to right
 */
export function flags(all: readonly Standing[], levels: number): Flag[] {
  const put: Flag[] = [];
  // The lowest row above everybody who stands where the text would.
  const above = (x: number, text: string): number =>
    Math.max(-1, ...put.filter((f) => f.x - 8 < x + 10 + text.length * LETTER).map((f) => f.level)) + 1;
  for (let i = all.length - 1; i >= 0; i--) {
    const flag = all[i];
    if (!flag) continue;
    const level = above(flag.x, flag.text);
    const left = flag.x - 14 - flag.text.length * LETTER;
    if (level < levels) put.unshift({ ...flag, level, side: 'right' });
    else if (left > (all[i - 1]?.x ?? 0) + 6) put.unshift({ ...flag, level: 0, side: 'left' });
    else {
      const text = String(flag.racer.number);
      put.unshift({ ...flag, text, level: Math.min(levels - 1, above(flag.x, text)), side: 'right' });
    }
  }
  return put;
}

const counted = (f: Finish, against: Against): number => (against === 'steps' ? f.step : f.gradients);

/** How far the time line has come, in what is counted: gradients are the chosen racer's. */
function nowOf({ race, against, step, picked }: ArrivalsOptions): number {
  if (against === 'steps') return step;
  const entry = race.entries.find((e) => e.racer.name === picked) ?? race.entries[0];
  return entry?.run.trace.gradientCount[Math.min(step, entry.run.steps)] ?? 0;
}

function flagMark(o: ArrivalsOptions, y: number, flag: Flag, there: boolean): SVGTemplateResult {
  const { racer, text, x, level, side } = flag;
  const cy = y - 13 - level * ROW;
  const wide = text.length * LETTER;
  const from = side === 'right' ? x + 9 : x - 9 - wide;
  const dim = o.lit !== undefined && o.lit !== racer.name;
  const pressed = racer.name === o.picked;
  return svg`<g class=${dim ? 'racer dim' : 'racer'} role="button" tabindex="0" aria-pressed=${pressed ? 'true' : 'false'} aria-label=${`${racer.label}: ${text}`}
      @click=${() => o.choose(racer.name)} @pointerenter=${() => o.light(racer.name)} @pointerleave=${() => o.light(undefined)}
      @keydown=${(e: KeyboardEvent) => byKey(e, () => o.choose(racer.name))}>
    <rect class="gd-press" x=${round(Math.min(x - 8, from - 4))} y=${cy - 12} width=${round(Math.max(24, 18 + wide))} height="24"></rect>
    <circle class=${there ? `gd-racer-fill-${racer.colour}` : `hollow gd-racer-quiet-${racer.colour}`} cx=${round(x)} cy=${cy} r="5"></circle>
    <text class=${`gd-racer-text-${racer.colour}`} x=${round(side === 'right' ? x + 9 : x - 9)} y=${cy + 4} text-anchor=${side === 'right' ? 'start' : 'end'}>${text}</text>
    ${pressed ? svg`<path class="gd-chosen-line" d=${`M${round(side === 'right' ? x + 9 : x - 9 - wide * 0.92)} ${cy + 8}h${round(wide * 0.92)}`}></path>` : ''}
  </g>`;
}

/** Space and Enter on a part of a picture that is pressed. */
export function byKey(e: KeyboardEvent, press: () => void): void {
  if ((e.key !== 'Enter' && e.key !== ' ') || e.ctrlKey || e.metaKey || e.altKey) return;
  e.preventDefault();
  press();
}

/** Rows of names that fit above a line. */
const levelsIn = (height: number): number => Math.max(1, Math.floor((height - 30 - 20) / ROW));

/** Those who do not arrive, in a line at the top. */
function lateOnes(o: ArrivalsOptions, late: readonly Entry[]): SVGTemplateResult | string {
  if (!late.length) return '';
  const left = (names: readonly string[]): number => o.width - names.join(', ').length * 6.4 - 100;
  let shown = late.length;
  const names = late.map((e) => (e.diverged ? `${e.racer.short} ${leaving(e, o.race)}` : e.racer.short));
  while (shown > 1 && left(names.slice(0, shown)) < 0) shown--;
  const rest = late.length - shown;
  return svg`<text class="gd-note late" x=${o.width - 2} y=${o.top + 13} text-anchor="end">not there: ${names.slice(0, shown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}</text>`;
}

/** What is counted, at the end of the line; pressed, the other. */
function unit(o: ArrivalsOptions, l: Line, y: number): SVGTemplateResult {
  const [now, other]: readonly [string, Against] =
    o.against === 'steps' ? ['steps', 'evaluations'] : ['gradients', 'steps'];
  const press = (): void => o.count(other);
  return svg`<g class="racer unit" role="button" tabindex="0" aria-label=${`Counts ${now}; press to count ${other === 'steps' ? 'steps' : 'gradients'}`} @click=${press} @keydown=${(e: KeyboardEvent) => byKey(e, press)}>
    <rect class="gd-press" x=${l.right + 14} y=${y + 2} width="76" height="25"></rect>
    <text class="gd-axis-name" x=${l.right + 20} y=${y + 17}>${now} ⇄</text>
  </g>`;
}

export function arrivals(o: ArrivalsOptions): SVGTemplateResult {
  const by = byArrival(o.against);
  const order = [...o.race.entries].sort((a, b) => by(resultOf(a), resultOf(b)));
  const l = arrivalsLine(o.width, o.against === 'steps' ? STEPS : 2 * STEPS);
  const y = o.top + o.height - 30;
  const now = nowOf(o);
  const there = order.flatMap((e) => (e.finish ? [{ e, n: counted(e.finish, o.against) }] : []));
  const put = flags(
    there.map(({ e, n }) => ({ racer: e.racer, text: `${e.racer.short} ${count(n)}`, x: l.at(n) })),
    levelsIn(o.height),
  );
  const ghost = o.pinned?.finish;
  return svg`<g data-spot="arrivals" class="arrivals" role="group" aria-label="Who arrived when">
    ${lineMarks(l, y, now, '')}
    ${put.map(({ racer, x, level }) => svg`<path class=${`gd-racer-quiet-${racer.colour}`} d=${`M${round(x)} ${y}V${y - 8 - level * ROW}`}></path>`)}
    ${unit(o, l, y)}
    ${put.map((flag, i) => flagMark(o, y, flag, (there[i]?.n ?? Infinity) <= now))}
    ${ghost ? svg`<circle class="gd-hollow-dot" cx=${round(l.at(counted(ghost, o.against)))} cy=${y} r="4.5"></circle><text class="gd-note" x=${round(l.at(counted(ghost, o.against)))} y=${y + 17} text-anchor="middle">pinned</text>` : ''}
    ${lateOnes(
      o,
      order.filter((e) => !e.finish),
    )}
  </g>`;
}
